import DoudiUnits

/// Writes the figures of one column for files, a row at a time.
///
/// Words are turned into bytes once and lie one behind the other; a cell then costs a copy of
/// them. The column's array is kept under its own name, so that reading a figure copies no enum;
/// a class, so that reading a column copies none of its arrays. Nothing changes after `init`, so several
/// threads may write rows of one column.
final class CellBytes: @unchecked Sendable {
  /// Where the bytes go.
  enum Form {
    case csv, json
  }

  private enum Kind {
    case words, notes, texts, figures, fen, yuan, doubles, numbers, sixPlaces, exact
  }

  private let kind: Kind
  private let form: Form
  private let null: [UInt8]
  private var positions: [Int32] = []
  /// All words' bytes, and where each word ends.
  private var pool: [UInt8] = []
  private var ends: [Int] = [0]
  private var texts: [String?] = []
  private var fen: [Int64] = []
  private var doubles: [Double] = []
  private var fractions: [Rational?] = []

  init(_ values: Values, form: Form) {
    self.form = form
    null = form == .json ? Array("null".utf8) : []
    switch values {
    case .words(let positions, let words):
      kind = .words
      self.positions = positions
      for word in words {
        pool += Self.bytes(word.id, form)
        ends.append(pool.count)
      }
    case .notes(let notes): (kind, texts) = (.notes, notes.map { $0?.zh })
    case .texts(let texts): (kind, self.texts) = (.texts, texts)
    case .figures(let texts): (kind, self.texts) = (.figures, texts)
    case .fen(let fen): (kind, self.fen) = (.fen, fen)
    case .yuan(let fen): (kind, self.fen) = (.yuan, fen)
    case .units(let units, let places):
      (kind, self.texts) = (.figures, units.map { $0.map { NumberText.plain($0, places: places) } })
    case .persons(let doubles), .reals(let doubles, _): (kind, self.doubles) = (.doubles, doubles)
    case .numbers(let fractions), .rounded(let fractions): (kind, self.fractions) = (.numbers, fractions)
    case .sixPlaces(let fractions): (kind, self.fractions) = (.sixPlaces, fractions)
    case .exact(let fractions): (kind, self.fractions) = (.exact, fractions)
    }
  }

  private static func bytes(_ text: String, _ form: Form) -> [UInt8] {
    var buffer = ByteBuffer()
    form == .json ? buffer.append(jsonString: text) : buffer.append(csvText: text)
    return buffer.bytes
  }

  func write(_ row: Int, to buffer: inout ByteBuffer) {
    switch kind {
    case .words:
      let position = Int(positions[row])
      guard position >= 0 else { return buffer.append(null) }
      buffer.append(pool, from: ends[position], to: ends[position + 1])
    case .fen: buffer.append(integer: fen[row])
    case .yuan: buffer.append(yuanOf: fen[row])
    case .doubles: doubles[row].isFinite ? buffer.append(shortest: doubles[row]) : buffer.append(null)
    case .notes, .texts: text(texts[row], to: &buffer)
    case .figures:
      // A number is no text: a spreadsheet must not read an apostrophe before its minus.
      let isNumber = texts[row].map { !$0.hasPrefix("+") && Rational(decimal: $0) != nil } ?? false
      isNumber ? buffer.append(texts[row] ?? "") : text(texts[row], to: &buffer)
    case .numbers: plain(fractions[row]?.shortText(), to: &buffer)
    case .sixPlaces: quoted(fractions[row]?.decimalText(places: 6), to: &buffer)
    case .exact: quoted(fractions[row]?.exactText, to: &buffer)
    }
  }

  private func text(_ text: String?, to buffer: inout ByteBuffer) {
    guard let text else { return buffer.append(null) }
    if form == .csv, Self.isNegativeFraction(text) { return buffer.append(text) }
    form == .json ? buffer.append(jsonString: text) : buffer.append(csvText: text)
  }

  /// "-70/3": a figure, which a spreadsheet may read as what it is.
  private static func isNegativeFraction(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "-") else { return false }
    let parts = text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
  }

  /// A number; "?" stands for one that cannot be represented.
  private func plain(_ text: String?, to buffer: inout ByteBuffer) {
    guard let text, text != "?" else { return buffer.append(null) }
    buffer.append(text)
  }

  private func quoted(_ text: String?, to buffer: inout ByteBuffer) {
    guard let text, text != "?" else { return buffer.append(null) }
    form == .json ? buffer.append(jsonString: text) : buffer.append(text)
  }
}

import DoudiUnits

/// Writes the figures of one column for files, a row at a time.
///
/// Words are turned into bytes once; a cell then costs a copy of them.
struct CellBytes {
  /// Where the bytes go.
  enum Form {
    case csv, json
  }

  private let values: Values
  private let form: Form
  private let words: [[UInt8]]
  private let null: [UInt8]

  init(_ values: Values, form: Form) {
    (self.values, self.form) = (values, form)
    null = form == .json ? Array("null".utf8) : []
    words =
      switch values {
      case .words(_, let words): words.map { Self.text($0.id, form) }
      default: []
      }
  }

  private static func text(_ text: String, _ form: Form) -> [UInt8] {
    var buffer = ByteBuffer()
    switch form {
    case .csv: buffer.append(csvText: text)
    case .json: buffer.append(jsonString: text)
    }
    return buffer.bytes
  }

  func write(_ row: Int, to buffer: inout ByteBuffer) {
    switch values {
    case .words(let positions, _):
      let position = Int(positions[row])
      buffer.append(position >= 0 ? words[position] : null)
    case .notes(let notes): write(notes[row]?.zh, to: &buffer)
    case .texts(let texts): write(texts[row], to: &buffer)
    case .figures(let texts):
      let isNumber = texts[row].map { form == .json && Rational(decimal: $0) != nil } ?? false
      isNumber ? buffer.append(texts[row] ?? "") : write(texts[row], to: &buffer)
    case .fen(let fen): buffer.append(integer: fen[row])
    case .yuan(let fen): buffer.append(yuanOf: fen[row])
    case .persons(let persons), .reals(let persons, _):
      persons[row].isFinite ? buffer.append(shortest: persons[row]) : buffer.append(null)
    case .numbers(let numbers): plain(numbers[row]?.shortText(), to: &buffer)
    case .sixPlaces(let numbers): quoted(numbers[row]?.decimalText(places: 6), to: &buffer)
    case .exact(let numbers): quoted(numbers[row]?.exactText, to: &buffer)
    }
  }

  private func write(_ text: String?, to buffer: inout ByteBuffer) {
    guard let text else { return buffer.append(null) }
    form == .json ? buffer.append(jsonString: text) : buffer.append(csvText: text)
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

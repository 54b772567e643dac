/// A cell that was read.
struct ReadCell: Equatable {
  /// What it shows.
  enum Content: Equatable {
    case blank
    /// The digits as they stand in the file.
    case number(String)
    case text(String)
    case boolean(Bool)
    /// "#REF!" and its kind.
    case error(String)
  }

  let content: Content
  /// Without "="; nil where the cell has none.
  var formula: String?
  /// The cell whose formula it shares.
  var master: CellPlace?

  /// Its text; nil for anything else.
  var text: String? { if case .text(let text) = content { text } else { nil } }
  /// Its number; nil for anything else.
  var number: String? { if case .number(let digits) = content { digits } else { nil } }

  /// True for a formula whose value the program that saved it left out.
  var lacksValue: Bool { formula != nil && (content == .blank || content == .text("")) }

  init(_ raw: RawCell) {
    let text = String(decoding: raw.value, as: UTF8.self)
    switch raw.kind {
    case .blank: content = .blank
    case .number: content = .number(text)
    case .text: content = .text(text)
    case .boolean: content = .boolean(text == "1")
    case .error: content = .error(text)
    }
    formula = raw.formula?.text
  }
}

/// Where a cell lies, from 0.
struct CellPlace: Hashable, Comparable {
  let row, column: Int

  static func < (a: CellPlace, b: CellPlace) -> Bool { (a.row, a.column) < (b.row, b.column) }

  /// "B7".
  var name: String { CellName.cell(row, column) }

  init(_ row: Int, _ column: Int) { (self.row, self.column) = (row, column) }

  /// From "B7"; nil for anything else.
  init?(_ name: String) {
    let bytes = Array(name.utf8)
    guard let place = bytes.withUnsafeBufferPointer(SheetReference.place) else { return nil }
    self.init(place.row, place.column)
  }
}

/// All cells of a short sheet.
final class SheetGrid: SheetSink {
  private(set) var cells: [CellPlace: ReadCell] = [:]
  private(set) var rowCount = 0
  private var masters: [Int: CellPlace] = [:]

  /// Most cells of a sheet that is kept whole.
  private static let mostCells = 2_000_000

  override func take(_ raw: RawCell) -> Bool {
    guard raw.kind != .blank || raw.formula != nil else { return true }
    let place = CellPlace(raw.row, raw.column)
    var cell = ReadCell(raw)
    if let shared = raw.formula?.shared {
      if raw.formula?.text.isEmpty == false {
        masters[shared] = place
      } else {
        guard let master = masters[shared] else { return false }
        (cell.master, cell.formula) = (master, cells[master]?.formula)
      }
    }
    rowCount = max(rowCount, raw.row + 1)
    return cells.updateValue(cell, forKey: place) == nil && cells.count <= Self.mostCells
  }

  /// A cell; nil where it is empty.
  func cell(_ row: Int, _ column: Int) -> ReadCell? { cells[CellPlace(row, column)] }

  /// A text; nil where the cell is none.
  func text(_ row: Int, _ column: Int) -> String? { cell(row, column)?.text }
}

import DoudiInputs
import DoudiUnits

/// A table as it is printed in one language and unit, cell by cell.
///
/// Sentences and figures take their numbers from here, so that they say what the table says.
public struct PrintedTable {
  /// The table.
  public let table: Table
  /// Unit of its money.
  let unit: MoneyUnit
  private let rendered: [RenderedColumns.Column]
  private let ids: [String]

  /// The cells of a table.
  /// - Parameters:
  ///   - table: any.
  ///   - form: language, unit, rounding.
  public init(_ table: Table, _ form: PrintForm) {
    (self.table, unit) = (table, form.unit)
    rendered =
      RenderedColumns(
        table, language: form.language, unit: form.unit, isCut: false, printing: form.printing
      ).columns
    ids = table.columns.first.map { Self.ids($0.values, table.rowCount) } ?? []
  }

  private static func ids(_ values: Values, _ count: Int) -> [String] {
    switch values {
    case .words(let positions, let words): positions.map { $0 >= 0 ? words[Int($0)].id : "" }
    case .texts(let texts), .figures(let texts): texts.map { $0 ?? "" }
    case .notes(let notes): notes.map { $0?.zh ?? "" }
    default: (0..<count).map { "\($0)" }
    }
  }

  /// Headings.
  public var titles: [String] { rendered.map(\.title) }
  /// Number of rows.
  public var rowCount: Int { table.rowCount }
  /// Rows that are no totals.
  public var body: [Int] { (0..<rowCount).filter { table.kind(ofRow: $0) == .body } }
  /// Positions of the columns of these identifiers.
  func column(_ id: String) -> Int? { table.columns.firstIndex { $0.id == id } }
  /// True for a column of figures.
  func isFigure(_ column: Int) -> Bool { rendered[column].isRightAligned }

  /// What is printed in a cell.
  public func text(_ row: Int, _ column: Int) -> String {
    guard rendered.indices.contains(column), rendered[column].cells.indices.contains(row) else { return "" }
    return rendered[column].cells[row]
  }

  /// What is printed in the row of an identifier (of its first column) and a column; nil where there is none.
  public func text(row: String, column: String) -> String? {
    guard let line = ids.firstIndex(of: row), let place = self.column(column) else { return nil }
    return text(line, place)
  }

  /// Identifier of a row: that of the word in the first column.
  public func id(_ row: Int) -> String { ids.indices.contains(row) ? ids[row] : "" }

  /// The figure of a cell in full: money in the printed unit; nil where there is none.
  func value(_ row: Int, _ column: Int) -> Double? {
    guard table.columns.indices.contains(column), (0..<rowCount).contains(row) else { return nil }
    let value: Double?
    switch table.columns[column].values {
    case .fen(let fen), .yuan(let fen): value = Double(fen[row]) / Double(unit.yuan * 100)
    case .units(let units, let places): value = units[row].map { Double($0) / Self.power(places) }
    case .persons(let numbers), .reals(let numbers, _): value = numbers[row]
    case .numbers(let numbers), .rounded(let numbers), .sixPlaces(let numbers), .exact(let numbers):
      value = numbers[row].flatMap { $0.isRepresentable ? $0.double : nil }
    case .figures(let texts): value = texts[row].flatMap(Double.init)
    case .words, .notes, .texts: value = nil
    }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  private static func power(_ places: Int) -> Double {
    (0..<max(0, min(18, places))).reduce(1.0) { power, _ in power * 10 }
  }

  /// The last digit's units of what is printed in a cell; nil where that is no number.
  func units(_ row: Int, _ column: Int) -> Int64? { Self.units(text(row, column)) }

  /// The same of any printed figure.
  static func units(_ text: String) -> Int64? {
    Int64(text.replacing(",", with: "").replacing(".", with: ""))
  }

  /// The table's rows for which something holds.
  func keeping(_ holds: (Int) -> Bool) -> Table {
    var copy = table
    let rows = (0..<rowCount).filter(holds)
    copy.columns = table.columns.map {
      Column($0.id, $0.title, $0.values.picking(rows), isRowTotal: $0.isRowTotal, width: $0.width)
    }
    copy.rowKinds = table.rowKinds.isEmpty ? [] : rows.map { table.kind(ofRow: $0) }
    return copy
  }
}

import DoudiInputs

/// A table in numbers and words as a sheet shows them: the figures of the screen, read back from what is
/// printed there, so that the two cannot differ.
struct SheetTable {
  /// What a cell holds before its formula is looked for.
  enum Value: Hashable {
    case words(String)
    case number(PrintedNumber)

    /// What people see of it.
    var shown: String {
      switch self {
      case .words(let text): text
      case .number(let number): NumberText.real(number.value, places: number.shownPlaces)
      }
    }
  }

  /// One column.
  struct Column {
    let id: String
    let title: String
    let values: [Value]
    /// True where every text is a word, however much it looks like a number.
    let isWords: Bool
    /// Widest that its words may be before they are wrapped.
    let widest: Int
    /// True for amounts, whose sum means something; false for shares and rates.
    let isAmount: Bool
    /// The numbers in full where the cells keep them; empty where they hold what is printed.
    let full: [Double]

    /// The number of a row; nil for words.
    func number(_ row: Int) -> PrintedNumber? {
      guard values.indices.contains(row), case .number(let number) = values[row] else { return nil }
      return number
    }
  }

  let columns: [Column]
  let kinds: [RowKind]

  /// Columns of factors, whose cells hold all digits, so that their product is the money.
  private static let factors: Set<String> = ["volume", "gap"]

  /// The table as a screen shows it.
  /// - Parameters:
  ///   - table: the table.
  ///   - language: of its words.
  ///   - unit: of money.
  ///   - printing: whether money is fitted to add up, or each cell is rounded by itself.
  init(_ table: Table, language: Language, unit: MoneyUnit, printing: Printing) {
    kinds = (0..<table.rowCount).map { table.kind(ofRow: $0) }
    let rendered = RenderedColumns(table, language: language, unit: unit).columns
    columns = zip(table.columns, rendered).map { column, rendered in
      let values = Self.values(column.values, rendered, language, unit, printing)
      let isWords = !rendered.isRightAligned && !Self.areFigures(column.values)
      return Column(
        id: column.id, title: column.title.text(language), values: values, isWords: isWords,
        widest: column.width, isAmount: Self.isAmount(column), full: Self.full(column))
    }
  }

  private static func full(_ column: DoudiReport.Column) -> [Double] {
    guard factors.contains(column.id), case .reals(let numbers, _) = column.values else { return [] }
    return numbers
  }

  private static func isAmount(_ column: DoudiReport.Column) -> Bool {
    switch column.values {
    case .fen, .yuan, .units, .persons: true
    // Money of variants: "A", "B", "B-A".
    case .reals: column.id.utf8.count == 1 || column.id.hasSuffix("-A")
    default: false
    }
  }

  private static func areFigures(_ values: Values) -> Bool {
    if case .figures = values { true } else { false }
  }

  private static func values(
    _ values: Values, _ rendered: RenderedColumns.Column, _ language: Language, _ unit: MoneyUnit,
    _ printing: Printing
  ) -> [Value] {
    switch values {
    case .words(let positions, let words):
      // Not cut to the columns of a terminal.
      let labels = words.map { $0.label.text(language) }
      return positions.map { .words($0 >= 0 ? labels[Int($0)] : "") }
    case .notes(let notes): return notes.map { .words($0?.text(language) ?? "") }
    case .texts(let texts): return texts.map { .words($0 ?? "") }
    case .figures(let texts): return texts.map { printed($0 ?? "") }
    case .fen(let fen) where printing == .rounded, .yuan(let fen) where printing == .rounded:
      return fen.map { .number(PrintedNumber(fen: $0, unit: unit)) }
    case .units(_, let places) where places > unit.places:
      // Money to the fen.
      return rendered.cells.map { printed($0, shownPlaces: unit.places) }
    default: return rendered.cells.map { printed($0) }
    }
  }

  private static func printed(_ text: String, shownPlaces: Int? = nil) -> Value {
    guard let number = PrintedNumber(text) else { return .words(text) }
    return .number(
      PrintedNumber(units: number.units, places: number.places, shownPlaces: shownPlaces ?? number.places))
  }
}

extension PrintedNumber {
  /// Money to the fen, of which as many digits are shown as the unit has.
  init(fen: Int64, unit: MoneyUnit) {
    self.init(units: fen, places: unit.fenPlaces, shownPlaces: unit.places)
  }
}

extension MoneyUnit {
  /// Digits after the point of a fen.
  var fenPlaces: Int {
    switch self {
    case .yuan: 2
    case .wan: 6
    case .yi: 10
    }
  }
}

import DoudiInputs

/// A table in numbers and words as a sheet shows them: the figures of the screen, read back from what is
/// printed there, so that the two cannot differ.
struct SheetTable {
  /// What a cell holds before its formula is looked for.
  enum Value: Hashable {
    case words(String)
    case number(PrintedNumber)
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

    /// The number of a row; nil for words.
    func number(_ row: Int) -> PrintedNumber? {
      guard values.indices.contains(row), case .number(let number) = values[row] else { return nil }
      return number
    }
  }

  let columns: [Column]
  let kinds: [RowKind]

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
        widest: column.width)
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
    default: return rendered.cells.map(printed)
    }
  }

  private static func printed(_ text: String) -> Value {
    PrintedNumber(text).map { .number($0) } ?? .words(text)
  }
}

extension PrintedNumber {
  /// Money to the fen, of which as many digits are shown as the unit has.
  init(fen: Int64, unit: MoneyUnit) {
    self.init(units: fen, places: unit == .yuan ? 2 : unit == .wan ? 6 : 10, shownPlaces: unit.places)
  }
}

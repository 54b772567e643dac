import DoudiInputs

/// The cells of a table as texts, with the width each column takes.
struct RenderedColumns {
  /// One column.
  struct Column {
    let title: String
    let cells: [String]
    let isRightAligned: Bool
    let width: Int

    init(title: String, cells: [String], isRightAligned: Bool) {
      (self.title, self.cells, self.isRightAligned) = (title, cells, isRightAligned)
      width = cells.reduce(DisplayWidth.of(title)) { max($0, DisplayWidth.of($1)) }
    }
  }

  let columns: [Column]

  /// The cells.
  /// - Parameters:
  ///   - table: any.
  ///   - language: of words.
  ///   - unit: of money.
  ///   - isCut: false leaves texts whole that are longer than their column.
  ///   - printing: rounded leaves each figure by itself.
  init(
    _ table: Table, language: Language, unit: MoneyUnit, isCut: Bool = true, printing: Printing = .adjusted
  ) {
    let money = Self.money(table, unit, printing)
    columns = table.columns.enumerated().map { position, column in
      let cells: [String]
      var isRight = true
      func cut(_ text: String) -> String { isCut ? DisplayWidth.cut(text, to: column.width) : text }
      switch column.values {
      case .words(let positions, let words):
        isRight = false
        let labels = words.map { cut($0.label.text(language)) }
        cells = positions.map { $0 >= 0 ? labels[Int($0)] : "" }
      case .notes(let notes):
        isRight = false
        cells = notes.map { cut($0?.text(language) ?? "") }
      case .texts(let texts), .figures(let texts):
        isRight = false
        cells = texts.map { cut($0 ?? "") }
      case .fen, .yuan: cells = money[position] ?? []
      case .units(let units, let places):
        cells = units.map { one in
          one.map { NumberText.scaled($0, places: places) } ?? Labels.notGiven.text(language)
        }
      case .persons(let persons): cells = persons.map(NumberText.persons)
      case .reals(let numbers, let places): cells = numbers.map { NumberText.real($0, places: places) }
      case .numbers(let numbers), .exact(let numbers): cells = numbers.map { NumberText.fraction($0) }
      case .rounded(let numbers): cells = numbers.map { NumberText.fraction($0, places: 2) }
      case .sixPlaces(let numbers): cells = numbers.map { NumberText.fixed($0, places: 2) }
      }
      return Column(title: column.title.text(language), cells: cells, isRightAligned: isRight)
    }
  }

  /// Texts of the money columns: fitted to each other where the table has totals.
  private static func money(_ table: Table, _ unit: MoneyUnit, _ printing: Printing) -> [Int: [String]] {
    var parts: [(position: Int, fen: [Int64])] = []
    var sums: [Int] = []
    for (position, column) in table.columns.enumerated() {
      switch column.values {
      case .fen(let fen), .yuan(let fen):
        if column.isRowTotal { sums.append(position) } else { parts.append((position, fen)) }
      default: break
      }
    }
    guard table.rowKinds.contains(.total), printing == .adjusted else {
      return plain(table, parts.map(\.position) + sums, unit)
    }
    let body = (0..<table.rowCount).filter { table.kind(ofRow: $0) == .body }
    // A total of nothing has no rows to be fitted to.
    guard !body.isEmpty else { return plain(table, parts.map(\.position) + sums, unit) }
    let grid = MoneyGrid(
      fen: body.map { row in parts.map { $0.fen[row] } }, quantum: unit.quantum, total: table.printedTotal)
    func texts(_ inside: (Int) -> Int64, _ total: Int64) -> [String] {
      var next = 0
      return (0..<table.rowCount).map { row in
        guard table.kind(ofRow: row) == .body else { return NumberText.scaled(total, places: unit.places) }
        defer { next += 1 }
        return NumberText.scaled(inside(next), places: unit.places)
      }
    }
    var found: [Int: [String]] = [:]
    for (column, part) in parts.enumerated() {
      found[part.position] = texts({ grid.cells[$0][column] }, grid.columnTotals[column])
    }
    for sum in sums { found[sum] = texts(grid.rowTotal, grid.total) }
    return found
  }

  private static func plain(_ table: Table, _ positions: [Int], _ unit: MoneyUnit) -> [Int: [String]] {
    var found: [Int: [String]] = [:]
    for position in positions {
      switch table.columns[position].values {
      case .fen(let fen), .yuan(let fen):
        found[position] = fen.map {
          NumberText.scaled(MoneyGrid.rounded($0, unit.quantum), places: unit.places)
        }
      default: break
      }
    }
    return found
  }
}

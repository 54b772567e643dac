import DoudiInputs

/// Sheet 校验 worked out anew: each formula it lists is still there, gives what was written, and its own formulas are
/// those that were written. Its verdicts are not believed.
struct KeptChecks {
  private let book: ReadWorkbook
  private let sheet: String

  /// First row of the list, below title, unit, count and headings; its columns.
  private static let first = 4
  private static let (name, cell, text, kept, live, gap, verdict) = (0, 1, 2, 3, 4, 5, 6)

  init(_ book: ReadWorkbook) { (self.book, sheet) = (book, Labels.sheetChecks.text(book.language)) }

  func run() -> SumChecks.Found {
    guard let grid = book.grid(sheet) else { return ([], 0) }
    var faults: [VerifyFault] = []
    var listed: [String: Set<CellPlace>] = [:]
    let rows = (Self.first..<max(Self.first, grid.rowCount)).filter { grid.text($0, Self.name) != nil }
    for row in rows {
      faults += formulas(grid, row)
      guard let text = grid.text(row, Self.text), text.hasPrefix("="), let name = grid.text(row, Self.name),
        let place = grid.text(row, Self.cell).flatMap(CellPlace.init)
      else {
        faults += identity(grid, row)
        continue
      }
      listed[name, default: []].insert(place)
      faults += kept(grid, row, name, place, String(text.dropFirst()))
    }
    return (faults + counted(grid, rows) + unlisted(listed), rows.count)
  }

  private func changed(_ sheet: String, _ place: CellPlace, _ zh: String, _ en: String) -> VerifyFault {
    book.fault(.changed, sheet, place, Bilingual(zh: zh, en: en))
  }

  // MARK: its own formulas

  /// Live value, difference and verdict of a row are the formulas that were written.
  private func formulas(_ grid: SheetGrid, _ row: Int) -> [VerifyFault] {
    let (a, b, c) = (
      CellName.cell(row, Self.kept), CellName.cell(row, Self.live), CellName.cell(row, Self.gap)
    )
    var wanted = [(Self.gap, "\(b)-\(a)"), (Self.verdict, verdict(grid.cell(row, Self.verdict), c, a))]
    var faults: [VerifyFault] = []
    if grid.text(row, Self.text)?.hasPrefix("=") == true, let name = grid.text(row, Self.name),
      let place = grid.text(row, Self.cell)
    {
      wanted.append((Self.live, CellName.sheet(name) + place))
    } else {
      // A figure that stands in two places: both are read from their sheets.
      for column in [Self.kept, Self.live] where grid.cell(row, column)?.formula == nil {
        let place = CellPlace(row, column)
        faults.append(changed(sheet, place, "原为公式，现在不是", "was a formula and is none now"))
      }
    }
    return faults
      + wanted.compactMap { column, text in
        differs(grid.cell(row, column), CellPlace(row, column), sheet, from: text)
      }
  }

  /// The verdict's formula in the unit in which it is written; where it is in none, in 10,000s.
  private func verdict(_ cell: ReadCell?, _ gap: String, _ kept: String) -> String {
    let all = MoneyUnit.allCases.map {
      CheckVerdict.formula(gap: gap, kept: kept, unit: $0, language: book.language)
    }
    let own = cell?.formula.flatMap(FormulaParser.parse)
    return all.first { own != nil && FormulaParser.parse($0) == own } ?? all[1]
  }

  /// The count of rows that do not hold is still counted, over all rows.
  private func counted(_ grid: SheetGrid, _ rows: [Int]) -> [VerifyFault] {
    guard let last = rows.last else { return [] }
    let place = CellPlace(2, 1)
    let text = CheckVerdict.count(from: Self.first, through: last, language: book.language)
    return [differs(grid.cell(place.row, place.column), place, sheet, from: text)].compactMap { $0 }
  }

  /// Why a cell does not hold a formula that was written; nil where it does.
  private func differs(
    _ cell: ReadCell?, _ place: CellPlace, _ name: String, from text: String
  ) -> VerifyFault? {
    guard let cell, let formula = cell.formula else {
      let shown = FormulaChecks.words(ReadWorkbook.value(cell))
      return changed(
        name, place, "原为公式=\(text)，现为\(shown)", "was the formula =\(text), and is \(shown) now")
    }
    guard let node = FormulaChecks.node(cell, at: place), node == FormulaParser.parse(text) else {
      return changed(
        name, place, "原为公式=\(text)，现为=\(formula)", "was the formula =\(text), and is =\(formula) now")
    }
    return nil
  }

  // MARK: what was written

  /// A formula of another sheet, and the value it had.
  private func kept(
    _ grid: SheetGrid, _ row: Int, _ name: String, _ place: CellPlace, _ text: String
  ) -> [VerifyFault] {
    guard let target = book.grid(name) else { return [] }
    if let fault = differs(target.cell(place.row, place.column), place, name, from: text) { return [fault] }
    guard let node = FormulaParser.parse(text) else { return [] }
    return compare(grid, row, FormulaEvaluator(cells: book.worked, sheet: name).value(node), name, place)
  }

  /// A figure that stands in two places.
  private func identity(_ grid: SheetGrid, _ row: Int) -> [VerifyFault] {
    let place = CellPlace(row, Self.live)
    guard let cell = grid.cell(row, Self.live), let node = FormulaChecks.node(cell, at: place) else {
      return []
    }
    let live = FormulaEvaluator(cells: book.worked, sheet: sheet).value(node)
    return compare(grid, row, live, sheet, place)
  }

  private func compare(
    _ grid: SheetGrid, _ row: Int, _ live: FormulaValue, _ name: String, _ place: CellPlace
  ) -> [VerifyFault] {
    let written = book.value(sheet, CellPlace(row, Self.kept))
    if case .number(let a) = live, case .number(let b) = written, a.agrees(with: b) { return [] }
    let (now, then) = (FormulaChecks.words(live), FormulaChecks.words(written))
    let what = grid.text(row, Self.text) ?? ""
    return [
      book.fault(
        .sum, name, place,
        Bilingual(
          zh: "\(what)：写出时为\(then)，现为\(now)", en: "\(what) was \(then) when written, and is \(now) now"))
    ]
  }

  /// Formulas that nobody listed.
  private func unlisted(_ listed: [String: Set<CellPlace>]) -> [VerifyFault] {
    book.pages.filter { $0 != sheet }.flatMap { name -> [VerifyFault] in
      let known = listed[name] ?? []
      return (book.grid(name)?.cells ?? [:]).filter { $0.value.formula != nil && !known.contains($0.key) }
        .sorted { $0.key < $1.key }.map { place, cell in
          let text = cell.formula ?? ""
          return changed(
            name, place, "写出时没有的公式=\(text)", "a formula that was not written: =\(text)")
        }
    }
  }
}

/// A workbook whose formulas are all worked out from what was typed: no value that a program kept is looked at.
///
/// A difference of large numbers that a program worked out in doubles is off in its last digits, and whatever is made
/// of that difference is off, too. From the exact difference it is not.
final class WorkedBook: FormulaCells {
  // The workbook holds this.
  private unowned let book: ReadWorkbook
  private var known: [String: [CellPlace: FormulaValue]] = [:]
  private var depth = 0
  private static let deepest = 64

  init(_ book: ReadWorkbook) { self.book = book }

  func value(_ sheet: String, _ place: CellPlace) -> FormulaValue {
    guard let cell = book.grid(sheet)?.cell(place.row, place.column), cell.formula != nil else {
      return book.value(sheet, place)
    }
    if let value = known[sheet]?[place] { return value }
    // A cell that looks at itself has no value.
    guard depth < Self.deepest, let node = FormulaChecks.node(cell, at: place) else { return .error }
    depth += 1
    let value = FormulaEvaluator(cells: self, sheet: sheet).value(node)
    depth -= 1
    known[sheet, default: [:]][place] = value
    return value
  }

  func values(_ sheet: String, _ first: CellPlace, _ last: CellPlace) -> [FormulaValue]? {
    book.places(sheet, first, last)?.map { value(sheet, $0) } ?? book.values(sheet, first, last)
  }

  func sum(_ sheet: String, _ first: CellPlace, _ last: CellPlace) -> FormulaNumber? {
    book.sum(sheet, first, last)
  }
}

import DoudiInputs

/// Whether every formula cell shows what its formula gives, and no cell an error.
struct FormulaChecks {
  private let book: ReadWorkbook

  init(_ book: ReadWorkbook) { self.book = book }

  func run() -> SumChecks.Found {
    var faults: [VerifyFault] = []
    var count = 0
    for sheet in book.pages {
      guard let grid = book.grid(sheet) else { continue }
      for (place, cell) in grid.cells.sorted(by: { $0.key < $1.key }) {
        if cell.formula != nil { count += 1 }
        if let why = Self.fault(cell, at: place, sheet, book) {
          faults.append(book.fault(why.kind, sheet, place, why.words))
        }
      }
    }
    return (faults, count)
  }

  private static func fault(
    _ cell: ReadCell, at place: CellPlace, _ sheet: String, _ book: ReadWorkbook
  ) -> (kind: VerifyFault.Kind, words: Bilingual)? {
    if case .error(let text) = cell.content {
      return (.cell, Bilingual(zh: "错误值\(text)", en: "the error \(text)"))
    }
    guard let text = cell.formula else { return nil }
    guard let node = node(cell, at: place) else {
      return (.unknown, Bilingual(zh: "doudi不写的公式=\(text)", en: "=\(text) is no formula that doudi writes"))
    }
    let value = FormulaEvaluator(cells: book, sheet: sheet).value(node)
    let shown = book.value(sheet, place)
    guard !agree(value, shown) else { return nil }
    let (a, b) = (words(shown), words(value))
    return (
      .sum, Bilingual(zh: "为\(a)，公式=\(text)应为\(b)", en: "\(a), but =\(text) gives \(b)")
    )
  }

  /// The formula of a cell, its own or that of the cell whose it shares.
  static func node(_ cell: ReadCell, at place: CellPlace) -> FormulaNode? {
    guard let node = cell.formula.flatMap(FormulaParser.parse) else { return nil }
    guard let master = cell.master else { return node }
    return node.moved(place.row - master.row, place.column - master.column)
  }

  private static func agree(_ value: FormulaValue, _ shown: FormulaValue) -> Bool {
    switch (value, shown) {
    case (.number(let a), .number(let b)): a.agrees(with: b)
    case (.text(let a), .text(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    default: false
    }
  }

  /// A value for people.
  static func words(_ value: FormulaValue) -> String {
    switch value {
    case .number(let number): number.exact.shortText(maximumPlaces: 10)
    case .text(let text): text
    case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
    case .blank: "—"
    case .error: "#VALUE!"
    }
  }
}

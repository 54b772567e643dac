import DoudiUnits

/// A formula taken apart: what workbooks of this program hold, and no more.
indirect enum FormulaNode: Equatable {
  enum Operator: String {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case equal = "="
    case unequal = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case more = ">"
    case moreOrEqual = ">="
  }

  case number(Rational)
  case text(String)
  case cell(FormulaReference)
  case range(FormulaReference, FormulaReference)
  case negative(FormulaNode)
  case binary(Operator, FormulaNode, FormulaNode)
  case call(FormulaFunction, [FormulaNode])

  /// The same formula in a cell so many rows and columns further.
  func moved(_ rows: Int, _ columns: Int) -> FormulaNode {
    switch self {
    case .number, .text: self
    case .cell(let place): .cell(place.moved(rows, columns))
    case .range(let a, let b): .range(a.moved(rows, columns), b.moved(rows, columns))
    case .negative(let node): .negative(node.moved(rows, columns))
    case .binary(let sign, let a, let b): .binary(sign, a.moved(rows, columns), b.moved(rows, columns))
    case .call(let function, let nodes): .call(function, nodes.map { $0.moved(rows, columns) })
    }
  }
}

/// The functions that a workbook's formulas use.
enum FormulaFunction: String {
  case sum = "SUM"
  case round = "ROUND"
  case abs = "ABS"
  case max = "MAX"
  case min = "MIN"
  case either = "IF"
  case countIf = "COUNTIF"

  /// How many values it takes.
  var arguments: ClosedRange<Int> {
    switch self {
    case .sum, .max, .min: 1...255
    case .round, .countIf: 2...2
    case .abs: 1...1
    case .either: 3...3
    }
  }
}

/// A cell as a formula names it.
struct FormulaReference: Equatable {
  /// nil: the sheet of the formula.
  let sheet: String?
  let row, column: Int
  /// True where it does not move with the formula.
  var isFixedRow = false
  var isFixedColumn = false

  func moved(_ rows: Int, _ columns: Int) -> FormulaReference {
    FormulaReference(
      sheet: sheet, row: isFixedRow ? row : row + rows, column: isFixedColumn ? column : column + columns,
      isFixedRow: isFixedRow, isFixedColumn: isFixedColumn)
  }

  /// True where both are the same cell, whether fixed or not.
  static func == (a: FormulaReference, b: FormulaReference) -> Bool {
    a.sheet == b.sheet && a.row == b.row && a.column == b.column
  }
}

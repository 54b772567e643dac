import DoudiUnits

/// What a formula comes to.
enum FormulaValue: Equatable {
  case number(FormulaNumber)
  case text(String)
  case boolean(Bool)
  case blank
  /// No number: a division by zero, a text in a sum of two, a number out of range.
  case error
}

/// Cells that formulas look at.
protocol FormulaCells {
  /// What a cell shows.
  func value(_ sheet: String, _ place: CellPlace) -> FormulaValue
  /// The values of a stretch of cells that are not empty; nil where there is no such sheet.
  func values(_ sheet: String, _ first: CellPlace, _ last: CellPlace) -> [FormulaValue]?
  /// The sum of a stretch of cells; nil where it is to be worked out cell by cell.
  func sum(_ sheet: String, _ first: CellPlace, _ last: CellPlace) -> FormulaNumber?
}

/// Works out formulas as spreadsheet programs do, but exactly.
struct FormulaEvaluator {
  let cells: any FormulaCells
  /// The sheet of the formula.
  let sheet: String

  /// The value of a formula.
  func value(_ node: FormulaNode) -> FormulaValue {
    switch node {
    case .number(let number): .number(FormulaNumber(exact: number, bound: 0))
    case .text(let text): .text(text)
    case .cell(let place): cells.value(place.sheet ?? sheet, CellPlace(place.row, place.column))
    case .range: .error
    case .negative(let node): number(node).map { .number(-$0) } ?? .error
    case .binary(let sign, let a, let b): binary(sign, a, b)
    case .call(let function, let nodes): call(function, nodes)
    }
  }

  /// A value as a number; an empty cell is 0.
  private func number(_ node: FormulaNode) -> FormulaNumber? {
    switch value(node) {
    case .number(let number): number
    case .blank: .zero
    case .boolean(let isTrue): isTrue ? FormulaNumber(exact: .one, bound: 0) : .zero
    case .text, .error: nil
    }
  }

  private func binary(_ sign: FormulaNode.Operator, _ a: FormulaNode, _ b: FormulaNode) -> FormulaValue {
    guard let left = number(a), let right = number(b) else { return .error }
    func result(_ number: FormulaNumber?) -> FormulaValue { number.map { .number($0) } ?? .error }
    switch sign {
    case .add: return result(left + right)
    case .subtract: return result(left - right)
    case .multiply: return result(left * right)
    case .divide: return result(left / right)
    case .equal: return .boolean(left.exact == right.exact)
    case .unequal: return .boolean(left.exact != right.exact)
    case .less: return .boolean(left.exact < right.exact)
    case .lessOrEqual: return .boolean(left.exact <= right.exact)
    case .more: return .boolean(left.exact > right.exact)
    case .moreOrEqual: return .boolean(left.exact >= right.exact)
    }
  }

  private func call(_ function: FormulaFunction, _ nodes: [FormulaNode]) -> FormulaValue {
    switch function {
    case .sum: return sum(nodes).map { .number($0) } ?? .error
    case .max: return outermost(nodes) { $0 < $1 }
    case .min: return outermost(nodes) { $0 > $1 }
    case .abs: return number(nodes[0]).map { .number($0.magnitude) } ?? .error
    case .round:
      guard let value = number(nodes[0]), let places = number(nodes[1])?.exact, places.isWhole,
        let digits = Int(exactly: places.numerator), let rounded = value.rounded(places: digits)
      else { return .error }
      return .number(rounded)
    case .either:
      guard case .boolean(let isTrue) = value(nodes[0]) else { return .error }
      return value(nodes[isTrue ? 1 : 2])
    case .countIf:
      guard case .text(let wanted) = value(nodes[1]), let found = values(nodes[0]) else { return .error }
      let count = found.count { $0 == .text(wanted) }
      return .number(FormulaNumber(exact: Rational(count), bound: 0))
    }
  }

  private func values(_ node: FormulaNode) -> [FormulaValue]? {
    guard case .range(let first, let last) = node else { return [value(node)] }
    return cells.values(
      first.sheet ?? sheet, CellPlace(first.row, first.column), CellPlace(last.row, last.column))
  }

  /// Texts and empty cells of a stretch count for nothing.
  private func sum(_ nodes: [FormulaNode]) -> FormulaNumber? {
    var total: FormulaNumber? = .zero
    for node in nodes {
      if case .range(let first, let last) = node,
        let known = cells.sum(
          first.sheet ?? sheet, CellPlace(first.row, first.column), CellPlace(last.row, last.column))
      {
        total = total.flatMap { $0 + known }
        continue
      }
      guard let found = values(node) else { return nil }
      for one in found {
        switch one {
        case .number(let number): total = total.flatMap { $0 + number }
        case .error: return nil
        case .text, .boolean, .blank: continue
        }
      }
    }
    return total
  }

  /// The number before which all others come.
  private func outermost(_ nodes: [FormulaNode], _ isBefore: (Rational, Rational) -> Bool) -> FormulaValue {
    var found: FormulaNumber?
    for node in nodes {
      guard let number = number(node) else { return .error }
      if found.map({ isBefore($0.exact, number.exact) }) ?? true { found = number }
    }
    return found.map { .number($0) } ?? .error
  }
}

import DoudiAllocation
import DoudiUnits

/// Splits a pot under side conditions.
struct LinearSplitter {
  let inputs: AllocationInputs

  func split(_ pot: Int64) throws(AllocationFault) -> AllocationSplit {
    let formula = try self.formula(pot)
    let program = AllocationProgram(
      pot: pot, ranges: try UnitRange.inside(inputs.bounds), needs: needs,
      objective: inputs.spec.keepsNearFormula
        ? .minimiseDeviation(from: (formula ?? []).map(\.double)) : .maximiseCoverage,
      conditions: inputs.spec.conditions.map { ($0.name, condition($0)) })
    let solved = try RoundedProgram(program, groups: groups)
    let plain = formula.map { LargestRemainder.split(pot, weights: $0) }
    let found = solved.status == .optimal
    var split = AllocationSplit(
      rows: inputs.rows.rows.indices.map { row in
        let units = found ? solved.units[row] : 0
        return SplitRow(
          share: formula.flatMap {
            pot > 0 ? AllocationSplitter.known($0[row] / Rational(Int128(pot), over: 1)) : nil
          },
          formula: formula?[row], exact: nil, value: found ? solved.amounts[row] : .nan, amount: units,
          bound: hit(row, units), moved: units - (plain?[row] ?? units), movedExact: nil)
      }, pot: pot)
    split.program = solved
    return split
  }

  private var needs: [Double] {
    inputs.needs?.map { ($0 ?? .zero).double } ?? inputs.rows.rows.map { _ in 0 }
  }

  /// What weights alone would give; nil without weights.
  private func formula(_ pot: Int64) throws(AllocationFault) -> [Rational]? {
    guard let weights = inputs.weights, weights.contains(where: { $0 > .zero }) else { return nil }
    return try Envelope(pot: pot, weights: weights).allocate().rows.map(\.exact)
  }

  private func hit(_ row: Int, _ units: Int64) -> BoundHit? {
    let (limit, value) = (inputs.bounds[row], Rational(Int128(units), over: 1))
    if let floor = limit.floor, floor.value > .zero, value - .one < floor.value {
      return BoundHit(side: .floor, bound: floor)
    }
    if let cap = limit.cap, value + .one > cap.value { return BoundHit(side: .cap, bound: cap) }
    return nil
  }

  /// Rows of one word in `group` are rounded together.
  private var groups: [[Int]] {
    var found: [String: [Int]] = [:]
    for (row, one) in inputs.rows.rows.enumerated() where !one.group.isEmpty {
      found[one.group, default: []].append(row)
    }
    return found.sorted { $0.value[0] < $1.value[0] }.map(\.value)
  }

  private func condition(_ rule: ConditionRule) -> SideCondition {
    let rows = positions(rule.rows)
    switch rule.kind {
    case .total(let least, let most):
      return .total(of: rows, atLeast: least?.value.double, atMost: most?.value.double)
    case .share(let most, let whole): return .share(of: rows, atMost: most.value.double, in: positions(whole))
    case .coverage(let least, let most):
      return .coverage(of: rows, atLeast: least?.value.double, atMost: most?.value.double)
    case .commonCoverage(let width): return .commonCoverage(of: rows, width: width.value.double)
    }
  }

  /// Rows by their names or the word of their group; all where nothing is named.
  private func positions(_ names: [Located<String>]) -> [Int] {
    let rows = inputs.rows.rows
    if names.isEmpty { return Array(rows.indices) }
    let wanted = Set(names.map(\.value))
    return rows.indices.filter { wanted.contains(rows[$0].id) || wanted.contains(rows[$0].group) }
  }
}

import DoudiAllocation
import DoudiUnits

/// Inequality of last time's amounts, of the formula's and of the final ones, over people where they are known.
struct EquityWork {
  let inputs: AllocationInputs
  let people: PeopleColumn?

  func lines(_ split: AllocationSplit) -> [EquityLine] {
    var lines: [EquityLine] = []
    func add(_ amounts: EquityLine.Amounts, _ values: [Rational?]) {
      guard let measure = measure(values) else { return }
      lines.append(EquityLine(amounts: amounts, heads: heads, measure: measure))
    }
    if let previous = inputs.previous { add(.previous, previous) }
    if split.rows.contains(where: { $0.formula != nil }) { add(.formula, split.rows.map(\.formula)) }
    add(.amount, split.rows.map { Rational(Int128($0.amount), over: 1) })
    return lines
  }

  /// Gini's coefficient of whole amounts; nil where not defined.
  func gini(_ amounts: [Int64]) -> Double? {
    measure(amounts.map { Rational(Int128($0), over: 1) })?.gini.double
  }

  /// The same over needs where people are not known: how unevenly needs are covered.
  func giniOfCoverage(_ amounts: [Int64]) -> Double? {
    guard people == nil, let needs = inputs.needs else { return gini(amounts) }
    let leaves = inputs.rows.leaves
    return try? Inequality(
      leaves.map { amounts[$0] }, people: leaves.map { Int64(clamping: (needs[$0] ?? .zero).roundedHalfUp) }
    ).gini.double
  }

  private var heads: EquityLine.Heads {
    guard let people else { return .row }
    return people.areRecipients ? .recipient : .head
  }

  /// Over leaves, in whole units; nil where not defined.
  private func measure(_ values: [Rational?]) -> Inequality? {
    let leaves = inputs.rows.leaves
    let amounts = leaves.map { Int64(clamping: (values[$0] ?? .zero).roundedHalfUp) }
    let count = people.map { column in
      leaves.map { Int64(clamping: (column.heads[$0] ?? .zero).roundedHalfUp) }
    }
    return try? Inequality(amounts, people: count)
  }
}

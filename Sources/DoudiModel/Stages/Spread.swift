import DoudiInputs
import DoudiUnits

/// Which rules of a model depend, directly or through others, on what has been touched.
struct Spread {
  /// Positions of amounts.
  private(set) var amounts: Set<Int> = []
  /// Positions of groups.
  private(set) var groups: Set<Int> = []
  /// Caseload rules, in the order in which they run.
  private(set) var caseloads: [Int] = []
  /// Payment rules, in the order in which they pay.
  private(set) var payments: [Int] = []

  /// Follows what rules read of each other.
  /// - Parameters:
  ///   - model: the rules.
  ///   - isTouched: true for a rule whose own terms or indicators are touched.
  ///   - isIdle: true for a payment rule that pays nothing unless its own terms or indicators are touched.
  init(_ model: Model, isTouched: (RuleHeader) -> Bool, isIdle: (Int) -> Bool) {
    for position in model.amountOrder where reaches(model.amounts[position].header, isTouched) {
      amounts.insert(position)
    }
    for (position, rule) in model.caseloads.enumerated() where reaches(rule.header, isTouched) {
      caseloads.append(position)
      groups.formUnion(rule.form.gives)
    }
    let headers = model.payments.map(\.header) + model.caseloads.map(\.header)
    var programmes: Set<Int> = []
    for (position, rule) in model.payments.enumerated() {
      let reads = rule.header.reads
      // A payment that continues another (a phase-out) depends on all that one depends on.
      let continued = headers.filter { reads.rules.contains($0.id) }
      guard
        reaches(rule.header, isTouched) || continued.contains(where: { reaches($0, isTouched) })
          || !reads.programmes.isDisjoint(with: programmes)
      else { continue }
      // What no trigger has set off is not set off by other amounts or other people.
      if isIdle(position), !isTouched(rule.header) { continue }
      payments.append(position)
      programmes.insert(rule.form.programme)
    }
  }

  private func reaches(_ header: RuleHeader, _ isTouched: (RuleHeader) -> Bool) -> Bool {
    isTouched(header) || !header.reads.amounts.isDisjoint(with: amounts)
      || !header.reads.groups.isDisjoint(with: groups)
  }
}

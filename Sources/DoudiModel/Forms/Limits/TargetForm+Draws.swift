import DoudiInputs
import DoudiTape
import DoudiUnits

/// The target over uncertain inputs, in persons who are missing from it; nil before it is due.
///
///     slack = part - target x whole
extension TargetForm {
  var drawnSlackUnit: (unit: Measure, parent: DrawOutput.Parent)? { (Units.persons, .sum) }

  func drawnSlack(_ year: Int, rule: RuleHeader, world: DrawWorld) -> TapeValue? {
    guard let rate else { return nil }
    let month = min(Month(year: year, month: 12), world.horizon.last)
    guard year >= Int(world.fixed(by, world.whole, month).floor) else { return nil }
    let bound = world.share(least, world.whole, month)
    let slacks = world.people.compactMap { cell in
      world.rate(rate, cell, month).map { $0.part - bound * $0.whole }
    }
    guard let first = slacks.first else { return nil }
    return slacks.dropFirst().reduce(first) { $0 + $1 }
  }
}

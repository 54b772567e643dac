import DoudiTape
import DoudiUnits

/// Leavers over uncertain inputs; how long the phase-out lasts is fixed.
extension PhaseOutForm {
  func draw(rule: RuleHeader, world: DrawWorld) {
    world.set(
      group: gives[0],
      world.central.groupMonths.map { month in
        world.people.map { cell in
          drawnCohorts(cell, month, world).reduce(world.tape.literal(0)) { $0 + $1.persons }
        }
      })
  }

  /// People of one leaving month who are still in their phase-out.
  struct DrawnCohort {
    let left: Month
    let persons: TapeValue
    let step: TapeValue
  }

  /// The cohorts alive in a month, youngest first.
  func drawnCohorts(_ cell: Int, _ month: Month, _ world: DrawWorld) -> [DrawnCohort] {
    let length = Int(world.fixed(months, cell, month).floor)
    let longest = max(length, Int(world.fixed(monthsDisabled, cell, month).floor))
    let (share, disabledShare) = (world.share(eligible, cell, month), world.share(disabled, cell, month))
    return (0..<max(0, min(longest, 24))).map { age in
      let left = month.advanced(by: -age)
      let leaving = share * world.exits(group, cell, left)
      let step = world.share(age < 12 ? firstStep : secondStep, cell, month)
      return DrawnCohort(left: left, persons: age < length ? leaving : leaving * disabledShare, step: step)
    }
  }
}

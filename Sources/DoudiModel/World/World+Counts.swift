import DoudiInputs
import DoudiUnits

extension World {
  /// People or events of an observation; a unit that counts neither is remembered as a misfit.
  func countOf(_ seen: Observation) -> Double {
    if let factor = seen.unit.factor(to: Units.persons) { return (seen.value * factor).double }
    if !Self.countsEvents.contains(seen.unit) {
      indicators.noteMisfit(seen, wanted: Units.persons, seen.indicator, seen.region)
    }
    return seen.value.double
  }

  /// Units of events.
  private static let countsEvents = Set(["count", "cases", "person-times"].compactMap { Measure(text: $0) })
}

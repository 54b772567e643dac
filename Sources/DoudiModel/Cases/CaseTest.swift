public import DoudiInputs
import DoudiUnits

/// How a scenario's cases lie to a threshold of a rule in a year.
public struct CaseTest: Sendable {
  /// The rule.
  public let rule: RuleHeader
  /// The year, by its last month.
  public let year: Int
  /// Cases below the threshold.
  public internal(set) var below = 0
  /// Names of the cases exactly on it.
  public internal(set) var on: [String] = []
  /// Cases above it.
  public internal(set) var above = 0
  /// Of those on or above it, how many fall below once their outlays are taken off; nil where the
  /// rule looks at no income.
  public internal(set) var belowAfterOutlays: Int?
  /// How many the county decides; nil where the rule divides no levels.
  public internal(set) var decidedByCounty: Int?
  /// What the place of a case decides.
  public internal(set) var meaning = Bilingual(zh: "", en: "")

  init(rule: RuleHeader, year: Int) { (self.rule, self.year) = (rule, year) }

  /// Number of cases.
  public var count: Int { below + on.count + above }

  /// Puts a case where its figure lies.
  mutating func add(_ one: HouseholdCase, figure: Rational, threshold: Rational) {
    if figure < threshold {
      below += 1
    } else if figure == threshold {
      on.append(one.name)
    } else {
      above += 1
    }
  }
}

/// A payment form with a threshold that households can be held against.
protocol CaseTester {
  /// How the cases lie; `cell` gives the place of a case. nil where the rule has no threshold.
  func test(
    _ cases: [(row: HouseholdCase, cell: Int)], rule: RuleHeader, year: Int, month: Month, world: World
  ) -> CaseTest?
}

import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Growth and stand-ins of indicators that are drawn: as `--set` with the same value.
@Suite struct DrawWorldIndicatorsTests {
  static let place = RandomPlace(seed: 11, leaves: 3, months: 24, hasThresholds: true).place
  static let base = ["growth.income=4", "growth.people=1", "growth.villages=2", "indicator.food=2"]

  @Test(arguments: [
    UncertainInputTests.one("growth.income", 6.5, "growth.income=6.5"),
    UncertainInputTests.one("growth.income", .add, 1.5, "growth.income=5.5"),
    UncertainInputTests.one("growth.income", .multiply, 0.5, "growth.income=2"),
    UncertainInputTests.one("growth.income", .add, -6, "growth.income=-2"),
    UncertainInputTests.one("growth.people", 3, "growth.people=3"),
    UncertainInputTests.one("growth.people", .add, 1, "growth.people=2"),
    UncertainInputTests.one("growth.villages", 5, "growth.villages=5"),
    UncertainInputTests.one("indicator.prices", 6, "indicator.prices=6"),
    UncertainInputTests.one("indicator.prices", 0, "indicator.prices=0"),
    UncertainInputTests.one("indicator.food", .add, 5, "indicator.food=7"),
  ]) func asOnTheCommandLine(_ one: UncertainInputTests.Case) throws {
    let fault = try DrawComparison.fault(
      Self.place, base: Self.base, one.inputs, one.values, set: one.arguments)
    #expect(fault == nil, "\(fault ?? "")")
  }

  /// A subsidy that the central run never pays is paid by draws that pass the trigger.
  @Test func aTriggerThatTheCentralRunDoesNotReach() throws {
    let base = Self.base + ["indicator.prices=1"]
    let central = try Self.place.run(overrides: base)
    #expect(central.fen(rule: "P8") == 0)
    let fault = try DrawComparison.fault(
      Self.place, base: base, [UncertainInput(name: "indicator.prices")], [5], set: ["indicator.prices=5"])
    #expect(fault == nil, "\(fault ?? "")")
  }

  /// Incomes that no source gives, in a month's unit where the rule reads a year's.
  private static let incomes = SmallPlace(
    rules: """
      - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: 500 CNY/person/month}
      - id: G7
        form: income_distribution
        gives: poor
        line: standard
        income: income
        spread: "0.7"
        population: people
        take_up: 60 %
        exit: 100 %/month
        speed: 100 %/month
        start_persons: 0 persons
      - {id: P1, form: gap_payment, programme: aid, group: poor, amount: standard, ratio: 50 %}
      """,
    observations: """
      990001,urban,2027,people,90000,persons,observed,a
      990001,rural,2027,people,60000,persons,observed,a
      """)

  /// A stand-in is drawn in the unit of its assumption, not in that of the rule that reads it.
  @Test(arguments: [
    (UncertainInput.Effect.replace, 2500.0), (.add, -500), (.multiply, 2500.0 / 3000),
  ]) func standInsInTheirOwnUnit(_ effect: UncertainInput.Effect, _ value: Double) throws {
    let fault = try DrawComparison.fault(
      Self.incomes, base: ["indicator.income=3000 CNY/person/month"],
      [UncertainInput(name: "indicator.income", effect: effect)], [value],
      set: ["indicator.income=2500 CNY/person/month"])
    #expect(fault == nil, "\(fault ?? "")")
  }

  /// An income below 0 has no result, a price change may be negative; nor has what growth below -100 % leaves.
  @Test func lessThanNothingHasNoResult() throws {
    func finite(_ place: SmallPlace, _ base: [String], _ name: String, _ draws: [Double]) throws -> [Bool] {
      let comparison = DrawComparison(try place.run(overrides: base).projection, [UncertainInput(name: name)])
      let total = try #require(comparison.program.outputs.lastIndex { $0.kind == .total })
      return try comparison.outcomes(draws.map { [$0] }).map { $0[0][total].isFinite }
    }
    let base = ["indicator.income=3000 CNY/person/month"]
    #expect(try finite(Self.incomes, base, "indicator.income", [2500, -1, -2500]) == [true, false, false])
    #expect(
      try finite(Self.place, Self.base + ["indicator.prices=1"], "indicator.prices", [6, -3]) == [true, true])
    #expect(try finite(Self.place, Self.base, "growth.income", [6, -6, -150]) == [true, true, false])
  }

  /// Growth for a region of an indicator that is observed above it.
  @Test func growthOfOneRegion() throws {
    let code = try #require(RegionCode("990001"))
    let fault = try DrawComparison.fault(
      Self.place, base: Self.base, [UncertainInput(name: "growth.income", regions: [code.text])], [7],
      set: ["growth.income@990001=7"])
    #expect(fault == nil, "\(fault ?? "")")
  }

  /// Growth of one region moves who has which part of a count that is spread by the indicator.
  @Test(arguments: ["990001", "990003"]) func growthOfAKeyInOneRegion(_ region: String) throws {
    let code = try #require(RegionCode(region))
    let fault = try DrawComparison.fault(
      Self.place, base: Self.base, [UncertainInput(name: "growth.people", regions: [code.text])], [3],
      set: ["growth.people@\(region)=3"])
    #expect(fault == nil, "\(fault ?? "")")
  }
}

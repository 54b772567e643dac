import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Forms that random places do not have: over drawn parameters they give what the official run gives.
@Suite struct DrawnFormsTests {
  /// Yearly counts that fall in town and rise in the country, and aid for those who are counted.
  static let trend: SmallPlace = {
    let counts = (0..<5).map { year in
      """
      990001,urban,\(2022 + year),poor,\(10_000 - 700 * year),persons,observed,report
      990001,rural,\(2022 + year),poor,\(3000 + 150 * year),persons,observed,report
      """
    }.joined(separator: "\n")
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: 700 CNY/person/month}
        - {id: G1, form: trend, gives: recipients, start: poor, tilt: 1 %/year, exit: 0.9 %/month}
        - id: G2
          form: phase_out
          gives: leavers
          of: recipients
          eligible: 40 %
          months: 6 months
          months_disabled: 18 months
          disabled: 25 %
          step_first_year: 100 %
          step_second_year: 50 %
        - {id: P1, form: gap_payment, programme: aid, group: recipients, amount: standard, ratio: 60 %}
        - {id: P2, form: phase_out_payment, programme: aid, phase_out: G2, of_payment: P1}
        """, observations: counts)
    place.horizon = ("2027-01", "2029-12")
    return place
  }()

  @Test(arguments: [
    UncertainInputTests.one("G1.tilt", 4, "G1.tilt=4"),
    UncertainInputTests.one("G1.tilt", .add, -5, "G1.tilt=-4"),
    UncertainInputTests.one("G1.tilt", areas: [.rural], 3, "G1.tilt@rural=3"),
    UncertainInputTests.one("G1.exit", .multiply, 3, "G1.exit=2.7"),
    UncertainInputTests.one("G2.eligible", 75, "G2.eligible=75"),
    UncertainInputTests.one("G2.disabled", .add, 10, "G2.disabled=35"),
    UncertainInputTests.one("G2.step_second_year", .multiply, 0.2, "G2.step_second_year=10"),
  ]) func trendAndPhaseOut(_ one: UncertainInputTests.Case) throws {
    let fault = try DrawComparison.fault(Self.trend, one.inputs, one.values, set: one.arguments)
    #expect(fault == nil, "\(fault ?? "")")
  }

  /// Costs that insurance leaves, above a deductible and up to a ceiling; grants in two classes.
  static let costs: SmallPlace = {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: 700 CNY/person/month}
        - {id: G1, form: incidence, gives: cases, per: people, rate: 12 per_1000/year}
        - {id: G2, form: path, gives: poor, indicator: poor, between: linear}
        - id: P1
          form: reimbursement
          programme: aid
          events: cases
          cost: 10000 CNY/case
          insured: 60 %
          ratio: 70 %
          deductible: 1000 CNY/case
          ceiling: 2500 CNY/case
        - id: P2
          form: grant
          programme: aid
          events: cases
          average: 1200 CNY/case
          threshold: 3000 CNY
          above_cases: 8 %
          above_average: 5000 CNY/case
        - {id: P3, form: price_subsidy, programme: aid, groups: [poor], amount: standard, cpi: prices, food_cpi: food, trigger: 3.5 %, food_trigger: 6 %, rounding: 1 CNY/person}
        """,
      observations: """
        990001,urban,2025,people,81000,persons,observed,report
        990001,rural,2025,people,44000,persons,observed,report
        990001,urban,2026,poor,900,persons,observed,report
        990001,rural,2026,poor,1200,persons,observed,report
        990001,rural,2028,poor,1000,persons,estimated,report
        """,
      assumptions: """
        growth.people: {value: 0.5 %/year, why: {zh: 测, en: test}}
        indicator.prices: {value: {2020-01: 1 %, 2027-05: 4 %, 2027-08: 1 %}, why: {zh: 测, en: test}}
        indicator.food: {value: 2 %, why: {zh: 测, en: test}}
        """)
    place.horizon = ("2027-01", "2028-06")
    return place
  }()

  @Test(arguments: [
    UncertainInputTests.one("P1.cost", 8000, "P1.cost=8000"),
    // Below the deductible, and far above the ceiling.
    UncertainInputTests.one("P1.cost", 2000, "P1.cost=2000"),
    UncertainInputTests.one("P1.cost", .multiply, 5, "P1.cost=50000"),
    UncertainInputTests.one("P1.insured", .add, 20, "P1.insured=80"),
    UncertainInputTests.one("P1.ratio", 40, "P1.ratio=40"),
    UncertainInputTests.one("P1.deductible", .multiply, 2, "P1.deductible=2000"),
    UncertainInputTests.one("P1.ceiling", 900, "P1.ceiling=900"),
    UncertainInputTests.one("G1.rate", areas: [.rural], 20, "G1.rate@rural=20"),
    UncertainInputTests.one("P2.above_cases", 15, "P2.above_cases=15"),
    UncertainInputTests.one("P2.above_average", .add, 700, "P2.above_average=5700"),
    UncertainInputTests.one("growth.people", 2, "growth.people=2"),
    UncertainInputTests.one("S1.amount", .multiply, 1.5, "S1.amount=1050"),
    UncertainInputTests.one("P3.trigger", 0.9, "P3.trigger=0.9"),
    UncertainInputTests.one("indicator.food", 9, "indicator.food=9"),
    UncertainInputTests.one("indicator.prices", .add, 2, "indicator.prices=3"),
  ]) func costsGrantsAndPrices(_ one: UncertainInputTests.Case) throws {
    // Prices have dates; on the command line one value stands for all of them.
    let base = one.arguments == ["indicator.prices=3"] ? ["indicator.prices=1", "P3.trigger=2"] : []
    let fault = try DrawComparison.fault(Self.costs, base: base, one.inputs, one.values, set: one.arguments)
    #expect(fault == nil, "\(fault ?? "")")
  }

  /// People below a line who are paid a part of it.
  static let incomes: SmallPlace = {
    var place = IncomeDistributionFormTests.place()
    place.rules +=
      "\n- {id: P1, form: gap_payment, programme: aid, group: recipients, amount: standard, ratio: 60 %}"
    place.assumptions = """
      growth.people: {value: 0.5 %/year, why: {zh: 测, en: test}}
      growth.income: {value: 4 %/year, why: {zh: 测, en: test}}
      """
    place.horizon = ("2027-01", "2028-06")
    return place
  }()

  @Test(arguments: [
    UncertainInputTests.one("G1.spread", 0.7, "G1.spread=0.7"),
    UncertainInputTests.one("G1.spread", .multiply, areas: [.rural], 1.25, "G1.spread@rural=1"),
    UncertainInputTests.one("G1.take_up", .add, 5, "G1.take_up=70"),
    UncertainInputTests.one("G1.take_up", .multiply, 0.1, "G1.take_up=6.5"),
    UncertainInputTests.one("G1.exit", .multiply, 3, "G1.exit=3"),
    UncertainInputTests.one("G1.speed", 100, "G1.speed=100"),
    UncertainInputTests.one("growth.people", 2, "growth.people=2"),
    UncertainInputTests.one("growth.income", .add, -6, "growth.income=-2"),
    UncertainInputTests.one("S1.amount", areas: [.rural], 700, "S1.amount@rural=700"),
  ]) func peopleBelowALine(_ one: UncertainInputTests.Case) throws {
    let fault = try DrawComparison.fault(Self.incomes, one.inputs, one.values, set: one.arguments)
    #expect(fault == nil, "\(fault ?? "")")
  }

  /// Where nothing is observed the stated start is drawn.
  @Test func aStatedStart() throws {
    var place = Self.incomes
    place.rules = place.rules.replacing("start: poor", with: "start_persons: 3000 persons")
    let fault = try DrawComparison.fault(
      place, [UncertainInput(name: "G1.start_persons", effect: .multiply)], [1.5],
      set: ["G1.start_persons=4500"])
    #expect(fault == nil, "\(fault ?? "")")
  }

  /// A spread of nothing, or an income below nothing, gives a draw no value.
  @Test func aDrawWithoutAValue() throws {
    let run = try Self.incomes.run().projection
    let comparison = DrawComparison(run, [UncertainInput(name: "G1.spread")])
    let found = try comparison.outcomes([[0.7], [0], [-1]])
    let output = try #require(comparison.program.outputs.firstIndex { $0.name == "persons.recipients" })
    #expect(found.map { $0[0][output].isNaN } == [false, true, true])
  }
}

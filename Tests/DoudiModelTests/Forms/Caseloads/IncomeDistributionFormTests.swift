import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Expected figures: mpmath 1.3 with 40 digits, `Phi(z) = erfc(-z / sqrt(2)) / 2`, the recurrence month by month.
@Suite struct IncomeDistributionFormTests {
  static let counts = """
    990001,urban,2020,people,200000,persons,observed,census
    990001,rural,2020,people,100000,persons,observed,census
    990001,urban,2026,income,42000,CNY/person/year,observed,survey
    990001,rural,2026,income,20000,CNY/person/year,observed,survey
    990001,urban,2026-12,poor,1500,persons,observed,report
    990001,rural,2026-12,poor,8000,persons,observed,report
    """

  static func place(_ change: (from: String, to: String) = ("", "")) -> SmallPlace {
    let rules = """
      - id: S1
        form: flat
        gives: standard
        unit: CNY/person/month
        amount: {urban: {2020-01: 800 CNY/person/month, 2027-07: 900 CNY/person/month}, rural: 6000 CNY/person/year}
      - id: G1
        form: income_distribution
        gives: recipients
        line: standard
        income: income
        lag: 1 years
        spread: {urban: 0.6, rural: 0.8}
        population: people
        take_up: 65 %
        exit: 1 %/month
        speed: 5 %/month
        start: poor
      """
    return SmallPlace(
      rules: change.from.isEmpty ? rules : rules.replacing(change.from, with: change.to),
      observations: counts,
      assumptions: "growth.people: {value: 0 %/year, why: {zh: 测, en: test}}")
  }

  private func expect(
    _ run: SmallRun, _ area: Area, _ month: String, _ persons: Double, _ at: SourceLocation = #_sourceLocation
  ) {
    let found = run.persons("recipients", area, month) ?? .nan
    #expect(abs(found - persons) <= 1e-12 * persons, "\(area) \(month): \(found)", sourceLocation: at)
  }

  @Test func reachedLittleByLittle() throws {
    let run = try Self.place().run()
    // Urban: 65 % x H x 200,000 is 2,001.0 at a line of 9,600, 3,222.9 from July on at 10,800.
    expect(run, .urban, "2027-01", 1510.800381204878)
    expect(run, .urban, "2027-06", 1555.89434645771185)
    expect(run, .urban, "2027-07", 1624.46520665286823)
    expect(run, .urban, "2027-12", 1910.76361856454634)
    // Rural: 8,748.2 at a line of 6,000; more leave than come.
    expect(run, .rural, "2027-01", 7961.40826930643015)
    expect(run, .rural, "2027-12", 7662.0577319502064)
    #expect(run.persons("recipients", .all, "2027-12") == 0)
    #expect(run.faults == [] && run.traceFaults == [])
  }

  /// Persons and flows add up exactly; nobody leaves but by the exit rate.
  @Test func everyMonthAddsUpExactly() throws {
    let run = try Self.place((from: "take_up: 65 %", to: "take_up: 10 %")).run()
    let history = run.world.groups[0]
    for step in 1..<history.persons.count {
      for cell in run.model.space.people {
        let kept = history.persons[step - 1][cell] - history.exits[step][cell]
        #expect(history.persons[step][cell] == kept + history.entries[step][cell])
        if step >= 24 { #expect(history.entries[step][cell] == 0) }
      }
    }
    // 1,500 x 0.99^12: the target, 307.8, lies below those who stay.
    expect(run, .urban, "2027-12", 1500 * 0.886_384_871_716_129_3)
  }

  /// Full take-up and speed: N is H P.
  @Test func allAtOnce() throws {
    var place = Self.place((from: "take_up: 65 %", to: "take_up: 100 %"))
    place.rules = place.rules.replacing("speed: 5 %", with: "speed: 100 %")
    let run = try place.run()
    expect(run, .urban, "2027-01", 0.0153923663392120007 * 200_000)
  }

  /// An older count stays until the book's amounts begin, two years before the horizon.
  @Test func anOlderCountWaitsForTheLine() throws {
    var place = Self.place()
    place.observations = place.observations.replacing("2026-12,poor", with: "2023,poor")
    let run = try place.run()
    expect(run, .urban, "2026-12", 1639.87684537964955)
    expect(run, .urban, "2027-01", 1642.35455428443841)
    #expect(run.traceFaults == [])
  }

  /// Where no count is observed the stated start stands for the month before the horizon.
  @Test func aStatedStart() throws {
    let text = "start: poor\n  start_persons: {urban: {value: 1500 persons, status: assumed, why: test}}"
    var place = Self.place((from: "start: poor", to: text))
    place.observations = place.observations.replacing(
      "990001,urban,2026-12,poor,1500,", with: "990001,rural,2025,poor,1,")
    let run = try place.run()
    expect(run, .urban, "2027-01", 1510.800381204878)
    expect(run, .rural, "2027-01", 7961.40826930643015)
    let cell = try #require(run.cell(.urban))
    #expect(run.world.groups[0].status[cell] == .assumed)
    #expect(run.faults == [] && run.traceFaults == [])
    let none = try Self.place((from: "start: poor", to: "spread_by: people")).check().diagnostics
    #expect(none.filter { $0.severity == .error }.map(\.code) == ["DD1303"], "\(none)")
  }

  @Test func householdsAndAParentsCount() throws {
    let text =
      "start: poor\n  spread_by: people\n  area_shares: {urban: 20 %, rural: 80 %}\n"
      + "  persons_per_household: 1.5 persons/household"
    var place = Self.place((from: "start: poor", to: text))
    place.observations =
      place.observations.split(separator: "\n").filter { !$0.contains("poor") }
      .joined(separator: "\n") + "\n990000,all,2026-12,poor,7500,persons,observed,report"
    let run = try place.run()
    expect(run, .urban, "2027-01", 1510.800381204878)
    let cell = try #require(run.cell(.urban))
    let households = run.world.groups[0].households(cell, Month(year: 2027, month: 1)) ?? 0
    #expect(abs(households - 1510.800381204878 / 1.5) < 1e-9)
    #expect(run.traceFaults == [])
  }

  /// The explanation shows the share below the line and what is lacking.
  @Test func shareAndGapAreExplained() throws {
    let run = try Self.place().run()
    let cell = try #require(run.cell(.urban))
    let parts = run.projection.explainGroup(0, cell, Month(year: 2027, month: 3)).children
    let share = try #require(parts.first { $0.title.en == "share of residents with less than the line" })
    #expect(share.formula == "Phi(ln(9600.0 / 42000.0) / 0.6 + 0.6 / 2)")
    #expect(abs((Double(share.value) ?? 0) - 0.0153923663392120007) < 1e-16)
    let gap = try #require(parts.first { $0.title.en == "what they lack, per resident" })
    #expect(abs((Double(gap.value) ?? 0) - 2.19382978586154826) < 1e-13)
  }

  /// What the form cannot work with is said at its place, before anything runs.
  @Test(arguments: [
    ("spread: {urban: 0.6, rural: 0.8}", "spread: 0"),
    ("spread: {urban: 0.6, rural: 0.8}", "spread: \"-0.5\""),
    ("take_up: 65 %", "take_up: 101 %"), ("take_up: 65 %", "take_up: -1 %"), ("exit: 1 %", "exit: 101 %"),
    ("speed: 5 %", "speed: 120 %"), ("speed: 5 %", "speed: -5 %"),
  ]) func valuesOutOfRange(_ change: (String, String)) throws {
    let found = try Self.place((from: change.0, to: change.1)).check().diagnostics.filter {
      $0.severity == .error
    }
    #expect(found.map(\.code) == ["DD1323"])
    #expect(found.first?.span.file.hasSuffix("book.yaml") ?? false)
  }

  /// No income, or none above zero, is a fault that names place and year.
  @Test func incomesThatNobodyHas() throws {
    var place = Self.place()
    place.observations = place.observations.replacing("income,42000", with: "income,0")
    #expect(try place.run().faults == ["G1: income of 2026 is not above zero in 990001 urban"])
    place.observations = place.observations.replacing("urban,2026,income,0", with: "urban,2026,revenue,1")
    #expect(try place.run().faults.contains("no value: income 990001 urban 2026-12"))
  }

  /// A spread read from the figures is looked at when it is read.
  @Test func aSpreadFromTheFigures() throws {
    var place = Self.place((from: "spread: {urban: 0.6, rural: 0.8}", to: "spread: {indicator: width}"))
    place.observations +=
      "\n990001,urban,2027,width,0.6,1,observed,survey\n990001,rural,2027,width,0,1,observed,survey"
    #expect(try place.run().faults.contains("G1: G1.spread is not above zero in 990001 rural"))
  }

  /// A line of nothing leaves nobody below it.
  @Test func aLineOfNothing() throws {
    let run = try Self.place((from: "rural: 6000 CNY", to: "rural: 0 CNY")).run()
    expect(run, .rural, "2027-12", 8000 * 0.886_384_871_716_129_3)
    #expect(run.faults == [] && run.traceFaults == [])
  }
}

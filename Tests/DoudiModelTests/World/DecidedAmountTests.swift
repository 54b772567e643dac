import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiModel

/// Amounts that the scenario sets by decision.
@Suite struct DecidedAmountTests {
  /// 500 a month, 1.3 times it for others; a thousand recipients at half, two hundred in full.
  private static func place(_ assumptions: String) -> SmallPlace {
    SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: {value: 500 CNY/person/month, status: assumed, why: {zh: 测, en: test}}}
        - {id: S2, form: multiple, gives: higher, unit: CNY/person/month, of: standard, times: {value: "1.3", status: assumed, why: {zh: 测, en: test}}}
        - {id: G1, form: path, gives: recipients, indicator: poor, between: step}
        - {id: P1, form: gap_payment, programme: aid, group: recipients, amount: standard, ratio: {value: 50 %, status: assumed, why: {zh: 测, en: test}}}
        - {id: P2, form: allowance, programme: aid, group: recipients, amount: higher}
        """,
      observations: """
        990001,urban,2026,poor,1000,persons,observed,a
        990001,rural,2026,poor,100,persons,observed,a
        """, assumptions: assumptions)
  }

  private func standards(_ run: Projection, _ name: String) throws -> [String: Rational] {
    let position = try #require(run.model.amounts.firstIndex { $0.gives == name })
    return Dictionary(
      uniqueKeysWithValues: run.world.space.people.flatMap { cell in
        run.model.scenario.horizon.months.compactMap { month in
          run.world.amounts[position].figure(cell, month).map {
            ("\(run.world.space.cells[cell].area.id) \(month)", $0.value)
          }
        }
      })
  }

  @Test func itStandsForTheRuleAndOthersFollow() throws {
    let run = try Self.place("amount.standard: {rural: 600 CNY/person/month}").run().projection
    let (own, higher) = (try standards(run, "standard"), try standards(run, "higher"))
    #expect(own.filter { $0.key.hasPrefix("rural") }.allSatisfy { $0.value == Rational(600) })
    #expect(own.filter { $0.key.hasPrefix("urban") }.allSatisfy { $0.value == Rational(500) })
    #expect(higher.filter { $0.key.hasPrefix("rural") }.allSatisfy { $0.value == Rational(780) })
  }

  /// From its date on, and not before; a year's amount is by the month.
  @Test func itHoldsFromItsDate() throws {
    let months = try Self.place("").run().projection.model.scenario.horizon.months
    let date = months[months.count / 2]
    let run = try Self.place("amount.standard: {\"\(date)\": 7200 CNY/person/year}").run().projection
    let own = try standards(run, "standard")
    for month in months {
      #expect(own["urban \(month)"] == Rational(month < date ? 500 : 600), "\(month)")
    }
  }

  /// Rural is 400 and urban 500 in 2026, equal in 2028: k is 0.8 before, 0.9 in 2027, 1 in 2028.
  private static func converging(_ assumptions: String) -> SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: indexed, gives: standard, unit: CNY/person/month, series: spending, lag: {value: 1 years, status: assumed, why: {zh: 测, en: test}}, ratio: {value: 1 %, status: assumed, why: {zh: 测, en: test}}, start: standard, never_lowered: {value: true, status: assumed, why: {zh: 测, en: test}}, step: {value: 1 CNY/person/month, status: assumed, why: {zh: 测, en: test}}, effective_month: 1, converge: {to: urban, by: {value: "2028", status: assumed, why: {zh: 测, en: test}}}}
        - {id: S2, form: multiple, gives: higher, unit: CNY/person/month, of: standard, times: {value: "1.3", status: assumed, why: {zh: 测, en: test}}}
        - {id: G1, form: path, gives: recipients, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: recipients, amount: higher}
        """,
      observations: """
        990001,urban,2026,poor,1000,persons,observed,a
        990001,rural,2026,poor,100,persons,observed,a
        990001,urban,2026,standard,500,CNY/person/month,observed,a
        990001,rural,2026,standard,400,CNY/person/month,observed,a
        990001,urban,2025,spending,12000,CNY/person/year,observed,a
        990001,rural,2025,spending,12000,CNY/person/year,observed,a
        """,
      assumptions: "growth.spending: {value: 0 %/year, why: {zh: 测, en: test}}\n" + assumptions)
    place.horizon = (first: "2027-01", last: "2028-12")
    return place
  }

  /// Rural follows a decided urban standard in the month of the decision, and so does what is a multiple of it.
  @Test func theOtherAreaFollowsADecision() throws {
    let plain = try standards(try Self.converging("").run().projection, "standard")
    #expect(plain["rural 2027-01"] == Rational(450) && plain["rural 2028-01"] == Rational(500))
    let run = try Self.converging("amount.standard: {urban: {\"2027-04\": 600 CNY/person/month}}").run()
    let (own, higher) = (
      try standards(run.projection, "standard"), try standards(run.projection, "higher")
    )
    #expect(own["rural 2027-03"] == Rational(450) && own["rural 2027-04"] == Rational(540))
    #expect(own["rural 2028-01"] == Rational(600))
    #expect(higher["rural 2027-04"] == Rational(702))
    // The explanation of a month takes the decision of that month.
    let projection = run.projection
    let rural = try #require(
      projection.world.space.people.first { projection.world.space.cells[$0].area == .rural })
    for (month, value) in [(Month(year: 2027, month: 3), "500"), (Month(year: 2027, month: 8), "600")] {
      let formula = projection.explainAmount(0, rural, month).formula
      #expect(formula.contains("x \(value)"), "\(month): \(formula)")
    }
    // A decision for the other area itself stands, whatever the urban one is.
    let both = try Self.converging(
      "amount.standard: {urban: 600 CNY/person/month, rural: 480 CNY/person/month}")
    #expect(try standards(both.run().projection, "standard")["rural 2028-01"] == Rational(480))
  }

  /// A decided value that is what the amount was anyway is a decision all the same: draws of it move what
  /// follows from that month on.
  @Test func drawsOfADecisionMoveWhatFollows() throws {
    let run = try Self.converging("amount.standard: {urban: {\"2027-04\": 500 CNY/person/month}}").run()
    let control = UncertainInput(name: "amount.standard", areas: [.urban])
    let comparison = DrawComparison(run.projection, [control])
    let found = try comparison.outcomes([[600], [500], [700]])
    for (place, value) in [600, 500, 700].enumerated() {
      let official = try Self.converging(
        "amount.standard: {urban: {\"2027-04\": \(value) CNY/person/month}}"
      ).run().projection
      #expect(comparison.difference(found[place], from: official) == nil)
    }
  }

  @Test func namesAndValuesAreChecked() throws {
    for (text, code) in [
      ("amount.standrad: 600 CNY/person/month", "DD1405"), ("amount.standard: 60 %", "DD1312"),
      ("amount.standard: -1 CNY/person/month", "DD1323"),
    ] {
      let error = #expect(throws: FaultyPlace.self) { try Self.place(text).run() }
      #expect(error?.diagnostics.map(\.code).contains(code) == true, "\(text): \(String(describing: error))")
    }
  }

  /// The table of assumptions says what it moves, and why it stands.
  @Test func itIsAnAssumption() throws {
    let run = try Self.place("amount.standard: 600 CNY/person/month").run().projection
    let place = try #require(run.model.assumptions.firstIndex { $0.name == "amount.standard" })
    let perturbation = Perturbation(assumption: place)
    let change = Rerun(base: run).change(movedBy: perturbation)
    #expect(change == run.model.run(perturbation: perturbation).total - run.total)
    // A tenth more of all that is paid.
    let total = run.lines.reduce(Int64(0)) { $0 + $1.fen }
    #expect(abs(change.fen - total / 10) <= Int64(run.lines.count))
    let cell = run.world.space.people[0]
    let trace = run.explainAmount(0, cell, run.model.scenario.horizon.first)
    #expect(trace.formula == "= amount.standard" && trace.value == "600")
  }
}

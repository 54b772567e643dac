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

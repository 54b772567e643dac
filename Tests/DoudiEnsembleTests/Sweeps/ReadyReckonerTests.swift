import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiEnsemble

/// What a yuan more costs, worked out by hand.
@Suite struct ReadyReckonerTests {
  /// 1,000 recipients at half of 500, 200 others at 1.3 times 500, twelve months.
  private static var place: SmallPlace {
    SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: {value: 500 CNY/person/month, status: assumed, why: {zh: 测, en: test}}}
        - {id: S2, form: multiple, gives: higher, unit: CNY/person/month, of: standard, times: {value: "1.3", status: assumed, why: {zh: 测, en: test}}}
        - {id: G1, form: path, gives: recipients, indicator: poor, between: step}
        - {id: G2, form: path, gives: others, indicator: extreme, between: step}
        - {id: P1, form: gap_payment, programme: aid, group: recipients, amount: standard, ratio: {value: 50 %, status: assumed, why: {zh: 测, en: test}}}
        - {id: P2, form: allowance, programme: aid, group: others, amount: higher}
        """,
      observations: """
        990001,urban,2026,poor,1000,persons,observed,a
        990001,rural,2026,poor,0,persons,observed,a
        990001,urban,2026,extreme,200,persons,observed,a
        990001,rural,2026,extreme,0,persons,observed,a
        """)
  }

  private func costs() throws -> (reckoner: ReadyReckoner, costs: [ReadyReckoner.Cost]) {
    let reckoner = ReadyReckoner(try Self.place.run().projection)
    return (reckoner, try reckoner.costs())
  }

  private func cost(_ name: String, _ part: ReadyReckoner.Part = .all) throws -> Double {
    let (reckoner, costs) = try costs()
    return costs.filter {
      reckoner.levers[$0.lever].input.name == name && $0.part == part && $0.output.name == "aid"
        && $0.region == "990000"
    }.reduce(0) { $0 + $1.change }
  }

  @Test func aYuanMoreForThoseWhoReceiveItAnyway() throws {
    // 1,000 x 50 % x 1 x 12, and 200 x 1.3 x 1 x 12 through the multiple, in one programme.
    #expect(abs(try cost("amount.standard") - (6000 + 3120)) < 1e-6)
  }

  @Test func aPointOfTheRatioAndATenthOfTheMultiple() throws {
    // 1,000 x 1 % x 500 x 12; 200 x 0.1 x 500 x 12.
    #expect(abs(try cost("P1.ratio") - 60_000) < 1e-6)
    #expect(abs(try cost("S2.times") - 120_000) < 1e-6)
  }

  /// Take-up is known by the form's key, whatever the rule and its parameter are called: five points a step.
  @Test func fivePointsOfTakeUp() throws {
    var place = IncomePlace.place
    let run = try place.run()
    let reckoner = ReadyReckoner(run.projection)
    let lever = try #require(reckoner.levers.first { $0.input.name == "G7.take_up" })
    #expect(lever.kind == .takeUp && lever.kind.rawValue == "take_up")
    #expect(lever.step == 5 && lever.unit == .percent && lever.input.effect == .add)
    // A share that is no take-up stays a ratio of one point.
    let ratio = try #require(reckoner.levers.first { $0.input.name == "P1.ratio" })
    #expect(ratio.kind == .ratio && ratio.step == 1)
    let position = try #require(reckoner.levers.firstIndex { $0.input.name == "G7.take_up" })
    let cost = try reckoner.costs().filter {
      $0.lever == position && $0.output.kind == .total && $0.region == "990000"
    }.reduce(0) { $0 + $1.change }
    place.rules = place.rules.replacing("value: 60 %", with: "value: 65 %")
    let more = Double(try place.run().fen() - run.fen()) / 100
    #expect(more > 1000 && abs(cost - more) < 0.006 * Double(run.lines().count) + 0.02)
    // All come at once, so 5 points are 5 / 60 of the money.
    #expect(abs(cost - Double(run.fen()) / 100 / 12) < 1)
  }

  /// All below a line who take up, at once; a part of the line for each.
  private enum IncomePlace {
    static let place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: 500 CNY/person/month}
        - id: G7
          form: income_distribution
          gives: poor
          line: standard
          income: income
          spread: "0.7"
          population: people
          take_up: {value: 60 %, status: assumed, why: {zh: 测, en: test}}
          exit: 100 %/month
          speed: 100 %/month
          start_persons: 0 persons
        - {id: P1, form: gap_payment, programme: aid, group: poor, amount: standard, ratio: {value: 50 %, status: assumed, why: {zh: 测, en: test}}}
        """,
      observations: """
        990001,urban,2027,people,90000,persons,observed,a
        990001,rural,2027,people,60000,persons,observed,a
        990001,urban,2027,income,40000,CNY/person/year,observed,a
        990001,rural,2027,income,18000,CNY/person/year,observed,a
        """)
  }

  /// The levers' costs are differences of official runs, in a shipped scenario.
  @Test func whatARunWithOneUnitMoreSays() throws {
    let folder = CentralDrawTests.folder + "/weihai-2027"
    let central = try #require(LoadedScenario.load(folder).model).run()
    let reckoner = ReadyReckoner(central)
    let lever = try #require(reckoner.levers.firstIndex { $0.input.name == "W17.rate" })
    let costs = try reckoner.costs().filter {
      $0.lever == lever && $0.output.kind == .total && $0.region == "371000"
    }
    // A tenth more cases.
    let set = "W17.rate=\(3.9 * 1.1) per_1000/year"
    let moved = try #require(LoadedScenario.load(folder, overrides: [set]).model).run()
    let difference = Double(moved.total.fen - central.total.fen) / 100
    #expect(abs(costs.reduce(0) { $0 + $1.change } - difference) < 0.006 * Double(moved.lines.count))
  }
}

import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// How far a draw is from breaking a limit, held against the verdicts of the official run.
@Suite struct DrawnSlackTests {
  static let place: SmallPlace = {
    var place = RandomPlace(seed: 7, leaves: 3, months: 20, hasThresholds: true).place
    place.rules +=
      "\n" + """
        - {id: L4, form: cap, numerator: {programmes: [care]}, denominator: {spending_of: [aid, care]}, rate: 40 %}
        - {id: L5, form: floor, amount: higher, at_least: 700 CNY/person/month}
        - {id: L6, form: target, of: G4, at_least: 50 %, by: "2028"}
        """
    return place
  }()
  static let base = ["S2.times=1.3", "G4.target_rate=70", "Q5.draw_share=60", "Q5.start=4000"]

  /// Compares all slacks of a draw; says what is not as the verdicts have it.
  private func faults(_ found: [[Double]], _ comparison: DrawComparison, _ official: Projection) -> [String] {
    let leaves = official.world.space.leaves
    return found.indices.flatMap { leaf in
      zip(comparison.program.outputs, found[leaf]).compactMap { output, value -> String? in
        guard case .slack(let limit) = output.kind else { return nil }
        let rule = official.model.limits[limit].header.id
        let verdict = official.verdicts.first {
          $0.rule == rule && $0.region == leaves[leaf].code && $0.period == .year(output.year)
        }
        guard let slack = verdict?.slack?.double else {
          return value.isNaN ? nil : "\(rule) \(output.year): \(value), undecidable"
        }
        // A target is compared in persons: the sign is what both have.
        let isTarget = rule == "L3" || rule == "L6"
        // Caps and reserves are money: a ledger line is rounded to the fen, and split to the fen.
        let isMoney = ["L1", "L4", "Q5"].contains(rule)
        let near = isTarget || abs(value - slack) <= 1e-9 * abs(slack) + (isMoney ? 3 : 1e-9)
        let agrees = abs(slack) < 1e-6 || (value >= 0) == (slack >= 0)
        return near && agrees ? nil : "\(rule) \(output.year) leaf \(leaf): \(value), official \(slack)"
      }
    }
  }

  @Test(arguments: [
    UncertainInputTests.one("S2.times", 1.6, "S2.times=1.6"),
    UncertainInputTests.one("S2.times", 1.1, "S2.times=1.1"),
    UncertainInputTests.one("S2.times", regions: ["990002"], 1.05, "S2.times@990002=1.05"),
    UncertainInputTests.one("L4.rate", 99, "L4.rate=99"),
    UncertainInputTests.one("L4.rate", .multiply, 0.1, "L4.rate=4"),
    UncertainInputTests.one("L2.at_least.times", .add, 0.2, "L2.at_least.times=1.5"),
    UncertainInputTests.one("L5.at_least", 100, "L5.at_least=100"),
    UncertainInputTests.one("L5.at_least", 3000, "L5.at_least=3000"),
    UncertainInputTests.one("L1.rate", 0, "L1.rate=0"),
    UncertainInputTests.one("L1.rate", .multiply, 0.4, "L1.rate=20"),
    UncertainInputTests.one("G8.take_up", 90, "G8.take_up=90"),
    UncertainInputTests.one("Q5.rate", 9000, "Q5.rate=9000"),
    UncertainInputTests.one("Q5.start", .multiply, 2, "Q5.start=8000"),
    UncertainInputTests.one("Q5.draw_share", .multiply, 0.01, "Q5.draw_share=0.6"),
    UncertainInputTests.one("L6.at_least", 99, "L6.at_least=99"),
    UncertainInputTests.one("L3.at_least", 5, "L3.at_least=5"),
    UncertainInputTests.one("G4.target_rate", .add, 25, "G4.target_rate=95"),
  ]) func asTheVerdicts(_ one: UncertainInputTests.Case) throws {
    let run = try Self.place.run(overrides: Self.base).projection
    let official = try Self.place.run(overrides: Self.base + one.arguments).projection
    let comparison = DrawComparison(run, one.inputs)
    let found = try comparison.outcomes([one.values])[0]
    let slacks = comparison.program.outputs.filter { $0.name.hasPrefix("slack.") }
    #expect(
      Set(slacks.map(\.name)) == Set((1...6).map { "slack.L\($0)" } + ["slack.Q5"]))
    #expect(faults(found, comparison, official) == [])
  }

  /// A standard that stands exactly on its floor is not said to break it.
  @Test func onTheFloorIsNotBelowIt() throws {
    let run = try Self.place.run(overrides: Self.base).projection
    let inputs = [UncertainInput(name: "growth.income", effect: .add)]
    let comparison = DrawComparison(run, inputs)
    let draws = (0..<50).map { [Double($0) / 10 - 2] }
    for found in try comparison.outcomes(draws) {
      for leaf in found.indices {
        for (output, value) in zip(comparison.program.outputs, found[leaf]) where output.name == "slack.L2" {
          #expect(value >= 0, "\(output.year): \(value)")
        }
      }
    }
  }
}

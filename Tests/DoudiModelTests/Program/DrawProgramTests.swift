import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// A run over uncertain inputs is the official run with these values, up to the rounding to fen.
@Suite struct DrawProgramTests {
  /// Assumptions that may be raised by a tenth: numbers other than zero, no durations, years, yes/no.
  private static func movable(_ model: Model) -> [Int] {
    model.assumptions.indices.filter { position in
      let one = model.assumptions[position]
      guard !one.name.hasPrefix("funding."), !one.name.hasPrefix("data.") else { return false }
      let isWhole = one.term.unit.isFlag || one.term.unit.isDuration
      let figures = one.term.branches.flatMap { $0.dated.map(\.figure.value) }
      let isYear = one.term.unit.isOne && figures.contains { $0 > Rational(1900) }
      // Parts of a whole are not drawn, and a share of more than all has no result.
      let isPart = model.parameterRoles[one.name] == .parts
      let whole = (one.term.unit.shareFactor ?? .zero) * Rational(11, over: 10)
      let isTooMuch = figures.contains { $0 * whole > .one }
      return !isWhole && !isYear && !figures.contains(.zero) && !isPart && !isTooMuch
    }
  }

  /// Every `stride`-th assumption is moved; draw 0 is the central one, draw k moves input k alone.
  private static func compare(_ run: Projection, _ name: String, stride: Int = 1) throws {
    let model = run.model
    let moved = movable(model).enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    #expect(moved.count > 2)
    let inputs = moved.map { UncertainInput(name: model.assumptions[$0].name, effect: .multiply) }
    let comparison = DrawComparison(run, inputs)
    #expect(comparison.program.refused == [], "\(name)")
    let draws = (0...inputs.count).map { draw in inputs.indices.map { $0 + 1 == draw ? 1.1 : 1.0 } }
    for (draw, found) in try comparison.outcomes(draws).enumerated() {
      let official = draw == 0 ? run : model.run(perturbation: Perturbation(assumption: moved[draw - 1]))
      let worst = comparison.difference(found, from: official)
      let what = draw == 0 ? "central" : inputs[draw - 1].name
      #expect(worst == nil, "\(name), \(what): \(worst ?? "")")
    }
  }

  @Test(arguments: ["weihai-2027", "jilin-2027", "jimo-2027", "xuanwei-2027", "shenxian-2027"])
  func shippedScenarios(_ name: String) throws {
    try Self.compare(Shipped.run(name).projection, name, stride: 4)
  }

  @Test func randomPlaces() throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      let place = RandomPlace(
        seed: seed, leaves: Int(seed % 3) + 1, months: 9 + Int(seed), hasThresholds: seed % 2 == 0)
      try Self.compare(place.place.run().projection, "\(place)")
    }
  }

  /// Durations, years and yes/no shape the arithmetic: they are named and not drawn.
  @Test func whatShapesTheArithmeticIsRefused() throws {
    let run = try RandomPlace(seed: 3, leaves: 2, months: 12, hasThresholds: false).place.run().projection
    let names = ["G2.months", "G4.by", "S1.never_lowered", "S2.times"]
    let program = DrawProgram(run, inputs: names.map { UncertainInput(name: $0) })
    #expect(program.refused == ["G2.months", "G4.by", "S1.never_lowered"])
  }

  /// What the official run refuses has no result: a share above 100 %, a negative one; parts are not drawn.
  @Test func whatTheRunRefusesHasNoResult() throws {
    let run = try Shipped.run("weihai-2027").projection
    let comparison = DrawComparison(run, [UncertainInput(name: "N03.ratio")])
    let totals = try #require(comparison.program.outputs.firstIndex { $0.kind == .total })
    let found = try comparison.outcomes([[60], [100], [100.5], [-1]]).map { $0[0][totals] }
    #expect(found[0].isFinite && found[1].isFinite && found[2].isNaN && found[3].isNaN)
    let parts = DrawProgram(run, inputs: [UncertainInput(name: "N10.shares.full", effect: .add)])
    #expect(parts.refused == ["N10.shares.full"])
  }

  /// An amount below 0 has no result; 0 has one, and a negative addition that leaves something.
  @Test func amountsBelowNothing() throws {
    let run = try Shipped.run("weihai-2027").projection
    for (effect, draws, finite) in [
      (UncertainInput.Effect.add, [10.0, -10, -100_000], [true, true, false]),
      (.multiply, [1.1, 0, -0.1], [true, true, false]), (.replace, [900, 0, -1], [true, true, false]),
    ] {
      let comparison = DrawComparison(run, [UncertainInput(name: "amount.dibao_standard", effect: effect)])
      let totals = try #require(comparison.program.outputs.firstIndex { $0.kind == .total })
      let found = try comparison.outcomes(draws.map { [$0] }).map { $0[0][totals].isFinite }
      #expect(found == finite, "\(effect)")
    }
  }

  /// Leaves may be written one by one: the same figures.
  @Test func someLeavesAlone() throws {
    let run = try RandomPlace(seed: 8, leaves: 3, months: 14, hasThresholds: true).place.run().projection
    let inputs = [UncertainInput(name: "S2.times", effect: .multiply)]
    let whole = try DrawComparison(run, inputs).outcomes([[1.2]])
    let alone = DrawProgram(run, inputs: inputs, leaves: 1..<2)
    #expect(alone.tape.regionCount == 1 && alone.outputs.count == whole[0][1].count)
  }
}

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
      return !isWhole && !isYear && !figures.contains(.zero)
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

  /// Leaves may be written one by one: the same figures.
  @Test func someLeavesAlone() throws {
    let run = try RandomPlace(seed: 8, leaves: 3, months: 14, hasThresholds: true).place.run().projection
    let inputs = [UncertainInput(name: "S2.times", effect: .multiply)]
    let whole = try DrawComparison(run, inputs).outcomes([[1.2]])
    let alone = DrawProgram(run, inputs: inputs, leaves: 1..<2)
    #expect(alone.tape.regionCount == 1 && alone.outputs.count == whole[0][1].count)
  }
}

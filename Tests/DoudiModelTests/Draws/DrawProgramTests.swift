import DoudiModel
import DoudiTape
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

  /// Every figure of every region in each draw; draw 0 is the central one, draw k moves input k alone.
  private static func draws(_ program: DrawProgram, inputs: Int) throws -> [[[Double]]] {
    let count = inputs + 1
    let columns = (0..<inputs).map { input in (0..<count).map { $0 == input + 1 ? 1.1 : 1.0 } }
    var found = [[[Double]]](
      repeating: Array(
        repeating: Array(repeating: .nan, count: program.outputs.count), count: program.tape.regionCount),
      count: count)
    let flat = columns.flatMap { $0 }
    try flat.withUnsafeBufferPointer { buffer in
      let inputs = (0..<inputs).map {
        UnsafeBufferPointer(rebasing: buffer[($0 * count)..<(($0 + 1) * count)])
      }
      try TapeRunner(tape: program.tape).run(draws: count, inputs: inputs) { block in
        for (offset, value) in block.values.enumerated() {
          found[block.firstDraw + offset][block.region][block.output] = value
        }
      }
    }
    return found
  }

  /// What the official run says of an output in a leaf, and how far rounding may part the two.
  private static func official(_ output: DrawOutput, _ leaf: Int, _ run: Projection) -> (
    value: Double, slack: Double
  ) {
    let space = run.world.space
    let end = min(Month(year: output.year, month: 12), run.world.horizon.last)
    func money(_ counts: (LedgerLine) -> Bool) -> (Double, Double) {
      let lines = run.lines.filter {
        $0.paid.year == output.year && space.cells[Int($0.cell)].leaf == leaf && counts($0)
      }
      return (Double(lines.reduce(0) { $0 + $1.fen }) / 100, 0.006 * Double(lines.count) + 0.02)
    }
    switch output.kind {
    case .programme(let programme): return money { run.programme(of: $0) == programme }
    case .total: return money { _ in true }
    case .slack, .result: return (.nan, 0)
    case .group(let group):
      let isEvents = run.model.caseloads.contains {
        $0.form.countsEvents && $0.form.gives.contains(group)
      }
      let months = isEvents ? run.world.horizon.months.filter { $0.year == output.year } : [end]
      let sum = space.people(inLeaf: leaf).reduce(0.0) { sum, cell in
        months.reduce(sum) { $0 + run.world.groups[group].persons(cell, $1) }
      }
      return (sum, 1e-9)
    case .amount(let amount, let area):
      let cell = space.people(inLeaf: leaf).first { space.cells[$0].area == area }
      return (cell.flatMap { run.world.amounts[amount].figure($0, end)?.value.double } ?? .nan, 1e-9)
    }
  }

  /// Every `stride`-th assumption is moved.
  private static func compare(_ run: Projection, _ name: String, stride: Int = 1) throws {
    let model = run.model
    let moved = movable(model).enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    #expect(moved.count > 5)
    let inputs = moved.map { UncertainInput(name: model.assumptions[$0].name, effect: .multiply) }
    let program = DrawProgram(run, inputs: inputs)
    #expect(program.refused == [], "\(name)")
    let draws = try draws(program, inputs: inputs.count)
    for (draw, found) in draws.enumerated() {
      let official = draw == 0 ? run : model.run(perturbation: Perturbation(assumption: moved[draw - 1]))
      var worst: String?
      for leaf in found.indices {
        for (output, value) in zip(program.outputs, found[leaf]) {
          let (expected, slack) = Self.official(output, leaf, official)
          // Limits have a test of their own.
          if case .slack = output.kind { continue }
          if value.isNaN && expected.isNaN { continue }
          if abs(value - expected) <= slack + 1e-9 * abs(expected) { continue }
          worst = worst ?? "\(output.name) \(output.year) leaf \(leaf): \(value), official \(expected)"
        }
      }
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
}

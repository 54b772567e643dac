import DoudiModel
import DoudiTape
import DoudiUnits
import _DoudiTestSupport

/// A program over uncertain inputs, held against official runs of the same values.
struct DrawComparison {
  let run: Projection
  let inputs: [UncertainInput]
  let program: DrawProgram

  init(_ run: Projection, _ inputs: [UncertainInput]) {
    (self.run, self.inputs) = (run, inputs)
    program = DrawProgram(run, inputs: inputs)
  }

  /// Every figure by draw, region and output; `draws` holds each draw's value of each input.
  func outcomes(_ draws: [[Double]]) throws -> [[[Double]]] {
    let count = draws.count
    var found = [[[Double]]](
      repeating: Array(
        repeating: Array(repeating: .nan, count: program.outputs.count), count: program.tape.regionCount),
      count: count)
    let flat = inputs.indices.flatMap { input in draws.map { $0[input] } }
    try flat.withUnsafeBufferPointer { buffer in
      let columns = inputs.indices.map {
        UnsafeBufferPointer(rebasing: buffer[($0 * count)..<(($0 + 1) * count)])
      }
      try TapeRunner(tape: program.tape).run(draws: count, inputs: columns) { block in
        for (offset, value) in block.values.enumerated() {
          found[block.firstDraw + offset][block.region][block.output] = value
        }
      }
    }
    return found
  }

  /// The first figure of a draw that is not the official run's; nil where all are.
  func difference(_ found: [[Double]], from official: Projection, within relative: Double = 1e-9) -> String? {
    for leaf in found.indices {
      for (output, value) in zip(program.outputs, found[leaf]) {
        if case .slack = output.kind { continue }
        let (expected, slack) = Self.official(output, leaf, official)
        if value.isNaN && expected.isNaN { continue }
        if abs(value - expected) <= slack + relative * abs(expected) { continue }
        return "\(output.name) \(output.year) leaf \(leaf): \(value), official \(expected)"
      }
    }
    return nil
  }

  /// What the official run says of an output in a leaf, and how far rounding may part the two.
  static func official(_ output: DrawOutput, _ leaf: Int, _ run: Projection) -> (
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
    case .refill(let limit):
      let tested = run.world.reserves[run.model.limits[limit].header.id]?.first {
        $0.leaf == leaf && $0.year == output.year
      }
      return (tested.map { Double($0.topUp.fen) / 100 } ?? .nan, 0.2)
    // Verdicts are compared by DrawnSlackTests.
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

  /// What parts a draw of `values` over a place from a run of it with `set`; nil where nothing does.
  ///
  /// A case in which `set` moves no money proves nothing and is a fault of its own.
  static func fault(
    _ place: SmallPlace, base: [String] = [], _ inputs: [UncertainInput], _ values: [Double], set: [String]
  ) throws -> String? {
    let run = try place.run(overrides: base).projection
    let other = try place.run(overrides: base + set)
    guard other.faults.isEmpty else { return "the official run fails: \(other.faults)" }
    let lines = { (run: Projection) in run.lines.map { "\($0.rule) \($0.cell) \($0.paid) \($0.fen)" } }
    guard lines(run) != lines(other.projection) else { return "\(set) moves no money" }
    let comparison = DrawComparison(run, inputs)
    guard comparison.program.refused.isEmpty else { return "refused: \(comparison.program.refused)" }
    let found = try comparison.outcomes([values])
    // A carried count that lies half-way between two hundredths may be rounded either way.
    return comparison.difference(found[0], from: other.projection, within: 2e-8)
  }
}

import DoudiEnsemble
import DoudiModel
import Testing

@Suite("Outcomes counted in cells")
struct OutcomeSketchTests {
  /// Tables of a run, batch by batch, put into a sketch; and the same draws kept and sorted.
  private func both(node: Int, output: Int) throws -> (counted: Outcome, kept: Outcome) {
    let source = CountedDraws(columns: 2, count: 4_000, replicates: 4)
    var sketch = OutcomeSketch(draws: 4_000, replicates: 4)
    let batched = TinyEnsemble.run(source, memory: 100_000, largest: 1)
    #expect(!batched.plan.isExact)
    var batches = 0
    for pass in batched.plan.passes where pass.outputs.contains(output) && pass.nodes.contains(node) {
      try batched.run(pass) { table in
        batches += 1
        sketch.add(table.draws(node: node, output: output - pass.outputs.lowerBound), first: table.first)
      }
    }
    #expect(batches > 1)
    var kept: Outcome?
    try TinyEnsemble.run(source).run { kept = $0.outcome(node: node, output: output, replicates: 4) }
    return (sketch.outcome(region: "a", output: TinyEnsemble.outputs[output]), try #require(kept))
  }

  @Test(arguments: [0, 1, 2]) func cellsGiveTheQuantilesWithinTheirWidth(output: Int) throws {
    let (counted, kept) = try both(node: 0, output: output)
    #expect(counted.failed == kept.failed)
    let width = 2 * QuantileSketch.precision
    // One draw more or less: type 5 of the kept ones beside type 7 of the cells.
    for (one, other) in zip(counted.quantiles, kept.quantiles) {
      #expect(abs(one - other) <= width * abs(other) + 1.2)
    }
    let (mean, deviation) = (try #require(kept.mean), try #require(kept.deviation))
    #expect(abs(try #require(counted.mean) - mean) <= width * 5_000)
    #expect(abs(try #require(counted.deviation) - deviation) <= width * 5_000)
    #expect(counted.errors.count == kept.errors.count)
  }

  @Test func theShareBelowZeroIsExact() throws {
    let (counted, kept) = try both(node: 1, output: 2)
    #expect(counted.below == kept.below)
    #expect(kept.below != nil && kept.below != 0)
  }

  @Test func batchesOfAnySizeGiveTheSameBits() throws {
    let values: [Double] = (0..<3_000).map { (draw: Int) -> Double in
      if draw % 11 == 0 { return .nan }
      return Double(draw * draw % 977) - 100.5
    }
    func outcome(_ size: Int) -> Outcome {
      var sketch = OutcomeSketch(draws: 3_000, replicates: 3)
      for first in stride(from: 0, to: 3_000, by: size) {
        values[first..<min(3_000, first + size)].withUnsafeBufferPointer { sketch.add($0, first: first) }
      }
      return sketch.outcome(region: "a", output: TinyEnsemble.outputs[2])
    }
    let whole = outcome(3_000)
    for size in [1, 7, 999, 1_000, 1_001, 2_500] {
      let other = outcome(size)
      #expect(other.quantiles.map(\.bitPattern) == whole.quantiles.map(\.bitPattern))
      #expect(other.errors.map(\.bitPattern) == whole.errors.map(\.bitPattern))
      #expect(other.mean == whole.mean && other.deviation == whole.deviation)
      #expect(other.below == whole.below && other.failed == whole.failed)
    }
  }

  @Test func aConstantIsExact() throws {
    var sketch = OutcomeSketch(draws: 100, replicates: 1)
    [Double](repeating: 2420.09, count: 100).withUnsafeBufferPointer { sketch.add($0, first: 0) }
    let outcome = sketch.outcome(region: "a", output: TinyEnsemble.outputs[0])
    #expect(outcome.mean == 2420.09)
    #expect(outcome.quantiles == Array(repeating: 2420.09, count: 7))
    #expect(outcome.deviation == 0)
  }
}

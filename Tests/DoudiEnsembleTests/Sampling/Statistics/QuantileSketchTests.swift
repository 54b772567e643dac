import Testing

@testable import DoudiEnsemble

@Suite struct QuantileSketchTests {
  private func sample(_ seed: UInt64, _ transform: (Double) -> Double) throws -> [Double] {
    try MonteCarlo(dimensions: 1, seed: seed).column(0, draws: 0..<50_000).map {
      transform(NormalQuantile.value($0))
    }
  }

  /// In the cell of the draw below the quantile, for amounts of both signs and any size.
  @Test func nearTheSampleQuantiles() throws {
    let transforms: [(Double) -> Double] = [
      { 1e8 * (1 + 0.1 * $0) }, { $0 }, { -1e-3 + 1e-4 * $0 }, { $0 < 0 ? 0 : $0 }, { $0 < 0 ? -5 : 5 },
    ]
    for (seed, transform) in transforms.enumerated() {
      let values = try sample(UInt64(seed), transform)
      var sketch = QuantileSketch()
      sketch.add(values)
      let found = try #require(sketch.quantiles(Fan.levels))
      let sorted = values.sorted()
      for (level, x) in zip(Fan.levels, found) {
        let draw = sorted[Int(level * Double(sorted.count - 1))]
        #expect(abs(x - draw) <= abs(draw) * 0x1p-13, "\(x) \(draw)")
      }
    }
  }

  /// Shards merged in any order are one process.
  @Test func merging() throws {
    let values = try sample(9) { 100 + $0 } + [.nan]
    var whole = QuantileSketch()
    whole.add(values)
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
      let parts = order.map { shard in
        var sketch = QuantileSketch()
        sketch.add(stride(from: shard, to: values.count, by: 3).map { values[$0] })
        return sketch
      }
      let merged = parts.reduce(into: QuantileSketch()) { $0.merge($1) }
      #expect(merged == whole && merged.quantiles(Fan.levels) == whole.quantiles(Fan.levels))
    }
    #expect(whole.count == 50_000 && whole.failed == 1)
  }

  @Test func odd() {
    var sketch = QuantileSketch()
    #expect(sketch.quantiles([0.5]) == nil)
    sketch.add([.infinity, -.infinity, 0, -0.0])
    #expect(sketch.quantiles([0, 1]) == [-.infinity, .infinity])
    #expect(sketch.quantiles([0.5]) == [0])
    #expect(sketch.quantiles([1.5]) == nil)
  }
}

import Testing

@testable import DoudiEnsemble

@Suite struct SaltelliIndicesTests {
  struct Case: Sendable {
    let name: String
    let inputs: IndependentInputs
    let function: any DrawFunction
    let first, total: [Double]

    static func all() throws -> [Case] {
      [
        Case(
          name: "Ishigami", inputs: try Ishigami.inputs(), function: Ishigami(),
          first: Ishigami.first, total: Ishigami.total),
        Case(
          name: "G", inputs: try SobolG.inputs(), function: SobolG(), first: SobolG.first,
          total: SobolG.total),
      ]
    }

    func worst(_ indices: SaltelliIndices) throws -> Double {
      try first.indices.reduce(0) { worst, input in
        let first = try #require(indices.first(input: input, output: 0)).value - first[input]
        let total = try #require(indices.total(input: input, output: 0)).value - total[input]
        return max(worst, abs(first), abs(total))
      }
    }
  }

  /// N = 2^14: below 2e-3 from a single scramble, for each of five seeds.
  @Test func errorsOfASingleScramble() throws {
    for test in try Case.all() {
      for seed in 0..<5 as Range<UInt64> {
        let design = try SaltelliDesign(inputs: test.inputs, draws: 1 << 14, replicates: 1, seed: seed)
        let indices = try design.indices(of: test.function)
        let worst = try test.worst(indices)
        #expect(worst < 2e-3, "\(test.name), seed \(seed): \(worst)")
        #expect(indices.first(input: 0, output: 0)?.standardError == nil)
      }
    }
  }

  /// Eight scrambles of 2^14: a third of that.
  @Test func errorsOfEightScrambles() throws {
    for test in try Case.all() {
      let design = try SaltelliDesign(inputs: test.inputs, draws: 1 << 14, replicates: 8, seed: 0)
      let worst = try test.worst(try design.indices(of: test.function))
      #expect(worst < 7e-4, "\(test.name): \(worst)")
    }
  }

  /// Intervals of 95 % cover the truth in at least 90 % of 50 seeds, for all indices together and, allowing
  /// for chance, for each.
  @Test func intervalsCoverTheTruth() throws {
    for test in try Case.all() {
      let runs = try Self.runs(test)
      var (covered, asked) = (0, 0)
      for input in test.first.indices where test.first[input] > 1e-3 || test.name == "Ishigami" {
        var (first, total) = (0, 0)
        for indices in runs {
          if indices.first(input: input, output: 0)?.interval()?.contains(test.first[input]) == true {
            first += 1
          }
          if indices.total(input: input, output: 0)?.interval()?.contains(test.total[input]) == true {
            total += 1
          }
        }
        #expect(first >= 42 && total >= 42, "\(test.name), input \(input): \(first), \(total) of 50")
        covered += first + total
        asked += 100
      }
      #expect(Double(covered) >= 0.9 * Double(asked), "\(test.name): \(covered) of \(asked)")
    }
  }

  private static func runs(_ test: Case) throws -> [SaltelliIndices] {
    try (0..<50 as Range<UInt64>).map { seed in
      try SaltelliDesign(inputs: test.inputs, draws: 256, replicates: 8, seed: seed)
        .indices(of: test.function)
    }
  }

  @Test func pairs() throws {
    let ishigami = try SaltelliDesign(
      inputs: Ishigami.inputs(), draws: 1 << 12, seed: 1, pairs: true
    ).indices(of: Ishigami())
    for (i, j, truth) in [(0, 1, 0), (0, 2, Ishigami.together), (1, 2, 0)] {
      let found = try #require(ishigami.interaction(i, j, output: 0))
      #expect(abs(found.value - truth) < 4e-3, "\(i), \(j): \(found.value)")
      #expect(ishigami.interaction(j, i, output: 0) == found)
      #expect(try #require(found.interval(0.999)).contains(truth))
    }
    let g = try SaltelliDesign(inputs: SobolG.inputs(), draws: 1 << 11, seed: 1, pairs: true)
      .indices(of: SobolG())
    for i in 0..<8 {
      for j in (i + 1)..<max(8, i + 1) {
        let found = try #require(g.interaction(i, j, output: 0))
        #expect(abs(found.value - SobolG.together(i, j)) < 4e-3, "\(i), \(j): \(found.value)")
      }
    }
    #expect(g.interaction(2, 2, output: 0) == nil)
    #expect(g.interaction(0, 8, output: 0) == nil)
  }

  /// What does not vary has no index; what does not matter has exactly none in total.
  @Test func constantsAndIdleInputs() throws {
    let function = ColumnFunction(inputs: 2, outputs: 4) { x in
      [0.1 + 0.2, 1e9 + x[0], 1e15 + x[0] * 1e-3, x[0] * 0]
    }
    let inputs = IndependentInputs([try normal(0, 1), try uniform(0, 1)])
    let indices = try SaltelliDesign(inputs: inputs, draws: 64, seed: 0).indices(of: function)
    for output in [0, 2, 3] {
      #expect(indices.first(input: 0, output: output) == nil)
      #expect(indices.total(input: 0, output: output) == nil)
    }
    #expect(indices.mean(output: 0)?.value == 0.1 + 0.2)
    #expect(indices.variance(output: 0)?.value == 0)
    #expect(indices.total(input: 1, output: 1)?.value == 0)
    #expect(abs(try #require(indices.first(input: 0, output: 1)).value - 1) < 0.02)
    #expect(abs(try #require(indices.mean(output: 1)).value - 1e9) < 0.01)
    #expect(indices.first(input: 2, output: 1) == nil)
    #expect(indices.first(input: 0, output: 4) == nil)
    #expect(indices.first(input: -1, output: 0) == nil)
  }

  /// A linear function keeps its shares where draws fail at random, and they are counted.
  @Test func failedDrawsAreLeftOutAndCounted() throws {
    let function = ColumnFunction(inputs: 3, outputs: 3) { x in
      let y = 3 * x[0] + 2 * x[1]
      return [x[2] < 0.1 ? .nan : y, y, .infinity]
    }
    let inputs = IndependentInputs(try (0..<3).map { _ in try uniform(0, 1) })
    let design = try SaltelliDesign(inputs: inputs, draws: 1024, replicates: 4, seed: 0, pairs: true)
    let indices = try design.indices(of: function)
    for output in 0..<2 {
      #expect(abs(try #require(indices.first(input: 0, output: output)).value - 9 / 13) < 0.02)
      #expect(abs(try #require(indices.total(input: 1, output: output)).value - 4 / 13) < 0.02)
      #expect(abs(try #require(indices.interaction(0, 1, output: output)).value) < 0.02)
    }
    // A or B fails in 1 - 0.9^2 of 4096 draws.
    #expect(abs(indices.failed(output: 0) - 778) < 30)
    #expect(indices.failed(input: 0, output: 0) == indices.failed(output: 0))
    #expect(indices.failed(output: 1) == 0)
    #expect(indices.failed(output: 2) == 4096)
    #expect(indices.first(input: 0, output: 2) == nil)
    #expect(indices.mean(output: 2) == nil)
  }
}

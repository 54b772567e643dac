import Testing

@testable import DoudiEnsemble

@Suite struct MorrisScreeningTests {
  /// Effects in closed form: a line has its slope everywhere, a product the other factor.
  @Test func linesAndProducts() throws {
    let inputs = IndependentInputs(try (0..<4).map { _ in try uniform(0, 1) })
    let function = ColumnFunction(inputs: 4, outputs: 2) { x in [3 * x[0] - 5 * x[1], x[2] * x[1]] }
    let screening = try MorrisDesign(inputs: inputs, points: 16, seed: 0).screening(of: function)
    let found = try #require(screening.mean(input: 0, output: 0))
    #expect(abs(found.value - 3) < 1e-12)
    #expect(try #require(found.standardError) < 1e-12)
    #expect(screening.deviation(input: 0, output: 0)?.value == 0)
    #expect(abs(try #require(screening.mean(input: 1, output: 0)).value + 5) < 1e-12)
    #expect(abs(try #require(screening.magnitude(input: 1, output: 0)).value - 5) < 1e-12)
    for output in 0..<2 {
      #expect(screening.magnitude(input: 3, output: output)?.value == 0)
      #expect(screening.deviation(input: 3, output: output)?.value == 0)
    }
    // The effect of x2 in x2 x1 is x1: mean 1/2, standard deviation 1 / sqrt(12).
    let mean = try #require(screening.mean(input: 2, output: 1))
    let deviation = try #require(screening.deviation(input: 2, output: 1))
    #expect(abs(mean.value - 0.5) < 0.02)
    #expect(abs(deviation.value - 1 / 12.0.squareRoot()) < 0.02)
    #expect(try #require(mean.interval(0.999)).contains(0.5))
    #expect(try #require(deviation.interval(0.999)).contains(1 / 12.0.squareRoot()))
  }

  /// Steps of half the range would say that the second input of Ishigami does nothing.
  @Test func whatRepeatsIsFound() throws {
    let screening = try MorrisDesign(inputs: Ishigami.inputs(), points: 64, seed: 0).screening(of: Ishigami())
    let sizes = try (0..<3).map { try #require(screening.magnitude(input: $0, output: 0)).value }
    #expect(sizes.allSatisfy { $0 > 3 })
    #expect(abs(try #require(screening.mean(input: 1, output: 0)).value) < 2)
    #expect(try #require(screening.deviation(input: 1, output: 0)).value > 5)
  }

  @Test func failures() throws {
    let inputs = IndependentInputs([try uniform(0, 1), try normal(0, 1)])
    let function = ColumnFunction(inputs: 2, outputs: 2) { x in [x[0] < 0.25 ? .nan : x[1], .nan] }
    let screening = try MorrisDesign(inputs: inputs, points: 16, seed: 0).screening(of: function)
    // A quarter fails; a step of the first input fails at either end.
    #expect(screening.failed(input: 1, output: 0) == 32)
    #expect(screening.failed(input: 0, output: 0) > 32)
    #expect(screening.failed(input: 0, output: 1) == 128)
    #expect(screening.mean(input: 0, output: 1) == nil)
    #expect(screening.deviation(input: 0, output: 1) == nil)
    #expect(screening.mean(input: 0, output: 0)?.value == 0)
    #expect(screening.mean(input: 2, output: 0) == nil)
    #expect(screening.mean(input: 0, output: 2) == nil)
    #expect(screening.failed(input: 0, output: 2) == 0)
  }
}

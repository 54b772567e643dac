import Testing

@testable import DoudiEnsemble

@Suite struct BoundedFitTests {
  private static let everything = -Double.infinity...Double.infinity

  private func fit(
    _ start: [Double], _ bounds: [ClosedRange<Double>]? = nil, _ body: @escaping ([Double]) -> [Double]
  ) throws -> BoundedFit {
    try BoundedFit(
      start: start, bounds: bounds ?? start.map { _ in Self.everything },
      scales: start.map { $0 == 0 ? 1 : abs($0) }
    ) { $0.map(body) }
  }

  /// Rosenbrock's valley: residuals 10 (y - x^2) and 1 - x.
  @Test func rosenbrock() throws {
    let found = try fit([-1.2, 1]) { [10 * ($0[1] - $0[0] * $0[0]), 1 - $0[0]] }
    #expect(found.reason == .converged && found.steps < 60)
    #expect(abs(found.values[0] - 1) < 1e-7 && abs(found.values[1] - 1) < 1e-7)
    // As many residuals as parameters: there is nothing to judge an error by.
    #expect(found.errors == [nil, nil])
  }

  /// A mean with weights, and its error by hand: residuals w^(1/2) (x - t).
  @Test func weightedMean() throws {
    let (targets, weights) = ([1.0, 2, 4], [1.0, 2, 3])
    let found = try fit([10]) { x in
      zip(targets, weights).map { $1.squareRoot() * (x[0] - $0) }
    }
    let mean = 17.0 / 6
    let squares = zip(targets, weights).reduce(0.0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
    #expect(found.reason == .converged && abs(found.values[0] - mean) < 1e-9)
    #expect(abs(try #require(found.errors[0]) - (squares / 2 / 6).squareRoot()) < 1e-9)
  }

  /// A line by least squares beyond a bound: the other parameter then has its best value there.
  @Test func bounds() throws {
    // Points (0, 0), (1, 2), (2, 4): slope 2, at most 1 allowed; the best intercept is then the mean of y - x.
    let found = try fit([0.5, 0.5], [0...1, Self.everything]) { x in
      [0.0, 1, 2].map { x[1] + x[0] * $0 - 2 * $0 }
    }
    #expect(found.reason == .converged && found.values[0] == 1 && found.side(0) == .high)
    #expect(abs(found.values[1] - 1) < 1e-9 && found.side(1) == nil)
    #expect(found.errors[0] == nil && found.errors[1] != nil)
    // A start on a bound from which the way leads inside.
    let inside = try fit([0], [0...5]) { [$0[0] - 3] }
    #expect(abs(inside.values[0] - 3) < 1e-9 && inside.reason == .converged)
  }

  /// Two that only their sum matters of, one that nothing depends on, more parameters than residuals.
  @Test func ranks() throws {
    let sum = try fit([1, 2, 3]) { [$0[0] + $0[1] - 5, 2 * ($0[0] + $0[1]), $0[2] - 1] }
    #expect(sum.reason == .rank([0, 1]))
    #expect(try fit([1, 2]) { [$0[0] - 5, $0[0]] }.reason == .rank([1]))
    #expect(try fit([1, 2]) { [$0[0] * $0[1] - 5] }.reason == .rank([0, 1]))
  }

  /// Figures that jump in steps: the search stops where it is nearest, and says so.
  @Test func steps() throws {
    let found = try fit([1]) { x in [(x[0] * 20).rounded() / 20 - 2.03, 1] }
    #expect(found.reason == .stalled || found.reason == .converged)
    #expect(abs(found.values[0] - 2.03) < 0.06)
    #expect(found.steps <= BoundedFit.mostSteps)
  }

  @Test func withoutValue() throws {
    #expect(try fit([1]) { _ in [.nan, 1] }.reason == .noValue)
    // Where a step leads to no value, a shorter one is taken.
    let found = try fit([0.5]) { [$0[0] > 1.2 ? .nan : 10 * ($0[0] - 1), 0.1 * $0[0]] }
    #expect(abs(found.values[0] - 100 / 100.01) < 1e-7)
  }
}

import DoudiEnsemble
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct SampledDrawsTests {
  static let inputs = """
    - {id: times, parameter: S2.times, distribution: {normal: {mean: 1.5, sd: 0.1}}}
    - {id: ratio, parameter: P1.ratio, effect: add, distribution: {normal: {mean: 0 %, sd: 2 %}}}
    - {id: exit, parameter: G1.exit, effect: multiply, each: region, loading: {common: 0.6, "990002": -0.3}, distribution: {normal: {mean: 1, sd: 0.1}}}
    """
  static let correlations = "correlations:\n  - {between: [times, ratio], value: 0.7}"
  static var model: Model { get throws { try UncertainPlace.model } }

  private static func made(
    _ method: SampledDraws.Method = .sobol, draws: Int = 4096, replicates: Int = 4, seed: UInt64 = 0
  ) throws -> SampledDraws {
    try UncertainPlace.draws(
      inputs, correlations, model, method: method, draws: draws, replicates: replicates, seed: seed)
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let (ma, mb) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    let covariance = zip(a, b).reduce(0) { $0 + ($1.0 - ma) * ($1.1 - mb) }
    let (va, vb) = (
      a.reduce(0) { $0 + ($1 - ma) * ($1 - ma) }, b.reduce(0) { $0 + ($1 - mb) * ($1 - mb) }
    )
    return covariance / (va * vb).squareRoot()
  }

  /// A column for each common parameter, and one for each leaf of one that has its own draws.
  @Test func columnsAreParametersAndLeaves() throws {
    let draws = try Self.made()
    #expect(draws.columns == 5 && draws.count == 4096 && draws.replicates == 4)
    #expect(draws.inputs.map(\.name) == ["S2.times", "P1.ratio"] + Array(repeating: "G1.exit", count: 3))
    #expect(draws.inputs.map(\.effect) == [.replace, .add, .multiply, .multiply, .multiply])
    #expect(draws.inputs[3].regions == ["990002"] && draws.inputs[0].regions.isEmpty)
    #expect(draws.name(of: 17) == "17")
  }

  @Test(arguments: SampledDraws.Method.allCases)
  func theSameBitsWholeAndInPieces(_ method: SampledDraws.Method) throws {
    let draws = try Self.made(method, draws: 1000)
    let whole = draws.columns(0..<1000)
    for size in [1, 7, 250, 333, 999] {
      var pieces = [[Double]](repeating: [], count: draws.columns)
      var first = 0
      while first < 1000 {
        let range = first..<min(1000, first + size)
        for (column, values) in draws.columns(range).enumerated() { pieces[column] += values }
        first = range.upperBound
      }
      #expect(pieces == whole, "\(method), \(size) at a time")
    }
    #expect(try Self.made(method, draws: 1000).columns(0..<1000) == whole)
    #expect(try Self.made(method, draws: 1000, seed: 1).columns(0..<1000) != whole)
  }

  /// Draws are raised to whole replicates; each is an independent scramble of the same points.
  @Test(arguments: SampledDraws.Method.allCases)
  func replicatesAreIndependent(_ method: SampledDraws.Method) throws {
    let draws = try Self.made(method, draws: 1001, replicates: 4)
    #expect(draws.count == 1004)
    let parts = (0..<4).map { draws.columns(($0 * 251)..<(($0 + 1) * 251))[0] }
    for (place, part) in parts.enumerated() {
      #expect(abs(part.reduce(0, +) / 251 - 1.5) < 0.02)
      for other in parts[..<place] {
        #expect(part != other)
        // Paired by their numbers they have nothing to do with each other; a scramble of Sobol' points turns
        // halves over and is independent over many replicates only.
        #expect(method == .sobol || abs(Self.correlation(part, other)) < 0.25, "\(method)")
      }
    }
    #expect(try Self.made(method, draws: 3, replicates: 8).replicates == 3)
  }

  /// Scores of two leaves go together as the product of their loadings says.
  @Test func loadingsGiveTheProductOfTwo() throws {
    let columns = try Self.made(draws: 32_768).columns(0..<32_768)
    let loadings = [0.6, -0.3, 0.6]
    for a in 0..<3 {
      for b in 0..<a {
        let found = Self.correlation(columns[2 + a], columns[2 + b])
        #expect(abs(found - loadings[a] * loadings[b]) < 0.01, "\(a) \(b): \(found)")
      }
      #expect(abs(Self.correlation(columns[2 + a], columns[0])) < 0.01)
    }
    for column in columns[2...] {
      let mean = column.reduce(0, +) / Double(column.count)
      let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)
      #expect(abs(mean - 1) < 1e-3 && abs(variance.squareRoot() - 0.1) < 1e-3)
    }
  }

  @Test(arguments: SampledDraws.Method.allCases)
  func correlationsAreReproduced(_ method: SampledDraws.Method) throws {
    let columns = try Self.made(method, draws: 32_768).columns(0..<32_768)
    #expect(abs(Self.correlation(columns[0], columns[1]) - 0.7) < 0.01)
  }

  /// A correlated common score carries over to the leaves that load on it.
  @Test func aCorrelatedCommonScoreReachesTheLeaves() throws {
    let draws = try UncertainPlace.draws(
      Self.inputs, "correlations:\n  - {between: [times, exit], value: 0.8}", Self.model, draws: 32_768)
    let columns = draws.columns(0..<32_768)
    for (place, loading) in [0.6, -0.3, 0.6].enumerated() {
      #expect(abs(Self.correlation(columns[0], columns[2 + place]) - 0.8 * loading) < 0.01)
    }
  }

  /// Latin hypercubes and Sobol' points have one draw in each of n slices of a margin.
  @Test(arguments: [SampledDraws.Method.sobol, .lhs])
  func marginsAreEven(_ method: SampledDraws.Method) throws {
    let draws = try UncertainPlace.draws(
      "- {id: times, parameter: S2.times, distribution: {uniform: {low: 1, high: 2}}}", "", Self.model,
      method: method, draws: 512, replicates: 1)
    let slices = draws.columns(0..<512)[0].map { Int(($0 - 1) * 512) }
    #expect(slices.sorted() == Array(0..<512))
  }

  @Test func tooManyDimensionsAreAFault() throws {
    let model = try Self.model
    let file = try UncertainPlace.file(Self.inputs, "", model)
    #expect(throws: SamplingFault.self) {
      _ = try SampledDraws(
        file, correlation: nil, leaves: DrawSpace(model).leaves, method: .lhs,
        draws: LatinHypercube.largest + 8, replicates: 1, seed: 0)
    }
  }
}

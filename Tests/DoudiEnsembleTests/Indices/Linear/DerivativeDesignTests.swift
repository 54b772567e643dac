import Testing

@testable import DoudiEnsemble

@Suite struct DerivativeDesignTests {
  /// Slopes of a plane come out to rounding, those of a parabola too: central differences are exact for both.
  @Test func planesAndParabolas() throws {
    let function = ColumnFunction(inputs: 2, outputs: 3) { x in
      [3 * x[0] - 5 * x[1] + 7, x[0] * x[0] + x[0] * x[1], 4]
    }
    let design = try DerivativeDesign([normal(2, 0.5), uniform(10, 30)])
    #expect(design.runs == 5 && design.medians == [2, 20])
    let (middle, jacobian) = try design.derivatives(of: function)
    #expect(middle == [6 - 100 + 7, 44, 4])
    for (output, slopes) in [[3.0, -5], [2 * 2 + 20.0, 2], [0, 0]].enumerated() {
      for input in 0..<2 { #expect(abs(jacobian[output, input] - slopes[input]) < 1e-12) }
    }
  }

  /// The step is a share of the standard deviation: the difference of a cube is 3 m^2 + h^2.
  @Test(arguments: [0.01, 0.5, 1, 2]) func stepsAreShares(_ share: Double) throws {
    let design = try DerivativeDesign([normal(1, 0.1)], step: share)
    #expect(abs(design.steps[0] - 0.1 * share) < 1e-15)
    let (_, jacobian) = try design.derivatives(
      of: ColumnFunction(inputs: 1) { [$0[0] * $0[0] * $0[0]] })
    #expect(abs(jacobian[0, 0] - (3 + 0.01 * share * share)) < 1e-10)
  }

  /// No step leaves the distribution: a lognormal one stays above 0 however wide it is.
  @Test func stepsStayInside() throws {
    let wide = Distribution(.logNormal(try LogNormalDistribution(median: 1, sigma: 2)))
    let design = try DerivativeDesign([wide, uniform(0, 1)], step: 2)
    for (place, distribution) in [wide, try uniform(0, 1)].enumerated() {
      let low = design.medians[place] - design.steps[place]
      let high = design.medians[place] + design.steps[place]
      #expect(low >= distribution.quantile(0.0099) && high <= distribution.quantile(0.9901))
      #expect(design.steps[place] > 0)
    }
  }

  @Test func wrongSteps() throws {
    for step in [0, -1, 2.1, Double.nan] {
      #expect(throws: IndexFault.self) { try DerivativeDesign([normal(0, 1)], step: step) }
    }
    #expect(throws: IndexFault.self) { try DerivativeDesign([]) }
    #expect(throws: IndexFault.inputs(given: 1, needed: 2)) {
      try DerivativeDesign([normal(0, 1)]).derivatives(of: ColumnFunction(inputs: 2) { [$0[0]] })
    }
  }
}

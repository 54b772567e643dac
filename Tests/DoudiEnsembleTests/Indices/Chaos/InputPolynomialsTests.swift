import Testing

@testable import DoudiEnsemble

@Suite struct InputPolynomialsTests {
  /// Hermite's for a normal input, Legendre's for a uniform one.
  @Test func knownPolynomials() throws {
    let hermite = InputPolynomials(try normal(5, 2))
    let legendre = InputPolynomials(try uniform(-1, 1))
    let points = [-0.9, -0.2, 0, 0.4, 1]
    let ofHermite = hermite.columns(points.map { 5 + 2 * $0 }, to: 4)
    let ofLegendre = legendre.columns(points, to: 4)
    let factorial = [1.0, 2, 6, 24]
    for (place, x) in points.enumerated() {
      let (square, cube, fourth) = (x * x, x * x * x, x * x * x * x)
      let he = [x, square - 1, cube - 3 * x, fourth - 6 * square + 3]
      let p = [x, (3 * square - 1) / 2, (5 * cube - 3 * x) / 2, (35 * fourth - 30 * square + 3) / 8]
      for degree in 0..<4 {
        #expect(abs(ofHermite[degree][place] - he[degree] / factorial[degree].squareRoot()) < 1e-11)
        #expect(abs(ofLegendre[degree][place] - p[degree] * Double(2 * degree + 3).squareRoot()) < 1e-10)
      }
    }
  }

  /// Under the input's own distribution: mean 0, variance 1, no correlation.
  @Test func orthonormal() throws {
    for distribution in try ChaosFitTests.families().distributions {
      let polynomials = InputPolynomials(distribution)
      let most = min(4, polynomials.degree)
      #expect(most >= 2)
      func mean(_ f: ([Double]) -> Double) -> Double {
        func value(_ x: Double) -> Double { f([1] + polynomials.columns([x], to: most).map { $0[0] }) }
        if case .discrete(let list) = distribution.shape {
          return zip(list.values, list.weights).reduce(0) {
            $0 + value($1.0) * Double($1.1) / Double(list.total)
          }
        }
        return integral { value(distribution.quantile($0)) }
      }
      for one in 0...most {
        for other in 0...one {
          let bound = one + other > 4 ? 5e-3 : one + other > 2 ? 1e-5 : 1e-6
          #expect(abs(mean { $0[one] * $0[other] } - (one == other ? 1 : 0)) < bound, "\(one) \(other)")
        }
      }
      #expect(relative(polynomials.mean, distribution.mean) < 1e-9)
      #expect(relative(polynomials.deviation, distribution.standardDeviation) < 1e-9)
    }
  }

  /// As many as values less one; none where runs would never see it.
  @Test func degrees() throws {
    func list(_ values: [Double]) throws -> Int {
      let same = DiscreteDistribution.init(values:weights:)
      return InputPolynomials(Distribution(.discrete(try same(values, values.map { _ in 1 })))).degree
    }
    #expect(try list([3]) == 0)
    #expect(try list([0, 1]) == 1)
    #expect(try list([0, 1, 5, 6]) == 3)
    #expect(InputPolynomials(try uniform(0, 1)).degree == 10)
    #expect(InputPolynomials(try normal(0, 1)).degree == 6)
    let wide = Distribution(.logNormal(try LogNormalDistribution(median: 1, factor: 3)))
    #expect(InputPolynomials(wide).degree == 2)
  }
}

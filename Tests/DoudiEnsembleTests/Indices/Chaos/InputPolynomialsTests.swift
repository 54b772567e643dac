import Testing

@testable import DoudiEnsemble

@Suite struct InputPolynomialsTests {
  /// Hermite's for a normal input, Legendre's for a uniform one.
  @Test func knownPolynomials() throws {
    let hermite = InputPolynomials(try normal(5, 2))
    let legendre = InputPolynomials(try uniform(-1, 1))
    for x in [-0.9, -0.2, 0, 0.4, 1] {
      let t = hermite.first(5 + 2 * x)
      #expect(abs(t - x) < 1e-12)
      #expect(abs(hermite.second(first: t) - (x * x - 1) / 2.0.squareRoot()) < 1e-12)
      let p = legendre.first(x)
      #expect(abs(p - 3.0.squareRoot() * x) < 1e-12)
      #expect(abs(legendre.second(first: p) - 5.0.squareRoot() * (3 * x * x - 1) / 2) < 1e-11)
    }
  }

  /// Under the input's own distribution: mean 0, variance 1, no correlation.
  @Test func orthonormal() throws {
    for distribution in try ChaosFitTests.families().distributions {
      let polynomials = InputPolynomials(distribution)
      func mean(_ f: (Double, Double) -> Double) -> Double {
        func value(_ x: Double) -> Double {
          let t = polynomials.first(x)
          return f(t, polynomials.second(first: t))
        }
        if case .discrete(let list) = distribution.shape {
          return zip(list.values, list.weights).reduce(0) {
            $0 + value($1.0) * Double($1.1) / Double(list.total)
          }
        }
        return integral { value(distribution.quantile($0)) }
      }
      #expect(abs(mean { t, _ in t }) < 1e-6)
      #expect(abs(mean { t, _ in t * t } - 1) < 1e-6)
      #expect(abs(mean { _, s in s }) < 1e-6)
      #expect(abs(mean { _, s in s * s } - 1) < 1e-5)
      #expect(abs(mean { t, s in t * s }) < 1e-5)
      #expect(polynomials.degree == 2)
      #expect(relative(polynomials.mean, distribution.mean) < 1e-9)
      #expect(relative(polynomials.deviation, distribution.standardDeviation) < 1e-9)
    }
  }
}

import Testing

@testable import DoudiEnsemble

@Suite struct StudentQuantileTests {
  /// Printed in every table of the distribution (for instance Abramowitz and Stegun, table 26.10).
  @Test(arguments: [
    (0.975, 1, 12.706), (0.975, 2, 4.303), (0.975, 3, 3.182), (0.975, 7, 2.365), (0.975, 8, 2.306),
    (0.995, 15, 2.947), (0.95, 30, 1.697), (0.9995, 4, 8.610), (0.975, 120, 1.980),
  ])
  func tables(u: Double, freedom: Int, t: Double) {
    #expect(abs(StudentQuantile.value(u, freedom: freedom) - t) < 6e-4)
  }

  @Test func closedForms() {
    // One degree: the tangent. Two: (2u - 1) / sqrt(2 u (1 - u)).
    #expect(relative(StudentQuantile.value(0.75, freedom: 1), 1) < 1e-12)
    #expect(relative(StudentQuantile.value(0.9, freedom: 2), 0.8 / 0.18.squareRoot()) < 1e-12)
    #expect(StudentQuantile.value(0.1, freedom: 2) == -StudentQuantile.value(0.9, freedom: 2))
    #expect(StudentQuantile.value(0.5, freedom: 5) == 0)
  }

  @Test func inverts() {
    for freedom in [1, 2, 3, 4, 9, 10, 31] {
      for u in [0.001, 0.2, 0.5, 0.6, 0.9999] {
        let t = StudentQuantile.value(u, freedom: freedom)
        #expect(relative(StudentQuantile.below(t, freedom: freedom), u) < 1e-10)
      }
    }
  }

  @Test func outside() {
    #expect(StudentQuantile.value(0.9, freedom: 0) == .infinity)
    #expect(StudentQuantile.value(1, freedom: 3).isNaN)
    #expect(StudentQuantile.below(1, freedom: 0).isNaN)
  }
}

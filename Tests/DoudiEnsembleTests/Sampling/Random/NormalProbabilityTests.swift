import Testing

@testable import DoudiEnsemble

@Suite struct NormalProbabilityTests {
  @Test func highPrecisionValues() {
    for (z, p) in NormalReference.probabilities {
      let found = NormalProbability.below(z)
      #expect(abs(found - p) < 1e-15, "\(z)")
      #expect(relative(found, p) < 2e-16 * (4 + z * z), "\(z): \(found), \(p)")
    }
  }

  @Test func inverseOfTheQuantile() {
    for (u, _) in NormalReference.quantiles where u > 1e-19 {
      #expect(abs(NormalProbability.below(NormalQuantile.value(u)) - u) < 1e-15)
    }
  }

  @Test func densityIsTheSlope() {
    for z in [-3.0, -1, 0, 0.5, 2] {
      let slope = (NormalProbability.below(z + 1e-5) - NormalProbability.below(z - 1e-5)) / 2e-5
      #expect(abs(slope - NormalProbability.density(z)) < 1e-10)
    }
  }

  @Test func columnsStayInside() {
    var column: [Double] = [-50, -1, 0, 9, 50, .infinity, -.infinity, .nan]
    column.withUnsafeMutableBufferPointer { NormalProbability.apply(to: $0) }
    #expect(column.dropLast().allSatisfy { $0 > 0 && $0 < 1 } && column[7].isNaN)
    #expect(column[2] == 0.5)
  }
}

import DoudiUnits
import Testing

@testable import DoudiAllocation

@Suite struct WholeWeightsTests {
  @Test func proportionsAreKeptWithoutCommonDivisors() throws {
    let found = try WholeWeights([q(1, 6), q(1, 4), q(0), q(5, 12)])
    #expect(found.values == [2, 3, 0, 5] && found.sum == 10 && !found.isScaled)
    #expect(found.scale == q(12))
    #expect(try WholeWeights(r(20, 30)).values == [2, 3])
  }

  /// 1 + 2^-70 and 1 differ by less than 62 bits show; a weight far below is kept at 1.
  @Test func whatDoesNotFitIsCutAndSaidSo() throws {
    let fine = Rational((Int128(1) << 70) + 1, over: Int128(1) << 70)
    let found = try WholeWeights([fine, q(1), Rational(1, over: Int128(1) << 100), q(0)])
    #expect(found.isScaled && !found.scale.isRepresentable)
    #expect(found.values == [1 << 61, 1 << 61, 1, 0])
    let few = try WholeWeights(r(1000, 1, 500), bits: 5)
    #expect(few.values == [31, 1, 15] && few.isScaled)
    let huge = try WholeWeights([Rational(Int128.max, over: 1), Rational(Int128.max / 2, over: 1)])
    #expect(huge.values[0].leadingZeroBitCount == 2 && huge.values[0] / 2 == huge.values[1])
    let small = try WholeWeights([Rational(1, over: Int128.max), Rational(1, over: Int128.max - 2)])
    #expect(small.isScaled && small.values.allSatisfy { $0 > 0 })
  }

  @Test func faults() {
    #expect(throws: AllocationFault.noRows) { try WholeWeights([]) }
    #expect(throws: AllocationFault.negative(.weight, rows: [0])) { try WholeWeights([q(-1, 3)]) }
  }
}

import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct RationalTests {
  @Test func isInLowestTermsWithAPositiveDenominator() {
    let value = Rational(-42, over: -56)
    #expect((value.numerator, value.denominator) == (3, 4))
    #expect(Rational(0, over: -7) == .zero)
    #expect(Rational(6, over: -4).exactText == "-3/2")
    let large = Rational(Int128(1) << 100, over: Int128(1) << 98)
    #expect(large == Rational(4))
  }

  @Test func marksWhatItCannotHold() {
    #expect(!Rational(1, over: 0).isRepresentable)
    #expect(!Rational(.min, over: 3).isRepresentable)
    #expect(!Rational(3, over: .min).isRepresentable)
    #expect(Rational.notRepresentable.double.isNaN)
    #expect(Rational(.max, over: 1).isRepresentable)
  }

  @Test func doubleIsTheNearestOne() {
    #expect(Rational(1, over: 3).double == 1.0 / 3.0)
    #expect(Rational(875, over: 3).double == 875.0 / 3.0)
    #expect(Rational(-5, over: 2).double == -2.5)
  }

  /// gcd by division, on its own.
  @Test func reductionAgreesWithEuclid() throws {
    try forAll(
      seed: 11, count: 2_000,
      generator: { ($0.wholeNumber(bits: 126), $0.wholeNumber(bits: 126)) },
      holds: { top, bottom in
        guard bottom != 0 else { return !Rational(top, over: bottom).isRepresentable }
        var (a, b) = (top.magnitude, bottom.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let sign: Int128 = bottom < 0 ? -1 : 1
        let value = Rational(top, over: bottom)
        return value.numerator == sign * (top / Int128(a))
          && value.denominator == sign * (bottom / Int128(a))
      })
  }
}

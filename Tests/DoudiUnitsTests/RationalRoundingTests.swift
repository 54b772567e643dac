import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct RationalRoundingTests {
  @Test func halvesGoUp() {
    let halves = [(5, 3), (-5, -2), (1, 1), (-1, 0), (4, 2), (-3, -1)]
    for (top, expected) in halves {
      #expect(Rational(Int128(top), over: 2).roundedHalfUp == Int128(expected), "\(top)/2")
    }
    #expect(Rational(-7, over: 3).floor == -3)
    #expect(Rational(-7, over: 3).ceiling == -2)
    #expect(Rational(7, over: 3).floor == 2)
    #expect(Rational(7, over: 3).ceiling == 3)
  }

  @Test func stepsOfTen() {
    let ten = Rational(10)
    #expect(Rational(2506, over: 5).roundedUp(toStep: ten) == Rational(510))
    #expect(Rational(500).roundedUp(toStep: ten) == Rational(500))
    #expect(Rational(505).roundedHalfUp(toStep: ten) == Rational(510))
    #expect(Rational(-505).roundedHalfUp(toStep: ten) == Rational(-500))
    #expect(Rational(7, over: 3).roundedUp(toStep: .zero) == Rational(7, over: 3))
    #expect(Rational(2, over: 3).rounded(toPlaces: 4) == Rational(6667, over: 10_000))
  }

  /// No silent zero where the way to the result leaves 128 bits.
  @Test func overflowIsMarkedNotZero() {
    let huge = Rational(.max, over: 2)
    #expect(huge.roundedHalfUp == Int128.max / 2 + 1)
    #expect(!huge.rounded(toPlaces: 3).isRepresentable)
    #expect(!huge.roundedUp(toStep: Rational(1, over: 1_000)).isRepresentable)
    #expect(!Rational.notRepresentable.roundedUp(toStep: .one).isRepresentable)
    #expect(!Rational.one.roundedUp(toStep: .notRepresentable).isRepresentable)
  }

  @Test func roundingsEncloseTheValue() throws {
    try forAll(
      seed: 21, count: 3_000, generator: { $0.fraction(bits: 126) }, shrink: smallerFractions
    ) { value in
      let (below, above, nearest) = (value.floor, value.ceiling, value.roundedHalfUp)
      let whole = Rational(below, over: 1)
      guard !(value < whole), above - below == (value.isWhole ? 0 : 1) else { return false }
      // value - floor, over the same denominator, decides: from one half on it goes up.
      let rest = value.numerator - below * value.denominator
      let up = rest.magnitude >= (value.denominator - rest).magnitude && rest > 0
      return nearest == (up ? above : below)
    }
  }
}

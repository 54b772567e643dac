import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct RationalOrderTests {
  @Test func knownOrder() {
    #expect(Rational(1, over: 3) < Rational(1, over: 2))
    #expect(Rational(-1, over: 2) < Rational(-1, over: 3))
    #expect(!(Rational(2, over: 4) < Rational(1, over: 2)))
    #expect(!(Rational.notRepresentable < .one) && !(Rational.one < .notRepresentable))
    #expect(
      [Rational(3), .zero, Rational(-1, over: 7)].sorted() == [Rational(-1, over: 7), .zero, Rational(3)])
  }

  /// Neighbours whose products take 250 bits.
  @Test func nearOverflow() {
    let top = Int128.max
    #expect(Rational(top - 1, over: top) < .one)
    #expect(Rational(top - 2, over: top - 1) < Rational(top - 1, over: top))
    #expect(!(Rational(top - 1, over: top) < Rational(top - 2, over: top - 1)))
    #expect(Rational(-top, over: 3) < Rational(-top, over: 4))
    #expect(Rational(-top, over: top - 1) < Rational(1 - top, over: top))
    #expect(Rational(-top, over: 7) < Rational(top, over: 5))
  }

  /// a/b < c/d exactly when ad < cb, by digits.
  @Test func agreesWithLongProducts() throws {
    try forAll(
      seed: 12, count: 4_000,
      generator: { random -> (Rational, Rational) in
        let a = random.fraction(bits: 126)
        guard random.next() & 1 == 0 else { return (a, random.fraction(bits: 126)) }
        let near = Rational(a.numerator - (a.numerator > 0 ? 1 : -1), over: a.denominator)
        return (a, near)
      }, shrink: smallerPairs
    ) { a, b in
      let (left, right) = (
        LongWhole(a.numerator.magnitude) * LongWhole(b.denominator.magnitude),
        LongWhole(b.numerator.magnitude) * LongWhole(a.denominator.magnitude)
      )
      let expected: Bool
      switch (a.numerator < 0, b.numerator < 0) {
      case (true, false): expected = true
      case (false, true): expected = false
      case (false, false): expected = left < right
      case (true, true): expected = right < left
      }
      return (a < b) == expected
        && (a == b) == (left == right && a.numerator.signum() == b.numerator.signum())
    }
  }
}

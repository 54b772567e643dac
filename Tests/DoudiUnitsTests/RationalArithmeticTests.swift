import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct RationalArithmeticTests {
  @Test func knownValues() {
    #expect(Rational(3500, over: 12) == Rational(875, over: 3))
    #expect(Rational(13, over: 10) * Rational(945) == Rational(2457, over: 2))
    #expect(Rational(1, over: 6) + Rational(1, over: 10) == Rational(4, over: 15))
    #expect(Rational(1, over: 6) - Rational(1, over: 6) == .zero)
    #expect(Rational(1, over: 2) / Rational(-3, over: 4) == Rational(-2, over: 3))
    #expect(Rational(21, over: 20).power(3) == Rational(9261, over: 8000))
    #expect(Rational(2).power(-3) == Rational(1, over: 8))
    #expect(Rational(0).power(0) == .one)
  }

  @Test func overflowAndDivisionByZeroAreCarriedOn() {
    let huge = Rational(.max, over: 1)
    let lost = huge + .one
    #expect(!lost.isRepresentable)
    for next in [lost + .one, .one - lost, lost * .zero, lost / .one, .one / lost, -lost, lost.power(0)] {
      #expect(!next.isRepresentable)
    }
    #expect(!(Rational.one / .zero).isRepresentable)
    #expect(!Rational.zero.power(-1).isRepresentable)
    #expect(!Rational(2).power(.min).isRepresentable || Rational(2).power(.min) == .zero)
    #expect(!(Rational(Int128(1) << 64, over: 1) * Rational(-(Int128(1) << 63), over: 1)).isRepresentable)
  }

  @Test func sumsOverTheLeastCommonDenominatorFit() {
    let step = Rational(1, over: Int128(1) << 120)
    #expect(step + Rational(1, over: Int128(1) << 119) == Rational(3, over: Int128(1) << 120))
  }

  /// 2^63 is where the 64-bit way ends.
  @Test func bothWaysMeetAtTheirBorder() {
    let edge = Int128(Int64.max)
    #expect(Rational(edge, over: 1) + .one == Rational(edge + 1, over: 1))
    #expect(Rational(-edge - 1, over: 1) - .one == Rational(-edge - 2, over: 1))
    #expect(Rational(-edge - 1, over: 3) + Rational(1, over: 6) == Rational(-2 * edge - 1, over: 6))
    #expect(Rational(edge, over: edge - 1) * Rational(edge - 1, over: edge) == .one)
    let (low, high) = (Rational(-edge - 1, over: edge), Rational(-edge - 1, over: edge - 1))
    #expect((low + high) - high == low)
    #expect(low * high / high == low)
  }

  @Test(arguments: [20, 60, 64])
  func lawsOfAField(bits: Int) throws {
    try forAll(
      seed: 100 + UInt64(bits), count: 1_500,
      generator: { ($0.fraction(bits: bits), $0.fraction(bits: bits)) }, shrink: smallerPairs
    ) { a, b in
      let (sum, product) = (a + b, a * b)
      guard sum.isRepresentable, product.isRepresentable else { return bits > 60 }
      // The way back may pass through products that do not fit 128 bits; then it says so.
      let back = sum - b
      return sum == b + a && product == b * a && (back == a || (!back.isRepresentable && bits > 30))
        && (b == .zero || product / b == a) && a + (-a) == .zero && a * .one == a
    }
  }

  @Test func distributionAndAssociation() throws {
    try forAll(
      seed: 5, count: 2_000,
      generator: { random in (0..<3).map { _ in random.fraction(bits: 20) } },
      shrink: { list in smallerLists(list, smallerFractions).filter { $0.count == 3 } }
    ) { list in
      let (a, b, c) = (list[0], list[1], list[2])
      return a * (b + c) == a * b + a * c && (a + b) + c == a + (b + c) && (a * b) * c == a * (b * c)
    }
  }

  /// p/q + r/s = (ps + rq)/qs by products of 128 bits that cannot overflow at 60 bits.
  @Test func agreesWithTheSchoolbook() throws {
    try forAll(
      seed: 6, count: 3_000,
      generator: { ($0.fraction(bits: 61), $0.fraction(bits: 61)) }, shrink: smallerPairs
    ) { a, b in
      let bottom = a.denominator * b.denominator
      let top = a.numerator * b.denominator + b.numerator * a.denominator
      return a + b == Rational(top, over: bottom)
        && a * b == Rational(a.numerator * b.numerator, over: bottom)
    }
  }
}

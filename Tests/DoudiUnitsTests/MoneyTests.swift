import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct MoneyTests {
  @Test func sumsAreWholeFen() {
    var total = Money.zero
    for _ in 0..<3 { total += Money(fen: 10) }
    #expect(total == Money(fen: 30))
    #expect(Money(fen: 5) - Money(fen: 7) == -Money(fen: 2))
    #expect(Money(fen: -1) < .zero)
    #expect(Money(fen: 12_345).yuan == Rational(2469, over: 20))
  }

  @Test func peopleReadThousands() {
    let texts = [0, 5, -5, 99_999, 100_000, 2_261_363_844, -123_456_789].map { Money(fen: $0).grouped }
    #expect(texts == ["0.00", "0.05", "-0.05", "999.99", "1,000.00", "22,613,638.44", "-1,234,567.89"])
  }

  @Test func yuanRoundsHalfUp() {
    #expect(Money(yuan: Rational(875, over: 3)) == Money(fen: 29_167))
    #expect(Money(yuan: Rational(1, over: 200)) == Money(fen: 1))
    #expect(Money(yuan: Rational(-1, over: 200)) == Money(fen: 0))
    #expect(Money(yuan: Rational(-3, over: 200)) == Money(fen: -1))
    #expect(Money(yuan: .notRepresentable) == nil)
  }

  /// An amount too large is no amount; it must never come back as nothing.
  @Test func tooLargeIsNilNotZero() {
    #expect(Money(yuan: Rational(.max, over: 1)) == nil)
    #expect(Money(yuan: Rational(.max, over: 3)) == nil)
    #expect(Money(yuan: Rational(100_000_000_000_000)) == Money(fen: Money.largestLine))
    #expect(Money(yuan: Rational(10_000_000_000_000_001, over: 100)) == nil)
  }

  @Test func writesYuan() {
    #expect("\(Money(fen: 1_234_567))" == "12345.67")
    #expect("\(Money(fen: -5))" == "-0.05")
    #expect("\(Money(fen: .min))" == "-92233720368547758.08")
  }
}

import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct MoneyRoundingTests {
  @Test func pencilAndPaper() {
    #expect(Money(persons: 34_390, rate: Rational(875, over: 3)) == Money(fen: 1_003_041_667))
    #expect(Money(persons: 0.5, rate: Rational(1, over: 100)) == Money(fen: 1))
    #expect(Money(persons: -0.5, rate: Rational(1, over: 100)) == Money(fen: 0))
    #expect(Money(persons: 0, rate: Rational(.max, over: 1)) == .zero)
  }

  @Test func refusesWhatIsNoAmount() {
    for persons in [Double.nan, .infinity, -.infinity, 9e15, -1e300] {
      #expect(Money(persons: persons, rate: .one) == nil)
    }
    #expect(Money(persons: 1, rate: .notRepresentable) == nil)
    #expect(Money(persons: 8e15, rate: Rational(.max, over: 1)) == nil)
    #expect(Money(persons: 1e-300, rate: Rational(.max, over: 1)) == .zero)
  }

  /// Reference/money.csv: whole numbers of any size, by another language.
  @Test func agreesWithTheReferenceTable() throws {
    for row in try referenceRows("Reference/money.csv") {
      let bits = try #require(UInt64(row[0], radix: 16))
      let rate = Rational(try #require(Int128(row[1])), over: try #require(Int128(row[2])))
      let amount = Money(persons: Double(bitPattern: bits), rate: rate)
      #expect(amount?.fen == Int64(row[3]), "\(row)")
    }
  }

  /// fen is right exactly when  (2 fen - 1) D <= 2 N < (2 fen + 1) D  for persons x rate x 100 =
  /// N/D, by digits.
  @Test(arguments: [20, 63, 126])
  func isTheNearestFen(bits: Int) throws {
    try forAll(
      seed: 400 + UInt64(bits), count: 2_000,
      generator: { random -> (Double, Rational) in
        let persons = (random.unit() - 0.3) * Double(Int64(1) << Int64(random.int(in: 0...40)))
        return (persons, random.fraction(bits: bits))
      }
    ) { persons, rate in
      guard let money = Money(persons: persons, rate: rate) else {
        return (persons * rate.double * 100).magnitude > 0.99e16
      }
      return isNearest(money.fen, persons: persons, rate: rate)
    }
  }

  /// Amounts at a half fen and a hair beside it, where doubles alone would err.
  @Test func decidesHalvesExactly() throws {
    try forAll(
      seed: 41, count: 5_000,
      generator: { random -> (Double, Rational) in
        let persons = Double(random.int(in: 1...1 << 40)) / Double(1 << random.int(in: 0...8))
        let beside = Int128([-1, 0, 1][random.int(in: 0...2)])
        let odd = Int128(2 * random.int(in: 0...500) + 1)
        return (persons, Rational(odd * 1_000_000_000_000 + beside, over: 200_000_000_000_000))
      }
    ) { persons, rate in
      Money(persons: persons, rate: rate).map { isNearest($0.fen, persons: persons, rate: rate) } ?? false
    }
  }

  private func isNearest(_ fen: Int64, persons: Double, rate: Rational) -> Bool {
    // persons = head x 2^-90 for what the generator draws.
    let head = UInt128(persons.magnitude.significandBitPattern | (persons == 0 ? 0 : 1 << 52))
    let power = Int(persons.magnitude.exponent) - 52 + 140
    guard persons != 0, power >= 0 else { return fen == 0 }
    let two = LongWhole(2)
    let raise = (0..<power).reduce(LongWhole(1)) { product, _ in product * two }
    let twiceN = LongWhole(head) * raise * LongWhole(200) * LongWhole(rate.numerator.magnitude)
    let bottom = (0..<140).reduce(LongWhole(rate.denominator.magnitude)) { product, _ in product * two }
    let isNegative = (persons < 0) != (rate.numerator < 0)
    let size = UInt128(fen.magnitude)
    let upper = LongWhole(2 * size + 1) * bottom
    let lower = LongWhole(size == 0 ? 0 : 2 * size - 1) * bottom
    if fen != 0, (fen < 0) != isNegative { return false }
    // Halves go up: for a negative amount towards zero.
    return isNegative
      ? !(upper < twiceN) && (size == 0 || lower < twiceN)
      : twiceN < upper && (size == 0 || !(twiceN < lower))
  }
}

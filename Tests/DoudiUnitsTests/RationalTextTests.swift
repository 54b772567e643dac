import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct RationalTextTests {
  @Test func readsPlainDecimals() {
    #expect(Rational(decimal: "1.3") == Rational(13, over: 10))
    #expect(Rational(decimal: "-0.05") == Rational(-1, over: 20))
    #expect(Rational(decimal: "+7") == Rational(7))
    #expect(Rational(decimal: "007.50") == Rational(15, over: 2))
    // What a spreadsheet writes for 20.49.
    #expect(
      Rational(decimal: "20.490000000000002") == Rational(20_490_000_000_000_002, over: 1_000_000_000_000_000)
    )
    #expect(Rational(decimal: "999999999999999.999999999999999999")?.isRepresentable == true)
  }

  @Test(arguments: [
    "", "-", "+", ".5", "5.", "1e3", "1,000", " 1", "1 ", "--1", "1.2.3", "nan", "inf", "０", "1_0", "0x1",
    "1234567890123456", "0.1234567890123456789", "1-",
  ])
  func refusesEverythingElse(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test func writesDecimals() {
    #expect(Rational(875, over: 3).decimalText(places: 6) == "291.666667")
    #expect(Rational(-1, over: 3).decimalText(places: 2) == "-0.33")
    #expect(Rational(-1, over: 1000).decimalText(places: 2) == "0.00")
    #expect(Rational(5, over: 2).decimalText(places: 0) == "3")
    #expect(Rational(2457, over: 2).shortText() == "1228.5")
    #expect(Rational(100).shortText() == "100")
    #expect("\(Rational(875, over: 3))" == "875/3")
    #expect("\(Rational(-1, over: 8))" == "-0.125")
    #expect(Rational.notRepresentable.decimalText(places: 2) == "?")
    #expect(Rational(5).exactText == "5/1")
  }

  @Test func longFractionsKeepTheirDigits() {
    let power = Int128(1) << 126
    #expect(Rational(.max, over: 1).decimalText(places: 3) == "170141183460469231731687303715884105727.000")
    #expect(Rational(power - 1, over: power).decimalText(places: 4) == "1.0000")
    #expect(Rational(1 - power, over: power).decimalText(places: 4) == "-1.0000")
    #expect(
      Rational(-1, over: power).decimalText(places: 40) == "-0.0000000000000000000000000000000000000118")
    #expect(Rational(power / 2 + 1, over: power).decimalText(places: 0) == "1")
  }

  @Test func textReadsBackAsTheValue() throws {
    try forAll(
      seed: 31, generator: { Rational($0.wholeNumber(bits: 80), over: 1_000_000_000_000) },
      shrink: smallerFractions
    ) { value in
      guard value.floor.magnitude < 1_000_000_000_000_000 else { return true }
      return Rational(decimal: value.decimalText(places: 12)) == value
        && Rational(decimal: value.shortText(maximumPlaces: 12)) == value
    }
  }

  /// Both ways of writing agree: a factor that both parts share leaves the text as it is, and a
  /// large prime denominator forces the long division.
  @Test func longDivisionAgreesWithScaling() throws {
    let prime = (Int128(1) << 107) - 1
    try forAll(
      seed: 32, generator: { ($0.wholeNumber(bits: 70), $0.int(in: 0...6)) },
      shrink: { value, places in smallerWholes(value).map { ($0, places) } }
    ) { value, places in
      let scale = (0..<places).reduce(Int128(1)) { product, _ in product * 10 }
      let exact = Rational(value, over: scale)
      let beside = Rational(exact.numerator, over: exact.denominator) + Rational(1, over: prime)
      guard beside.isRepresentable else { return true }
      return beside.decimalText(places: places) == exact.decimalText(places: places)
    }
  }
}

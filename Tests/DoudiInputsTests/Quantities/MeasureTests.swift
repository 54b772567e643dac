import DoudiInputs
import DoudiUnits
import Testing

@Suite struct MeasureTests {
  @Test(arguments: [
    ("yuan", "CNY"), ("元/人/月", "CNY/person/month"), ("CNY/month/person", "CNY/person/month"), ("pct", "%"),
    ("CNY/yr", "CNY/year"), ("CNY/person/yr", "CNY/person/year"), ("万元", "10k CNY"), ("亿元", "100m CNY"),
    ("10k CNY/yr", "10k CNY/year"), ("100m CNY", "100m CNY"), ("万人", "10k persons"), ("户", "households"),
    ("x", "1"), ("倍", "1"), ("% / month", "%/month"), ("persons/household", "persons/household"),
    ("个月", "months"), ("person-times", "person-times"), ("元/月", "CNY/month"), ("count", "count"),
  ])
  func textsAreBroughtToOneForm(written: String, form: String) {
    #expect(Measure(text: written)?.text == form)
    #expect(Measure(text: form) == Measure(text: written))
  }

  @Test(arguments: [
    "", "/", "CNY/", "florins", "CNY/florin", "CNY/person/person", "CNY/month/year", "CNY/%", "1/2",
  ])
  func unknownUnitsAreRefused(written: String) {
    #expect(Measure(text: written) == nil)
  }

  @Test(arguments: [
    ("CNY/person/year", "CNY/person/month", 1, 12), ("10k CNY", "CNY", 10_000, 1), ("%", "1", 1, 100),
    ("10k persons", "persons", 10_000, 1), ("years", "months", 12, 1), ("100m CNY", "10k CNY", 10_000, 1),
    ("CNY/person/month", "CNY/person/year", 12, 1), ("%/year", "1/month", 1, 1200), ("CNY", "fen", 100, 1),
  ])
  func factorsAreExact(from: String, to: String, top: Int, bottom: Int) throws {
    let (a, b) = (try #require(Measure(text: from)), try #require(Measure(text: to)))
    #expect(a.factor(to: b) == Rational(Int128(top), over: Int128(bottom)))
    #expect(b.factor(to: a) == Rational(Int128(bottom), over: Int128(top)))
  }

  @Test(arguments: [
    ("CNY", "persons"), ("CNY/person", "CNY"), ("%", "months"), ("CNY/month", "CNY/person/month"),
  ])
  func othersDoNotConvert(from: String, to: String) throws {
    let (a, b) = (try #require(Measure(text: from)), try #require(Measure(text: to)))
    #expect(a.factor(to: b) == nil)
  }

  /// Changes are plain numbers or shares, and may be negative; money, heads and time may not.
  @Test func whatCannotBeNegative() {
    for text in ["CNY", "CNY/person/year", "persons", "households", "beds", "m2", "months", "10k CNY"] {
      #expect(Measure(text: text)?.isNeverNegative == true, "\(text)")
    }
    for text in ["1", "%", "%/year", "‰", "flag"] {
      #expect(Measure(text: text)?.isNeverNegative == false, "\(text)")
    }
  }

  @Test func kinds() {
    #expect(Measure(text: "CNY/person/month").map { $0.isMoney && $0.isPerPerson && $0.isPerTime } == true)
    #expect(Measure(text: "%")?.isShare == true)
    #expect(Measure(text: "%/month")?.isShare == false)
    #expect(Measure(text: "万人")?.isPersons == true)
    #expect(Measure(text: "户")?.isHouseholds == true)
    #expect(Measure(text: "18 months") == nil)
    #expect(Measure(text: "months")?.isDuration == true)
    #expect(Measure.one.isOne && Measure.one.isShare)
  }
}

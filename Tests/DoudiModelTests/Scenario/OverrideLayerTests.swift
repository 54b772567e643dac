import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct OverrideLayerTests {
  private func place(_ amount: String, _ assumption: String? = nil) -> SmallPlace {
    var place = SmallPlace(
      rules: "- id: S1\n  form: flat\n  gives: price\n  unit: CNY/person/month\n  amount: \(amount)",
      assumptions: assumption.map { "S1.amount: \($0)" } ?? "")
    place.regions += "\n990002,990000,乙,Second,county,urban rural,own"
    return place
  }

  /// Urban and rural price of the first region, then of the second.
  private func prices(_ place: SmallPlace, _ overrides: String...) throws -> [Int] {
    let run = try place.run(overrides: overrides)
    #expect(run.faults == [])
    return [SmallPlace.leaf, "990002"].flatMap { region in
      [Area.urban, .rural].map { Int(run.amount("price", $0, "2027-01", region: region)?.floor ?? -1) }
    }
  }

  static let spellings = [
    "1 CNY/person/month", "{value: 1 CNY/person/month, why: {zh: 测, en: test}}",
    "{urban: 1 CNY/person/month, rural: 1 CNY/person/month}",
    "{value: {urban: 1 CNY/person/month, rural: 1 CNY/person/month}, status: estimated}",
    "{2020-01: 1 CNY/person/month}", "{value: {2020-01: 1 CNY/person/month}}",
    "{urban: {2020-01: 1 CNY/person/month}, rural: 1 CNY/person/month}",
    "{value: 1 CNY/person/month, rural: {value: 1 CNY/person/month}}",
  ]

  /// Whatever the book or the scenario has there, the value of one place changes and no other.
  @Test(arguments: spellings) func onePlaceIsSetAndNoOther(_ written: String) throws {
    for place in [place(written), place("8 CNY/person/month", written)] {
      #expect(try prices(place) == [1, 1, 1, 1])
      #expect(try prices(place, "S1.amount@rural=5") == [1, 5, 1, 5])
      #expect(try prices(place, "S1.amount@990002=5") == [1, 1, 5, 5])
      #expect(try prices(place, "S1.amount@990002/rural=5") == [1, 1, 1, 5])
      #expect(try prices(place, "S1.amount@rural=5", "S1.amount@990002/rural=6") == [1, 5, 1, 6])
      #expect(try prices(place, "S1.amount@urban=2", "S1.amount@rural=5") == [2, 5, 2, 5])
      #expect(try prices(place, "S1.amount@990002=7", "S1.amount@990002/urban=6") == [1, 1, 6, 7])
    }
  }

  @Test func wideBeforeNarrowWhateverTheOrder() throws {
    let place = place("1 CNY/person/month")
    #expect(
      try prices(place, "S1.amount@990002/rural=4", "S1.amount@rural=3", "S1.amount=2") == [2, 3, 2, 4])
  }

  @Test func aValueOfTheCommandLineIsAssumed() throws {
    let place = place("8 CNY/person/month", "{value: 1 CNY/person/month, status: observed}")
    let run = try place.run(overrides: ["S1.amount@rural=5"])
    #expect(run.figure("price", .urban, "2027-01")?.status == .observed)
    #expect(run.figure("price", .rural, "2027-01")?.status == .assumed)
  }

  @Test func aMisspeltNameIsPointedAt() throws {
    let found = try #require(
      try place("1 CNY/person/month").check(overrides: ["S1.amonut=5"]).diagnostics.first {
        $0.code == "DD1405"
      })
    #expect(found.span.start.column == 1 && found.span.length == 9)
    #expect(found.hint?.en == "did you mean \"S1.amount\"?")
  }

  @Test func yesAndNoAreUnderstood() throws {
    let place = SmallPlace(
      rules: """
        - {id: S1, form: indexed, gives: price, unit: CNY/person/month, series: income, lag: 0 years, ratio: 10 %, never_lowered: true}
        """,
      observations:
        "990000,all,2025,income,2400,CNY/person/year,observed,a\n990000,all,2026,income,2400,CNY/person/year,observed,a\n990000,all,2027,income,1200,CNY/person/year,observed,a"
    )
    for (word, value) in [("yes", 20), ("是", 20), ("true", 20), ("no", 10), ("否", 10), ("false", 10)] {
      let run = try place.run(overrides: ["S1.never_lowered=\(word)"])
      #expect(run.amount("price", .urban, "2027-01") == Rational(value), "\(word)")
    }
  }

  /// A bare number is in the declared unit; a fraction for a share is said to be one.
  @Test func aBareFractionForAShareIsDoubted() throws {
    let place = SmallPlace(
      rules: "- {id: G1, form: share, gives: some, of_indicator: people, rate: 50 %}",
      observations:
        "990001,urban,2027,people,1000,persons,observed,a\n990001,rural,2027,people,1,persons,observed,a")
    func doubts(_ text: String) throws -> [String] {
      try place.check(overrides: ["G1.rate=\(text)"]).diagnostics.filter { $0.severity == .warning }.map(
        \.message.en)
    }
    #expect(try doubts("0.6") == ["0.6 is read as 0.6 %"])
    #expect(try place.run(overrides: ["G1.rate=0.6"]).persons("some", .urban, "2027-01") == 6)
    for text in ["0.6%", "60", "60 %", "0", "1"] { #expect(try doubts(text).isEmpty, "\(text)") }
  }
}

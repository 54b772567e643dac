import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite("The standard that an authority above sets")
struct ProjectionGuideTests {
  private func reading(
    _ place: SmallPlace, _ month: String = "2027-12", amount: Int = 0, _ area: Area = .urban
  ) throws -> GuideStandard.Reading {
    let run = try place.run()
    return run.projection.guide(amount, try #require(run.cell(area)), try #require(Month(month)))
  }

  private func given(_ reading: GuideStandard.Reading) throws -> GuideStandard {
    guard case .given(let guide) = reading else {
      Issue.record("\(reading)")
      return try #require(nil)
    }
    return guide
  }

  /// The rule's own parameter, as of the month in which the standard was last changed.
  @Test func aRuleGivesItWithItsSource() throws {
    let place = IndexedFormTests.place(
      "ratio: 30 %\neffective_month: 7\nguideline: {value: {2020-01: 500 CNY/person/month, 2027-03: 600 CNY/person/month, 2027-09: 700 CNY/person/month}, source: notice 12}"
    )
    let guide = try given(reading(place))
    #expect(guide.figure.value == Rational(600) && guide.year == 2027 && !guide.isWorkedOut)
    #expect(guide.source?.en == "notice 12" && guide.published == nil)
    // Until July the standard of last year's change is in force.
    let before = try given(reading(place, "2027-06"))
    #expect(before.figure.value == Rational(500) && before.year == 2026)
  }

  @Test func anObservedGuideSaysWhatItWasPublishedFor() throws {
    var place = IndexedFormTests.place(
      "ratio: 30 %\nguideline: {indicator: guide}",
      "990000,all,2026,guide,800,CNY/person/month,observed,notice 3")
    place.assumptions = "growth.guide: {value: 5 %/year, why: {zh: 测试, en: test}}"
    let guide = try given(reading(place))
    // 800 x 1.05.
    #expect(guide.figure.value == Rational(840) && guide.year == 2027)
    #expect(guide.published == .year(2026) && guide.source?.en == "notice 3")
    #expect(guide.figure.status == .assumed)
  }

  @Test func anAssumptionGivesItsReason() throws {
    var place = IndexedFormTests.place("ratio: 30 %\nguideline: {indicator: guide}")
    place.assumptions =
      "indicator.guide: {value: 700 CNY/person/month, source: page 9, why: {zh: 借用, en: borrowed}}"
    let guide = try given(reading(place))
    #expect(guide.source == Bilingual(zh: "借用（page 9）", en: "borrowed (page 9)"))
    #expect(guide.figure == Figure(Rational(700), .assumed))
  }

  /// Zero in the room for a guide is none; a rule without room has none either.
  @Test func zeroIsNotAGuide() throws {
    let zero = IndexedFormTests.place("ratio: 30 %\nguideline: 0 CNY/person/month")
    #expect(try reading(zero) == .notGiven)
    #expect(try reading(IndexedFormTests.place("ratio: 30 %")) == .none)
  }

  /// Figures of the region or one above it, in any unit of a standard; the newest not after the year, as published.
  @Test func figuresGiveItWhereNoRuleDoes() throws {
    let rows = """
      990000,urban,2025,standard_guideline,6000,CNY/person/year,observed,notice 1
      990000,urban,2026,standard_guideline,6240,CNY/person/year,observed,notice 2
      990000,urban,2028,standard_guideline,9000,CNY/person/year,observed,notice 3
      """
    let place = IndexedFormTests.place("ratio: 30 %", rows)
    let guide = try given(reading(place))
    #expect(guide.figure == Figure(Rational(520), .observed) && guide.year == 2026)
    #expect(guide.source?.en == "notice 2")
    #expect(try reading(place, .rural) == .none)
    // Nobody is told that no rule reads it.
    let notes = try place.check().diagnostics
    #expect(!notes.contains { $0.message.en.contains("standard_guideline") }, "\(notes)")
  }

  private func reading(_ place: SmallPlace, _ area: Area) throws -> GuideStandard.Reading {
    try reading(place, "2027-12", amount: 0, area)
  }
}

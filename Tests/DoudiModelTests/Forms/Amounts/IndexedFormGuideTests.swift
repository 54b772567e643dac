import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite("A ratio that gives the guideline")
struct IndexedFormGuideTests {
  /// 30 % x 22,050 / 12 = 551.25, in whole tens 560; the place adds 40.
  @Test func theGuideIsTheStandardWithoutWhatThePlaceAdds() throws {
    let run = try IndexedFormTests.place(
      "ratio: 30 %\nratio_gives: guideline\nuplift: 40 CNY/person/month\nstep: 10 CNY/person/month"
    ).run(overrides: ["amount.standard=900"])
    let cell = try #require(run.cell(.urban))
    let reading = run.projection.guide(0, cell, try #require(Month("2027-12")))
    guard case .given(let guide) = reading else {
      Issue.record("\(reading)")
      return
    }
    #expect(guide.figure.value == Rational(560) && guide.isWorkedOut && guide.year == 2027)
    #expect(run.amount("standard", .urban, "2027-12") == Rational(900))
  }
}

import DoudiModel
import Testing

@Suite struct ToldInputTests {
  @Test func partsOfAnObservedFigure() throws {
    let seen = try #require(ToldInput.observed("consumption_pc@371000/rural 2015"))
    #expect(seen.indicator == "consumption_pc" && seen.region == "371000")
    #expect(seen.area == .rural && seen.period == "2015")
    #expect(ToldInput.observed("minimum_wage@371000 2015-03")?.area == .all)
    for name in ["", "a b", "a@b 2015", "a@371000 x", "a@371000/b 2015"] {
      #expect(ToldInput.observed(name) == nil)
    }
  }

  @Test func notEverythingCanBeTold() {
    func can(_ kind: ModelInput.Kind, _ name: String, _ value: String?, isToldNow: Bool = true) -> Bool {
      ToldInput(kind, name, value: value, unit: "%").canBeTold(isToldNow: isToldNow)
    }
    #expect(can(.parameter, "N03.ratio", "60") && can(.parameter, "N03.ratio", nil))
    #expect(!can(.parameter, "N03.ratio", "some_indicator"))
    #expect(can(.rule, "N03", nil) && can(.rule, "N03", "on", isToldNow: false))
    // A rule of other words stands in a book.
    #expect(!can(.rule, "N03", "form 1"))
    #expect(can(.scenario, "horizon.last", "2028-12") && !can(.scenario, "book", "other"))
    #expect(!can(.region, "371000", nil))
    #expect(can(.transfer, "fund 371000 2027 central first", nil) && !can(.transfer, "fund.own", nil))
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Headings of years")
struct LabelsTimeTests {
  private func report(_ first: String, _ last: String, kind: String = "budget") throws -> RunReport {
    var place = SmallPlace(
      rules: """
        - {id: A1, form: advance, programme: aid, amount: 100 CNY/year, out_month: 5, back_after: 2 months}
        """)
    place.horizon = (first, last)
    place.scenario = "kind: \(kind)"
    return RunReport(try place.run().projection)
  }

  @Test func yearsThatAreCoveredInPartSaySo() throws {
    let report = try report("2027-04", "2029-06")
    let table = report.summaryTable(.wan)
    #expect(
      table.columns.dropFirst().map(\.title.en).prefix(3) == ["2027 (Apr-Dec)", "2028", "2029 (Jan-Jun)"])
    #expect(table.columns.dropFirst().map(\.title.zh).prefix(3) == ["2027年4—12月", "2028年", "2029年1—6月"])
    #expect(table.title.en.contains("2027-04 to 2029-06"))
    #expect(table.title.zh.contains("2027年4月—2029年6月"))
    #expect(table.columns.map(\.id).prefix(4) == ["name", "2027", "2028", "2029"])
    #expect(try self.report("2027-05", "2027-05").heading(ofYear: 2027).en == "2027 (May)")
  }

  @Test func wholeYearsStandAsTheyAre() throws {
    let table = try report("2027-01", "2028-12").summaryTable(.wan)
    #expect(table.columns.dropFirst().map(\.title.zh).prefix(2) == ["2027年", "2028年"])
    #expect(table.title.en.contains("2027-2028"))
  }

  /// The word for what it is follows `kind`, and stands in no shipped title.
  @Test func theTitleFollowsTheKind() throws {
    let budget = try report("2027-01", "2027-12").heading(.wan)
    let trial = try report("2027-01", "2027-12", kind: "trial").heading(.wan)
    #expect(budget.en.hasPrefix("Test, budget\n") && budget.zh.hasPrefix("测试预算\n"))
    #expect(trial.en.hasPrefix("Test, trial calculation\n") && trial.zh.hasPrefix("测试试算\n"))
    for name in ["weihai-2027", "jilin-2027"] {
      let model = try #require(LoadedScenario.load(Repository.root + "/scenarios/" + name).model)
      #expect(!model.scenario.title.zh.contains(Labels.trial.zh))
      #expect(!model.scenario.title.en.contains(Labels.trial.en))
    }
  }
}

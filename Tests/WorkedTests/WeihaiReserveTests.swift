import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Weihai document 二(四)1: at least 5 CNY a resident in each unit, and 50,000 CNY in each township on top.
@Suite struct WeihaiReserveTests {
  private static let model = LoadedScenario.load(WorkedCase.root + "/scenarios/weihai-2027").model

  private func weihai() throws -> SmallRun { SmallRun(try #require(Self.model).run()) }

  @Test(arguments: ["E17", "E18", "E19", "E20", "E21", "E22", "E23", "E24"])
  func floorToTheYuan(_ id: String) throws {
    let example = try WorkedCase(id)
    let run = try weihai()
    let region = try example.text("region")
    for year in 2027...2029 {
      let verdict = try #require(run.verdict("W01", year, region: region))
      #expect(verdict.bound == (try example.expected(nil, "CNY")))
      #expect(
        verdict.bound == (try example.input("residents", "persons"))
          * (try example.input("rate", "CNY/person")))
      #expect(verdict.finding == .met)
    }
  }

  @Test func theCityAndRongcheng() throws {
    let run = try weihai()
    #expect(run.verdict("W01", 2027, region: "371000")?.bound == Rational(14_532_740))
    #expect(run.verdict("W01", 2027, region: "371082")?.bound == Rational(3_571_055))
  }

  @Test func fiftyThousandForEachTownship() throws {
    let run = try weihai()
    // Numbers of townships are assumptions of the scenario.
    let townships = [
      "371002": 9, "371003": 15, "371071": 3, "371072": 6, "371073": 3, "371082": 22, "371083": 15,
    ]
    for (region, count) in townships {
      #expect(run.verdict("W02", 2027, region: region)?.bound == Rational(50_000 * count))
    }
    #expect(run.verdict("W02", 2027, region: "371000")?.bound == Rational(50_000 * 73))
  }

  @Test func whatIsDrawnIsFilledUpAgainAndCountedOnce() throws {
    let run = try weihai()
    for rule in ["W01", "W02"] {
      let drawn = run.fen(rule: rule, type: .reserveDrawdown)
      #expect(drawn < 0)
      // What is drawn in one year is put back in the next January; the last year's stays open.
      let lastYear = (1...12).reduce(Int64(0)) {
        $0 + run.fen(rule: rule, type: .reserveDrawdown, paid: Month(year: 2029, month: $1).description)
      }
      #expect(run.fen(rule: rule, type: .reserveTopUp) == lastYear - drawn)
    }
  }
}

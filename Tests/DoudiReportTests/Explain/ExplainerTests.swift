import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Explanations")
struct ExplainerTests {
  private static func projection(_ name: String) throws -> Projection {
    try #require(LoadedScenario.load(Repository.root + "/scenarios/" + name).model).run()
  }

  /// Money as the total row of a table prints it.
  private func total(_ table: Table, _ unit: MoneyUnit) -> String? {
    RenderedColumns(table, language: .en, unit: unit).columns.last?.cells.last
  }

  /// `run` and `explain` print the same sum of a programme, to the last digit.
  @Test(arguments: ["weihai-2027", "jilin-2027"])
  func totalsAreThoseOfTheSummary(name: String) throws {
    let projection = try Self.projection(name)
    let report = RunReport(projection, withEffects: false)
    var differs = 0
    for unit in [MoneyUnit.wan, .yi] {
      let summary = report.summaryTable(unit)
      let printed = RenderedColumns(summary, language: .en, unit: unit).columns
      for (row, programme) in report.shownProgrammes.enumerated() {
        let id = "ledger/" + projection.model.programmes[programme].id
        for year in report.years + [nil] {
          let column = year.flatMap { report.years.firstIndex(of: $0) } ?? report.years.count
          let query = FigureQuery(id, year: year)
          let tables = try Explainer(projection, query, unit: unit).explain().flatMap(\.tables)
          let shown = Set(tables.compactMap { total($0, unit) })
          #expect(shown == [printed[1 + column].cells[row]], "\(id) \(year ?? 0)")
          let fen = year.flatMap { report.years.firstIndex(of: $0) }.map {
            report.totals.programmes[programme][$0]
          }
          let rounded = MoneyGrid.rounded(
            fen ?? report.totals.programmes[programme].reduce(0, +), unit.quantum)
          if shown != [NumberText.scaled(rounded, places: unit.places)] { differs += 1 }
        }
      }
    }
    // Somewhere the fitted sum is another than the rounded one, else this shows nothing.
    #expect(differs > 0)
  }

  @Test func tablesOfMoneyNameTheUnit() throws {
    let projection = try Self.projection("weihai-2027")
    for (unit, word) in [(MoneyUnit.wan, "in 10,000 CNY"), (.yuan, "in CNY")] {
      let found = try Explainer(projection, FigureQuery("ledger/dibao"), unit: unit).explain()
      #expect(found[0].tables.count == 3)
      #expect(found[0].tables.allSatisfy { $0.title.en.hasSuffix(word) })
    }
  }

  /// A rule that the books keep off is no typing error: what it is, its clause, and what switches it on.
  @Test func aRuleThatIsOffSaysHowToEnableIt() throws {
    let projection = try Self.projection("xuanwei-2027")
    for figure in ["X31b", "ledger/X31b"] {
      let unknown = #expect(throws: UnknownFigure.self) {
        try Explainer(projection, FigureQuery(figure)).explain()
      }
      let message = try #require(unknown?.message)
      #expect(message.zh.hasPrefix("X31b ") && message.zh.contains("enable: [X31a, X31b]"))
      #expect(message.zh.contains("\n条款："))
      let words = "off, not computed. To enable it write enable: [X31a, X31b] in scenario.yaml"
      #expect(message.en.contains(words))
    }
  }

  /// A mechanism finds all its rules, whatever they give.
  @Test func aRuleIsFoundByItsIdAndByItsMechanism() throws {
    let projection = try Self.projection("weihai-2027")
    func figures(_ name: String) throws -> [String] {
      try Explainer(projection, FigureQuery(name)).explain().map(\.figure)
    }
    #expect(
      try figures("W08") == [
        "caseload/tekun_in_institutions", "caseload/tekun_at_home", "limit/W08",
      ])
    #expect(try figures("W08a") == ["caseload/tekun_in_institutions", "caseload/tekun_at_home"])
    #expect(try figures("W05") == ["ledger/W05"])
    #expect(try figures("W01") == ["ledger/W01", "limit/W01"])
    #expect(try figures("dibao") == ["caseload/dibao", "ledger/dibao"])
  }

  @Test func aMechanismWithoutARuleGivesItsReason() throws {
    let projection = try Self.projection("weihai-2027")
    func message(_ name: String) -> Bilingual? {
      do {
        _ = try Explainer(projection, FigureQuery(name)).explain()
        return nil
      } catch {
        return (error as? UnknownFigure)?.message
      }
    }
    let entry = try #require(projection.model.register.first)
    #expect(message(entry.id)?.en.contains(entry.reason.en) == true)
    #expect(message("W1")?.en.contains("rules that begin so: W12 W14 W15 W17") == true)
  }
}

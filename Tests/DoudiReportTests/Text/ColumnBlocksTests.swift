import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Tables on a narrow screen")
struct ColumnBlocksTests {
  private let table = Table(
    id: "t", title: Bilingual(zh: "表", en: "Table"),
    columns: [
      Column(
        "name", Bilingual(zh: "项目", en: "Item"),
        .words([0, 1, 2], [Word("first", Bilingual(zh: "甲", en: "The first")), Word("b"), Word("total")])),
      Column("y1", Bilingual(zh: "一", en: "Y1"), .fen([300_000_000, 100_000_000, 400_000_000])),
      Column("y2", Bilingual(zh: "二", en: "Y2"), .fen([100_000_000, 0, 100_000_000])),
      Column("note", Bilingual(zh: "说明", en: "Note"), .texts(["a few words more", nil, nil])),
    ], rowKinds: [.body, .body, .total], notes: [Bilingual(zh: "注", en: "a note of some words")])

  private func lines(_ width: Int?) -> [String] {
    TextTableWriter(language: .en, unit: .wan, width: width).text(table)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func columnsThatDoNotFitStandBelowWithTheNames() {
    #expect(lines(nil) == lines(80))
    #expect(
      lines(26) == [
        "Table", "Item           Y1      Y2", "─────────────────────────",
        "The first  300.00  100.00", "b          100.00    0.00", "─────────────────────────",
        "total      400.00  100.00", "", "Item       Note", "───────────────────────",
        "The first  a few words", "           more", "b", "───────────────────────", "total",
        "a note of some words", "",
      ])
  }

  @Test func rowByRowWhereNotOneColumnFits() {
    #expect(lines(14).prefix(5) == ["Table", "The first", "  Y1: 300.00", "  Y2: 100.00", "  Note: a few"])
  }

  /// No line of any table of a run is wider than the terminal.
  @Test(arguments: [24, 40, 60, 80, 100, 120])
  func nothingIsWiderThanTheTerminal(width: Int) throws {
    let model = try #require(LoadedScenario.load(Repository.root + "/scenarios/weihai-2027").model)
    let report = RunReport(model.run(), withEffects: false)
    for language in Language.allCases {
      let writer = TextTableWriter(language: language, unit: .wan, width: width)
      for table in report.screenTables(.wan) + [report.auditTable(.wan)] {
        let widest = writer.text(table).split(separator: "\n").map { DisplayWidth.of($0) }.max() ?? 0
        #expect(widest <= width, "\(table.id)")
      }
      #expect(
        writer.heading(report.heading(.wan)).split(separator: "\n").allSatisfy {
          DisplayWidth.of($0) <= width
        })
    }
  }
}

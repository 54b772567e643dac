import DoudiInputs
import DoudiReport
import Testing

@Suite("Tables on a screen")
struct TextTableWriterTests {
  private let table = Table(
    id: "t", title: Bilingual(zh: "表", en: "Table"),
    columns: [
      Column(
        "name", Bilingual(zh: "项目", en: "Item"),
        .words(
          [0, 1, 2, 3], [Word("a", Bilingual(zh: "甲", en: "First")), Word("b"), Word("c"), Word("total")])),
      Column("y1", Bilingual(zh: "一年", en: "Y1"), .fen([333_333, 333_333, 333_334, 1_000_000])),
      Column("y2", Bilingual(zh: "二年", en: "Y2"), .fen([100_000_000, 0, -5_000, 99_995_000])),
      Column("all", Bilingual(zh: "合计", en: "All"), .fen([0, 0, 0, 0]), isRowTotal: true),
    ], rowKinds: [.body, .body, .body, .total])

  @Test func columnsAlignInDisplayColumns() {
    let lines = TextTableWriter(language: .zh, unit: .wan).text(table).split(separator: "\n").map(String.init)
    #expect(lines[1] == "项目   一年    二年    合计")
    #expect(lines[3] == "甲     0.34  100.00  100.34")
    #expect(Set(lines[1...].map { DisplayWidth.of($0) }) == [27])
  }

  @Test func printedRowsAddUpToThePrintedTotal() {
    let lines = TextTableWriter(language: .en, unit: .wan).text(table).split(separator: "\n").map(String.init)
    #expect(lines[4].hasSuffix("0.33    0.00    0.33"))
    #expect(lines[5].hasSuffix("0.33    0.00    0.33"))
    #expect(lines[7].hasSuffix("1.00  100.00  101.00"))
  }

  @Test func unitsAndThousands() {
    let yuan = TextTableWriter(language: .en, unit: .yuan).text(table)
    #expect(yuan.contains("1,000,000.00"))
    #expect(yuan.contains("-50.00"))
    #expect(TextTableWriter(language: .en, unit: .yi).text(table).contains("0.0100"))
  }

  @Test func emptyTablesSayThatTheyAreEmpty() {
    let empty = Table(id: "t", title: table.title, columns: [Column("a", .fen([]))])
    #expect(TextTableWriter(language: .zh, unit: .wan).text(empty) == "表\n本表为空表\n")
  }

  @Test func emphasisOnlyWhereItIsWanted() {
    let colour = TextStyle.detected(isTerminal: true) { _ in nil }
    #expect(TextTableWriter(language: .en, unit: .wan, style: colour).text(table).contains("\u{1B}["))
    for style in [
      TextStyle.detected(isTerminal: false) { _ in nil },
      TextStyle.detected(isTerminal: true) { $0 == "NO_COLOR" ? "1" : nil },
      TextStyle.detected(isTerminal: true) { $0 == "TERM" ? "dumb" : nil },
    ] {
      #expect(!TextTableWriter(language: .en, unit: .wan, style: style).text(table).contains("\u{1B}"))
    }
  }
}

import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Markdown")
struct MarkdownWriterTests {
  private func text(_ blocks: [ReportDocument.Block], pictures: Set<String> = []) -> String {
    var document = ReportDocument(id: "report", title: "标题", form: SmallTables.form)
    for block in blocks { document.add(block) }
    return MarkdownWriter(document: document, pictures: pictures).text
  }

  @Test func nothingInATextIsAMark() {
    #expect(
      MarkdownWriter.escaped("a|b *c* _d_ [e](f) <g> &h `i` \\")
        == "a\\|b \\*c\\* \\_d\\_ \\[e\\](f) &lt;g&gt; &amp;h \\`i\\` \\\\")
    #expect(MarkdownWriter.escaped("=1+2") == "\\=1+2")
    #expect(MarkdownWriter.escaped("- x") == "\\- x")
    #expect(MarkdownWriter.escaped("-83.31") == "-83.31")
    #expect(MarkdownWriter.escaped("a\nb") == "a b")
  }

  @Test func aTableHasItsTotalInBoldAndItsNotesBelow() {
    var table = SmallTables.years([("a", [10_000, 20_000]), ("b|c", [10_000, 0])])
    table.notes = [Bilingual(zh: "说明", en: "note")]
    #expect(
      text([.table(table)]) == """
        # 标题

        **汇总 · 某地2027—2028年 · 单位：万元**

        | 项目 | 2027年 | 2028年 | 合计 |
        | --- | ---: | ---: | ---: |
        | 项目a | 0.01 | 0.02 | 0.03 |
        | 项目b\\|c | 0.01 | 0.00 | 0.01 |
        | **合计** | **0.02** | **0.02** | **0.04** |

        说明

        """)
  }

  @Test func anEmptyTableSaysSo() {
    #expect(text([.table(Table(id: "x", title: Labels.limits, columns: []))]).hasSuffix("本表为空表\n"))
  }

  @Test func aFigureIsAPictureOrItsTableOrASentence() {
    let table = SmallTables.years([("a", [1_000_000, 2_000_000])])
    let chart = StackedYears.figure("programmes", table, title: table.title, form: SmallTables.form)
    #expect(text([.chart(chart)], pictures: ["programmes"]).contains("](figures/programmes.png)"))
    #expect(text([.chart(chart)]).contains("| 项目a | 1.00 | 2.00 | 3.00 |"))
    let beside = text([.table(table), .chart(chart)])
    #expect(beside.contains("figures/programmes.vl.json") && beside.split(separator: "| 项目a |").count == 2)
    let none = Chart.empty("fan", table, Labels.noFanToDraw)
    #expect(text([.chart(none)]).hasSuffix("没有抽样结果，不画支出的可能范围。\n"))
  }
}

import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("The page")
struct HTMLWriterTests {
  private let provenance = Provenance(
    runID: "0123456789abcdef", scenario: "a\"b", title: Bilingual(zh: "题", en: "title"), program: "0",
    time: ("2027-01", "2027-12", "month"), isTrial: true, basis: nil, sets: [], reforms: [], draws: nil,
    inputs: [],
    assumptions: nil)

  private func page(_ blocks: [ReportDocument.Block], _ pictures: [String: FigureRenderer.Picture] = [:])
    -> String
  {
    var document = ReportDocument(id: "report", title: "<题>", form: SmallTables.form)
    for block in blocks { document.add(block) }
    var buffer = ByteBuffer()
    HTMLWriter(documents: [document], pictures: pictures, provenance: provenance).write(to: &buffer)
    return buffer.text
  }

  @Test func nothingInATextIsATag() {
    let page = page([.paragraph("<script>&\"\u{1}"), .list(["a<b"])])
    #expect(page.contains("<p>&lt;script&gt;&amp;&quot;</p>"))
    #expect(page.contains("<h1>&lt;题&gt;</h1>") && page.contains("content=\"a&quot;b\""))
    #expect(page.contains("<li>a&lt;b</li>"))
  }

  @Test func longNamesMayBeBrokenBehindTheirSigns() {
    #expect(HTMLWriter.breakable("growth.minimum_wage") == "growth.<wbr/>minimum_<wbr/>wage")
    #expect(HTMLWriter.breakable("1.5 元/月") == "1.5 元/月")
    #expect(HTMLWriter.breakable("环翠区") == "环翠区")
  }

  @Test func figuresOfATableAreRightAlignedAndTheTotalIsMarked() {
    let page = page([.table(SmallTables.years([("a", [10_000, 20_000])]))])
    #expect(page.contains("<td>项目a</td><td class=\"n\">0.01</td><td class=\"n\">0.02</td>"))
    #expect(page.contains("<tr class=\"total\"><td>合计</td>"))
    #expect(page.contains("<caption>汇总 · 某地2027—2028年 · 单位：万元</caption>"))
  }

  @Test func picturesStandInThePageUnderNamesOfTheirOwn() {
    let svg = ##"<svg><g id="clip0" clip-path="url(#clip0)"><use href="#clip0"/></g></svg>"##
    let table = SmallTables.years([("a", [1_000_000, 2_000_000])])
    let chart = StackedYears.figure("programmes", table, title: table.title, form: SmallTables.form)
    let page = page(
      [.chart(chart)], ["programmes": FigureRenderer.Picture(svg: Array(svg.utf8), png: [])])
    #expect(
      page.contains(
        ##"<svg><g id="programmes-clip0" clip-path="url(#programmes-clip0)"><use href="#programmes-clip0"/></g></svg>"##
      ))
    #expect(!page.contains("<td>"))
  }
}

import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Building a sheet")
struct SheetBuilderTests {
  private func word(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }

  private var builder: SheetBuilder {
    SheetBuilder(
      word("表"), title: word("标题"), unitLine: word("单位：万元"), words: (.zh, .wan, .adjusted))
  }

  private func table(_ rows: [(String, Double)], title: String = "数") -> Table {
    Table(
      id: "t", title: word(title),
      columns: [
        Column("name", word("名称"), .texts(rows.map(\.0))),
        Column("value", word(title), .reals(rows.map(\.1), places: 2)),
      ])
  }

  @Test func titleThenUnitToTheRight() {
    let sheet = builder.finish()
    #expect(sheet.rows[0].isMerged)
    #expect(sheet.rows[0].cells == [SheetCell("标题", .title)])
    #expect(sheet.rows[1].cells == [SheetCell("单位：万元", .unit)])
    #expect(CellStyle.unit.isRight)
  }

  @Test func headingsStayInSightAndOnEveryPage() {
    var builder = builder
    let place = builder.table(table([("甲", 1)]))
    let sheet = builder.finish()
    #expect(place.header == 2)
    #expect(place.rows == 3..<4)
    #expect(sheet.frozenRows == 3)
    #expect(sheet.frozenColumns == 1)
    #expect(sheet.repeatedRows == 0...2)
  }

  /// Chinese characters take two columns: no figure or name is cut or shown as "###".
  @Test func columnsAreAsWideAsWhatTheyShow() {
    var builder = builder
    builder.table(table([("威海火炬高技术产业开发区", 1_234_567.89), ("a", 1)]))
    let sheet = builder.finish()
    #expect(sheet.widths[0] >= 24)
    #expect(sheet.widths[1] >= 12)
  }

  @Test func longWordsAreWrappedAndTheRowIsHighEnough() {
    var builder = builder
    builder.caps = [10]
    builder.table(table([(String(repeating: "长", count: 20), 1)]))
    let sheet = builder.finish()
    #expect(sheet.widths[0] == 12)
    // 40 columns in 11 take four lines.
    #expect(sheet.rows[3].height == SheetPages.height(lines: 4))
  }

  @Test func aTableWithoutRowsSaysSo() {
    var builder = builder
    builder.table(table([]))
    #expect(builder.finish().rows.contains { $0.cells.first?.shown == "本表为空表" })
  }

  @Test func numbersAreNumbersAndCodesTexts() {
    var builder = builder
    let place = builder.table(table([("371002", 0.5)]))
    let row = builder.finish().rows[place.rows.lowerBound]
    #expect(row.cells[0].content == .text("371002"))
    #expect(row.cells[1].content == .number(0.5))
    #expect(row.cells[1].style.numberFormat == "#,##0.00")
  }

  @Test func aFigureThatIsNotKnownIsADash() {
    var builder = builder
    let place = builder.table(table([("甲", .nan)]))
    #expect(builder.finish().rows[place.rows.lowerBound].cells[1].content == .text("—"))
  }

  /// Every part stands below headings of its own, on a page of its own.
  @Test func aLongTableIsCutIntoPages() {
    var builder = builder
    builder.section(word("长表"))
    builder.parts(table((0..<100).map { ("\($0)", Double($0)) }))
    let sheet = builder.finish()
    let headers = sheet.rows.indices.filter { sheet.rows[$0].cells.first?.style.role == .header }
    #expect(headers.count > 2)
    #expect(sheet.pageBreaks == Array(headers.dropFirst()))
    #expect(sheet.rows.filter { $0.cells.first?.style.role == .body }.count == 100)
    #expect(zip(headers, headers.dropFirst()).allSatisfy { $1 - $0 < 34 })
  }
}

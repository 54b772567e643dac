import DoudiInputs
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Variants side by side")
struct ComparedBarsTests {
  private let names = [SmallTables.word("aid", "救助"), SmallTables.word("total", "合计")]

  private func table(_ a: [Double], _ b: [Double]) -> Table {
    Table(
      id: "compare_programmes",
      title: Bilingual(zh: "按项目 2027年 · 某地 · 单位：万元", en: "By · Place · in 10,000 CNY"),
      columns: [
        Column("name", Labels.programme, .words([0, 1], names)),
        Column("A", Labels.money, .reals(a, places: 2)), Column("B", Labels.money, .reals(b, places: 2)),
      ], rowKinds: [.body, .total])
  }

  @Test func aBarAVariantAndNoneForTheTotal() {
    let chart = ComparedBars.money(
      "memo-money", table([1234.5, 1234.5], [2000, 2000]), letters: ["A", "B"], form: SmallTables.form)
    let bars = SmallTables.data(chart)[0]
    #expect(bars.map { SmallTables.text($0, "text") } == ["A 1,234.50", "B 2,000.00"])
    #expect(bars.map { SmallTables.number($0, "value") } == [1234.5, 2000])
    #expect(Set(bars.map { SmallTables.text($0, "id") }) == ["aid"])
  }

  @Test func aVariantThatDoesNotCoverTheYearHasNoBar() {
    let chart = ComparedBars.money(
      "memo-money", table([1, 1], [.nan, .nan]), letters: ["A", "B"], form: SmallTables.form)
    #expect(SmallTables.data(chart)[0].count == 1)
    let nothing = ComparedBars.money(
      "memo-money", table([0, 0], [0, 0]), letters: ["A", "B"], form: SmallTables.form)
    #expect(nothing.spec == nil && nothing.sentence == Labels.nothingCompared)
  }

  @Test func onlyStandardsThatDifferAreDrawn() throws {
    let words = [SmallTables.word("s", "标准"), SmallTables.word("t", "另一标准")]
    let letters = [Word("A"), Word("B"), Word("all")]
    let table = Table(
      id: "compare_standards", title: Bilingual(zh: "标准 2027年 · 单位：元", en: "Standards 2027 · in CNY"),
      columns: [
        Column("amount", Labels.amount, .words([0, 0, 1], words)),
        Column("area", Labels.areaTitle, .words([0, 0, 0], [SmallTables.word("rural", "农村")])),
        Column("variant", Labels.variant, .words([0, 1, 2], letters)),
        Column("month", Labels.perMonth, .reals([325, 350, 520], places: 2)),
      ])
    let chart = ComparedBars.standards("memo-standards", table, letters: ["A", "B"], form: SmallTables.form)
    let bars = SmallTables.data(chart)[0]
    #expect(bars.map { SmallTables.text($0, "name") } == ["农村 标准", "农村 标准"])
    #expect(bars.map { SmallTables.text($0, "text") } == ["A 325.00", "B 350.00"])
  }
}

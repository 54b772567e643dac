import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Bars of an allocation")
struct AllocationBarsTests {
  private func table(_ amounts: [Int64]) -> Table {
    let words = amounts.indices.map { SmallTables.word("99000\($0)", "地\($0)") }
    return Table(
      id: "allocation_bars", title: Bilingual(zh: "分配结果 · 2027年 · 单位：万元", en: "Who · 2027 · in 10,000 CNY"),
      columns: [
        Column("region", Labels.region, .words(words.indices.map { Int32($0) }, words)),
        Column("amount", Labels.allotted, .units(amounts, places: 2)),
        Column("formula", Labels.formulaAmount, .units([1_000, 500], places: 2)),
        Column("bound", Labels.boundHit, .notes([nil, Bilingual(zh: "下限", en: "floor")])),
        Column("bound_value", Labels.bound, .units([nil, 700], places: 2)),
      ])
  }

  @Test func boundsAreMarkedWhereTheyHold() {
    let rows = SmallTables.data(AllocationBars.figure(table([800, 700]), form: SmallTables.form))[0]
    #expect(rows.map { SmallTables.number($0, "amount") } == [8, 7])
    #expect(rows.map { SmallTables.number($0, "formula") } == [10, 5])
    #expect(rows.map { SmallTables.number($0, "bound") } == [nil, 7])
    #expect(rows.map { SmallTables.number($0, "end") } == [10, 7])
    #expect(rows.map { SmallTables.text($0, "text") } == ["8.00", "7.00 · 下限"])
  }

  @Test func nothingToGiveIsASentence() {
    var empty = table([0, 0])
    empty.columns.removeLast(3)
    #expect(AllocationBars.figure(empty, form: SmallTables.english).spec == nil)
  }
}

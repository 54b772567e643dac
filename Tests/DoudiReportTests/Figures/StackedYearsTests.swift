import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Money by programme and year")
struct StackedYearsTests {
  private func chart(_ rows: [(id: String, fen: [Int64])], _ form: PrintForm = SmallTables.form) -> Chart {
    let table = SmallTables.years(rows)
    return StackedYears.figure("programmes", table, title: table.title, form: form)
  }

  /// 1 fen short of 1.235 and 2 x 0.0051 in 10,000 CNY: bars in full, labels as the table prints them.
  @Test func barsAreInFullAndLabelsAreThoseOfTheTable() throws {
    let bars = SmallTables.data(chart([("100001", [1_234_999, 0]), ("100002", [5_100, 5_100])]))[0]
    #expect(bars.compactMap { SmallTables.number($0, "value") } == [1.234999, 0.0051, 0, 0.0051])
    #expect(bars.compactMap { SmallTables.text($0, "id") }.first == "100001")
    // The total of 2027 is 1.240099, printed 1.24: the second part gives way.
    #expect(bars.compactMap { SmallTables.text($0, "text") } == ["1.23", "0.01", "0.00", "0.01"])
    #expect(try #require(SmallTables.number(bars[1], "from")) == 1.234999)
  }

  @Test func whatIsBelowZeroIsStackedDownwards() {
    let bars = SmallTables.data(
      chart([("a", [200_000_000, 0]), ("b", [-50_000_000, 0]), ("c", [-10_000_000, 0])]))[0]
    #expect(bars.prefix(3).map { SmallTables.number($0, "to") } == [200, -50, -60])
  }

  @Test func smallPartsAreDrawnTogetherAndAddUp() {
    let rows = (1...12).map { (id: "p\($0)", fen: [Int64($0) * 1_234_567, Int64($0) * 2_345_678]) }
    let bars = SmallTables.data(chart(rows))[0]
    #expect(bars.count == 2 * StackedYears.shown)
    let drawn = bars.prefix(StackedYears.shown).compactMap { SmallTables.number($0, "value") }.reduce(0, +)
    #expect(abs(drawn - 78 * 1.234567) < 1e-9)
    let printed = bars.prefix(StackedYears.shown).compactMap { SmallTables.text($0, "text") }
      .compactMap(PrintedTable.units).reduce(0, +)
    #expect(printed == MoneyGrid.rounded(78 * 1_234_567, 10_000))
    #expect(SmallTables.text(bars[StackedYears.shown - 1], "name") == "其他5项")
  }

  @Test func nothingToDrawIsASentence() {
    let empty = chart([("a", [0, 0])])
    #expect(empty.spec == nil)
    #expect(empty.sentence.zh.contains("没有金额"))
    #expect(chart([]).spec == nil)
  }

  @Test func sameInputSameBytesInEachLanguage() {
    let rows: [(id: String, fen: [Int64])] = [("a", [1_000_000, 2_000_000])]
    #expect(chart(rows).spec?.bytes == chart(rows).spec?.bytes)
    let english = chart(rows, SmallTables.english).spec
    #expect(english?["title"]?["text"] == "Summary")
    #expect(english?["title"]?["subtitle"] == "Place 2027-2028 · in 10,000 CNY")
  }
}

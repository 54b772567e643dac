import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Heat map")
struct HeatMapTests {
  private var table: Table {
    HeatMap.table(
      TornadoChartTests.file, order: TornadoChartTests.inputs,
      regions: [
        SmallTables.word("990002", "乙"), SmallTables.word("990001", "甲"), SmallTables.word("990009", "丙"),
      ],
      heading: Heading(
        place: Bilingual(zh: "某地2027—2028年", en: "Place 2027-2028"), basis: nil, isTrial: false))
  }

  /// (130 - 80) / 100 and (108 - 105) / 100; what moves nothing and who has no figures is left out.
  @Test func cellsArePerCentOfThePlacesOwnMoney() {
    let printed = SmallTables.form.print(table)
    #expect(printed.titles == ["区划", "新增率", "补差率"])
    #expect(
      (0..<printed.rowCount).map { row in (0..<3).map { printed.text(row, $0) } } == [
        ["乙", "50.0", "3.0"], ["甲", "50.0", "3.0"],
      ])
    #expect(table.title.zh.contains("单位：%") && table.title.zh.contains("2028年"))
  }

  @Test func everyCellPrintsItsNumber() {
    let cells = SmallTables.data(HeatMap.figure(table, form: SmallTables.form))[0]
    #expect(cells.map { SmallTables.text($0, "region") } == ["990002", "990002", "990001", "990001"])
    #expect(cells.map { SmallTables.text($0, "text") } == ["50.0", "3.0", "50.0", "3.0"])
    #expect(cells.map { SmallTables.text($0, "ink") } == ["#ffffff", "#111111", "#ffffff", "#111111"])
  }
}

import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Tornado")
struct TornadoChartTests {
  static let inputs = [
    SmallTables.word("rate", "新增率"), SmallTables.word("ratio", "补差率"), SmallTables.word("idle", "无关"),
  ]

  /// Two places and the whole, 2027 and 2028: rate from -20 to +30 of 100, ratio from 5 to 8 above it.
  static let file: Table = {
    var rows: [(input: String, region: String, year: String, low: Double, middle: Double, high: Double)] = []
    for (region, scale) in [("990001", 1.0), ("990002", 3.0), ("990000", 4.0)] {
      for year in ["2027", "2028"] {
        let size = year == "2028" ? scale * 1_000_000 : 1
        rows.append(("rate", region, year, 80 * size, 100 * size, 130 * size))
        rows.append(("ratio", region, year, 105 * size, 100 * size, 108 * size))
        rows.append(("idle", region, year, 100 * size, 100 * size, 100 * size))
      }
    }
    return Table(
      id: "tornado", title: Labels.tornado,
      columns: [
        Column("input", .texts(rows.map(\.input))), Column("region", .texts(rows.map(\.region))),
        Column("year", .texts(rows.map(\.year))), Column("low", .persons(rows.map(\.low))),
        Column("middle", .persons(rows.map(\.middle))), Column("high", .persons(rows.map(\.high))),
      ])
  }()

  private func screen(_ low: [Int64], _ high: [Int64]) -> Table {
    Table(
      id: "tornado", title: Bilingual(zh: "影响 · 2028年 · 单位：万元", en: "Tornado · 2028 · in 10,000 CNY"),
      columns: [
        Column("input", Labels.uncertainInput, .words([0, 1, 2], Self.inputs)),
        Column("low", Labels.atLow, .units(low, places: 2)),
        Column("high", Labels.atHigh, .units(high, places: 2)),
      ])
  }

  @Test func barsAreDifferencesOfTheWholesLastYear() {
    let chart = TornadoChart.figure(
      screen([-800_000, 200_000, 0], [1_200_000, 320_000, 0]), file: Self.file, root: "990000",
      form: SmallTables.form)
    let bars = SmallTables.data(chart)[0]
    #expect(bars.map { SmallTables.number($0, "value") } == [12_000, -8_000, 3_200, 2_000, 0, 0])
    #expect(bars.map { SmallTables.text($0, "text") }.prefix(2) == ["+12,000.00", "-8,000.00"])
  }

  /// Both ends of ratio lie above zero: the figure of the shorter one stands on the other side.
  @Test func endsOnOneSideDoNotHideEachOther() {
    let chart = TornadoChart.figure(
      screen([-800_000, 200_000, 0], [1_200_000, 320_000, 0]), file: Self.file, root: "990000",
      form: SmallTables.form)
    let ratio = SmallTables.data(chart)[0].filter { SmallTables.text($0, "id") == "ratio" }
    #expect(ratio.map { SmallTables.text($0, "side") } == ["right", "left"])
    #expect(ratio.map { SmallTables.number($0, "spot") } == [3_200, 0])
  }

  @Test func nothingThatMovesIsASentence() {
    let zeros = screen([0, 0, 0], [0, 0, 0])
    let still = Table(
      id: "tornado", title: Labels.tornado,
      columns: Self.file.columns.map {
        Column($0.id, $0.values.prefix(0))
      })
    #expect(TornadoChart.figure(zeros, file: still, root: "990000", form: SmallTables.form).spec == nil)
  }
}

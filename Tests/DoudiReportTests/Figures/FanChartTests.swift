import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Fan")
struct FanChartTests {
  private func source(years: [Int]) -> FanChart.Source {
    let levels = ["p05", "p25", "p50", "p75", "p95", "central"]
    let fan = Table(
      id: "fan", title: Labels.fan,
      columns: [
        Column("region", .texts(years.flatMap { _ in ["990001", "990000"] })),
        Column("year", .texts(years.flatMap { ["\($0)", "\($0)"] })),
        Column("output", .texts(years.flatMap { _ in ["total", "total"] })),
      ]
        + levels.enumerated().map { place, level in
          Column(level, .persons(years.flatMap { _ in [1, Double(place + 1) * 100_000] }))
        })
    let chances = Table(
      id: "probabilities", title: Labels.probabilities,
      columns: [
        Column("kind", .texts(["limit", "ceiling"])), Column("id", .texts(["W1", "total"])),
        Column("region", .texts(["990000", "990000"])), Column("year", .texts(["2028", "2028"])),
        Column("bound", .persons([.nan, 345_600])), Column("probability", .persons([0.5, 0.123])),
      ])
    let words = years.map { Word("\($0)") }
    let printed = Table(
      id: "fan_total", title: Bilingual(zh: "范围 · 2027年 · 单位：万元", en: "Range · 2027 · in 10,000 CNY"),
      columns: [
        Column("name", Labels.yearHeading, .words(words.indices.map { Int32($0) }, words)),
        Column("middle", Labels.middle, .units(years.map { _ in 3000 }, places: 2)),
      ])
    return FanChart.Source(fan: fan, chances: chances, printed: printed, root: "990000")
  }

  @Test func bandsAreThoseOfTheWhole() {
    let chart = FanChart.figure(source(years: [2027, 2028]), form: SmallTables.form)
    let rows = SmallTables.data(chart)[0]
    #expect(rows.map { SmallTables.text($0, "year") } == ["2027年", "2028年"])
    #expect(rows.map { SmallTables.number($0, "p05") } == [10, 10])
    #expect(rows.map { SmallTables.number($0, "p95") } == [50, 50])
    #expect(rows.map { SmallTables.text($0, "text") } == ["30.00", "30.00"])
  }

  @Test func aCeilingStandsInItsYearWithItsChance() {
    let chart = FanChart.figure(source(years: [2027, 2028]), form: SmallTables.form)
    let found = SmallTables.data(chart).flatMap { $0 }.filter { $0["ceiling"] != nil }
    #expect(Set(found.compactMap { SmallTables.text($0, "year") }) == ["2028年"])
    #expect(SmallTables.number(found[0], "ceiling") == 34.56)
    #expect(SmallTables.text(found[0], "chance") == "突破概率 12.3%")
  }

  @Test func oneYearIsDrawnAndNoneIsASentence() {
    #expect(FanChart.figure(source(years: [2027]), form: SmallTables.english).spec != nil)
    let none = FanChart.figure(source(years: []), form: SmallTables.form)
    #expect(none.spec == nil)
    #expect(none.sentence.en.contains("No draws"))
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Standards beside the guide from above")
struct ComparisonGuidesTests {
  private func comparison(_ guide: String, _ rows: String = "", set: String = "amount.standard@urban=660")
    throws
    -> Comparison
  {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: base, unit: CNY/person/month, amount: 500 CNY/person/month}
        - {id: S2, form: multiple, gives: standard, unit: CNY/person/month, of: base, times: "1.2"\(guide)}
        - {id: S3, form: multiple, gives: double, unit: CNY/person/month, of: standard, times: "2"}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: poor, amount: standard}
        """,
      observations: """
        990001,urban,2026,poor,10,persons,observed,a
        990001,rural,2026,poor,30,persons,observed,a
        \(rows)
        """)
    place.regions += "\n990002,990000,乙,Second,county,urban rural,own"
    place.observations += """

      990002,urban,2026,poor,10,persons,observed,a
      990002,rural,2026,poor,30,persons,observed,a
      """
    return try ComparedPlaces.comparison(place, [([], []), ([set], [])])
  }

  private func cells(_ table: Table, _ columns: [String]) -> [[String]] {
    let printed = PrintForm(language: .en, unit: .wan).print(table)
    return printed.body.map { row in
      columns.map { id in printed.column(id).map { printed.text(row, $0) } ?? "?" }
    }
  }

  /// 600 and 660 against 550: 50 and 110 above, 109.09 % and 120 %.
  @Test func currentAndProposedAgainstIt() throws {
    let guide = ", guideline: {value: 550 CNY/person/month, source: notice 4}"
    let compared = try comparison(guide)
    let table = try #require(compared.guidesTable())
    #expect(
      cells(
        table, ["area", "variant", "guide", "of_year", "month", "difference", "ratio", "status", "source"])
        == [
          ["urban", "A", "550.00", "2027", "600.00", "50.00", "109.09", "stated", "notice 4"],
          ["urban", "B", "550.00", "2027", "660.00", "110.00", "120.00", "stated", "notice 4"],
        ])
    let rows = try ComparedPlaces.rows(compared, "compare_guidelines")
    // Two places, two areas, two variants.
    #expect(rows.count == 8)
    #expect(rows.allSatisfy { $0["guideline"] == "550.000000" && $0["guideline_year"] == "2027" })
    // The amount that follows needs no guide of its own.
    #expect(compared.guideWords.isEmpty)
  }

  /// Where places differ each has its rows.
  @Test func placesWithGuidesOfTheirOwn() throws {
    let rows = """
      990001,urban,2026,standard_guideline,610,CNY/person/month,observed,notice 5
      990002,urban,2026,standard_guideline,7440,CNY/person/year,observed,notice 6
      """
    let table = try #require(try comparison("", rows).guidesTable())
    #expect(
      cells(table, ["region", "variant", "guide", "of_year", "difference", "source"]) == [
        ["First", "A", "610.00", "2026", "-10.00", "notice 5"],
        ["First", "B", "610.00", "2026", "50.00", "notice 5"],
        ["Second", "A", "620.00", "2026", "-20.00", "notice 6"],
        ["Second", "B", "620.00", "2026", "40.00", "notice 6"],
      ])
  }

  @Test func openAndAbsentAreSaidInOneLine() throws {
    let open = try comparison(", guideline: 0 CNY/person/month")
    #expect(open.guidesTable() == nil && open.guidesFile() == nil)
    #expect(open.guideWords.map(\.en) == [Labels.guideOpen([Bilingual(zh: "S2", en: "S2")]).en])
    #expect(open.words.zh.contains("规则有上级指导标准一项而数据没有给出：S2"))
    let absent = try comparison("")
    #expect(absent.guideWords.map(\.en) == [Labels.guideAbsent([Bilingual(zh: "S2", en: "S2")]).en])
  }
}

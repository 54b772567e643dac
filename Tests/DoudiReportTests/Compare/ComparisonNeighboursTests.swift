import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Standards beside neighbours")
struct ComparisonNeighboursTests {
  /// 500 a month everywhere; one neighbour has 480 in town and 5,400 a year in the country, another 520 in town.
  static func place(_ more: String = "") -> SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: 500 CNY/person/month}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: poor, amount: standard}
        """,
      observations: """
        990001,urban,2026,poor,10,persons,observed,a
        990001,rural,2026,poor,30,persons,observed,a
        """)
    place.scenario =
      "neighbours: {observations: [others.csv], regions: {\"370300\": {zh: 丙市, en: Third}, \"370400\": {zh: 丁市, en: Fourth}}}"
    place.files["others.csv"] = """
      region,area,period,indicator,value,unit,status,source
      370300,urban,2023,standard,480,CNY/person/month,observed,notice 1
      370300,rural,2024,standard,5400,CNY/person/year,observed,notice 2
      370400,urban,2025-07,standard,520,CNY/person/month,estimated,notice 3
      \(more)
      """
    return place
  }

  private func compared(_ set: String, _ more: String = "", year: Int? = nil) throws -> Comparison {
    try ComparedPlaces.comparison(Self.place(more), [([], []), ([set], [])], year: year)
  }

  private func cells(_ table: Table, _ columns: [String]) -> [[String]] {
    let printed = PrintForm(language: .en, unit: .wan).print(table)
    return printed.body.map { row in
      columns.map { id in printed.column(id).map { printed.text(row, $0) } ?? "?" }
    }
  }

  /// A: 520, 500, 480: second of three. B: 530, 520, 480: first.
  @Test func ranksAndRatiosByHand() throws {
    let table = try #require(try compared("amount.standard@urban=530").neighboursTable())
    let columns = ["place", "variant", "period", "month", "rank_A", "rank_B", "ratio_A", "ratio_B"]
    #expect(
      cells(table, columns) == [
        ["Whole", "B", "2027", "530.00", "—", "1", "106.00", "100.00"],
        ["Fourth", "", "2025-07", "520.00", "1", "2", "104.00", "98.11"],
        ["Whole", "A", "2027", "500.00", "2", "—", "100.00", "94.34"],
        ["Third", "", "2023", "480.00", "3", "3", "96.00", "90.57"],
      ])
    #expect(table.notes.map(\.en).contains(Labels.neighbourNote.en))
    // The country does not differ.
    #expect(table.notes.map(\.en).contains(Labels.otherNeighbours.en))
    #expect(cells(table, ["source"]).map { $0[0] } == ["", "notice 3", "", "notice 1"])
  }

  /// The same figure is the same rank; the next one is two below.
  @Test func equalFiguresShareARank() throws {
    let table = try #require(try compared("amount.standard@urban=520").neighboursTable())
    #expect(
      cells(table, ["place", "variant", "rank_A", "rank_B"]) == [
        ["Whole", "B", "—", "1"], ["Fourth", "", "1", "1"], ["Whole", "A", "2", "—"],
        ["Third", "", "3", "3"],
      ])
  }

  /// The file has every year and area, each figure against each variant.
  @Test func theFileHasEverything() throws {
    let rows = try ComparedPlaces.rows(compared("amount.standard@urban=530"), "compare_neighbours")
    // Urban: own A against A, own B against B, two neighbours against both; rural: one neighbour.
    #expect(rows.count == 6 + 4)
    let third = rows.filter { $0["neighbour"] == "370300" && $0["area"] == "rural" }
    #expect(third.map { $0["cny_per_month"] } == ["450.000000", "450.000000"])
    #expect(third.map { $0["rank"] } == ["2", "2"] && third.map { $0["ratio_percent"] } == ["90", "90"])
    #expect(
      rows.filter { $0["neighbour"] == "" }.allSatisfy { $0["status"] == "" && $0["name_en"] == "Whole" })
  }

  /// Rank and ratio against a count by hand, for any figures.
  @Test func ranksCountWhatIsHigher() throws {
    for value in [1, 449, 480, 481, 500, 519, 520, 521, 900] {
      let rows = try compared("amount.standard@urban=\(value)", year: 2027).neighbourRows(2027)
        .filter { $0.area == .urban }
      for row in rows {
        for (run, own) in [(0, 500), (1, value)] {
          guard let rank = row.ranks[run] else { continue }
          let all = [480, 520, own].map { Rational($0) }
          #expect(rank == all.count { $0 > row.monthly } + 1, "\(value) \(run)")
          #expect(row.ratios[run] == row.monthly / Rational(own) * Rational(100))
        }
      }
    }
  }

  @Test func withoutFiguresThereIsTheSentenceAlone() throws {
    var place = Self.place()
    place.scenario = ""
    let comparison = try ComparedPlaces.comparison(place, [([], []), (["amount.standard=530"], [])])
    #expect(comparison.neighboursTable() == nil && comparison.neighboursFile() == nil)
    #expect(comparison.words.en.contains(Labels.noNeighbours.en))
    #expect(try !compared("amount.standard=530").words.en.contains(Labels.noNeighbours.en))
  }

  /// Figures of years to come are not known.
  @Test func onlyWhatIsKnownAtTheYearsEnd() throws {
    let later = "370300,urban,2028,standard,999,CNY/person/month,observed,notice 9"
    let table = try #require(try compared("amount.standard@urban=530", later).neighboursTable())
    #expect(!cells(table, ["month"]).contains(["999.00"]))
  }
}

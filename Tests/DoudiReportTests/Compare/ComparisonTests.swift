import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite struct ComparisonTests {
  /// 520 a month in town and 3,900 a year in the country, after 500 and 3,600.
  private static var place: SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: {urban: {2020-01: 500 CNY/person/month, 2027-01: 520 CNY/person/month}, rural: {2020-01: 3600 CNY/person/year, 2027-01: 3900 CNY/person/year}}}
        - {id: S2, form: flat, gives: other, unit: CNY/person/month, amount: 10 CNY/person/month}
        - {id: G1, form: path, gives: recipients, indicator: poor, between: step}
        - {id: P1, form: gap_payment, programme: aid, group: recipients, amount: standard, ratio: 50 %}
        """,
      observations: """
        990001,urban,2026,consumption_pc,26000,CNY/person/year,observed,a
        990001,rural,2026,consumption_pc,13000,CNY/person/year,observed,a
        990001,urban,2026,disposable_income_pc,40000,CNY/person/year,observed,a
        990001,urban,2026,poor,1000,persons,observed,a
        990001,rural,2026,poor,400,persons,observed,a
        """)
    place.horizon = ("2027-01", "2028-12")
    place.files = [
      "idle.yaml": "schema: 1\nreform: idle\ntitle: {zh: 改, en: Idle}\nassumptions: {amount.other: 10 CNY/person/month}\n",
      "later.yaml":
        "schema: 1\nreform: later\ntitle: {zh: 改, en: Later}\nassumptions: {amount.standard: {rural: {2028-01: 364 CNY/person/month}}}\n",
    ]
    return place
  }

  private func row(_ rows: [[String: String]], _ wanted: [String: String]) throws -> [String: String] {
    try #require(rows.first { row in wanted.allSatisfy { row[$0] == $1 } }, "\(wanted)")
  }

  /// 520 / 500, 325 / 300; 6,240 of 26,000, 3,900 of 13,000, 6,240 of 40,000; 520 : 325. Then 364 a month: 39 or
  /// 12 % more, 4,368 of 13,000, 520 : 364.
  @Test func growthAndRatiosByHand() throws {
    let comparison = try ComparedPlaces.comparison(
      Self.place, [([], []), (["amount.standard@rural=364"], [])])
    let rows = try ComparedPlaces.rows(comparison, "compare_standards")
    let urban = try row(rows, ["year": "2027", "area": "urban", "amount": "standard", "variant": "A"])
    #expect(urban["growth_percent"] == "4" && urban["consumption_percent"] == "24")
    #expect(urban["income_percent"] == "15.6" && urban["urban_rural"] == "1.6")
    let rural = try row(rows, ["year": "2027", "area": "rural", "amount": "standard", "variant": "A"])
    #expect(rural["cny_per_month"] == "325.000000" && rural["cny_per_year"] == "3900.000000")
    #expect(rural["growth_percent"] == "8.333333" && rural["consumption_percent"] == "30")
    #expect(rural["income_percent"] == "" && rural["difference"] == "0.000000")
    let higher = try row(rows, ["year": "2027", "area": "rural", "amount": "standard", "variant": "B"])
    #expect(higher["growth_percent"] == "21.333333" && higher["consumption_percent"] == "33.6")
    #expect(higher["urban_rural"] == "1.428571" && higher["difference"] == "39.000000")
    #expect(higher["difference_percent"] == "12")
    // No growth carries consumption to 2027: without a figure there is no ratio.
    let next = try row(rows, ["year": "2028", "area": "rural", "amount": "standard", "variant": "B"])
    #expect(next["consumption_percent"] == "" && next["growth_percent"] == "0")
  }

  @Test func aChangeThatChangesNothingSaysSo() throws {
    let same = try ComparedPlaces.comparison(Self.place, [([], []), ([], ["idle.yaml"])])
    #expect(same.isSame && same.year == 2027)
    #expect(same.words.en.contains("No difference: standards, people, money and limits are the same"))
    #expect(same.words.zh.contains("没有差别"))
    for table in same.screenTables(.wan) where !["compare_variants", "compare_inputs", "compare_assumptions"].contains(table.id) {
      let said = [Labels.noDifference.en, Labels.noAmountDiffers.en]
      #expect(table.notes.contains { said.contains($0.en) }, "\(table.id)")
    }
    // Beside one that changes something, the idle one is named.
    let three = try ComparedPlaces.comparison(
      Self.place, [([], []), ([], ["idle.yaml"]), ([], ["idle.yaml", "later.yaml"])])
    #expect(three.words.en.contains("B: no difference to A") && three.year == 2028)
    let stacked = try ComparedPlaces.comparison(
      Self.place, [([], []), ([], ["later.yaml"]), ([], ["later.yaml", "idle.yaml"])])
    #expect(stacked.words.en.contains("C: no difference to B"))
  }

  @Test func aLaterDateMovesTheYearShown() throws {
    let found = try ComparedPlaces.comparison(Self.place, [([], []), ([], ["later.yaml"])])
    #expect(found.year == 2028 && !found.isYearAsked && found.differences == [nil, Month("2028-01")])
    #expect(found.words.en.contains("Nothing differs before 2028"))
    #expect(found.words.zh.contains("2028年以前没有差别"))
    for id in ["compare_standards", "compare_caseload", "compare_money"] {
      for one in try ComparedPlaces.rows(found, id) where one["year"] == "2027" {
        let gap = try #require(one["difference"] ?? one["difference_fen"])
        #expect(gap.allSatisfy { "0.".contains($0) }, "\(id) \(one)")
      }
    }
    let asked = try ComparedPlaces.comparison(Self.place, [([], []), ([], ["later.yaml"])], year: 2027)
    #expect(asked.year == 2027 && asked.isYearAsked)
  }

  /// 400 people at half of 39 for 12 months: 93,600, on a screen as in files.
  @Test func moneyAndItsDifference() throws {
    let found = try ComparedPlaces.comparison(Self.place, [([], []), (["amount.standard@rural=364"], [])])
    let rows = try ComparedPlaces.rows(found, "compare_money").filter { $0["year"] == "2027" }
    #expect(rows.compactMap { Int($0["difference_fen"] ?? "") }.reduce(0, +) == 9_360_000)
    let text = TextTableWriter(language: .en, unit: .wan).text(found.moneyTables(.wan)[0])
    #expect(text.contains("By programme 2027") && text.contains("in 10,000 CNY"))
    #expect(text.split(separator: "\n").contains { $0.hasPrefix("Total") && $0.contains(" 9.36 ") })
  }

  /// Five variants, each a programme's money, a place's horizon or an area's standard apart.
  @Test func fiveVariants() throws {
    let found = try ComparedPlaces.comparison(
      Self.place,
      [
        ([], []), (["amount.standard@rural=364"], []), (["P1.ratio=60%"], []), ([], ["later.yaml"]),
        (["horizon.last=2027-12"], []),
      ])
    #expect(found.runs.map(\.letter) == ["A", "B", "C", "D", "E"])
    #expect(found.words.en.contains("Horizons differ"))
    let rows = try ComparedPlaces.rows(found, "compare_variants")
    #expect(rows.map { $0["first_difference"] } == ["", "2027-01", "2027-01", "2028-01", ""])
    let money = found.moneyTables(.yuan)[0]
    #expect(money.columns.map(\.id).suffix(2) == ["E-A", "E-A_percent"])
    for id in ["compare_standards", "compare_money", "compare_caseload"] {
      #expect(Set(try ComparedPlaces.rows(found, id).compactMap { $0["variant"] }).count == 5)
    }
  }

  @Test func inputsInWordsWithClauses() throws {
    let found = try ComparedPlaces.comparison(Self.place, [([], []), (["amount.standard@rural=364"], [])])
    let text = TextTableWriter(language: .en, unit: .wan).text(found.inputsTable())
    #expect(text.contains("as rule S1 gives") && text.contains("rural 364 CNY/person/month"))
    let row = try row(try ComparedPlaces.rows(found, "compare_inputs"), ["name": "amount.standard", "variant": "B"])
    #expect(row["clause"] == "一" && row["status"] == "assumed" && row["value"] == "rural 364")
  }

  /// A programme that prints the same in both prints no difference, whatever the last digits of the others.
  @Test func whatIsTheSamePrintsTheSame() throws {
    var place = Self.place
    place.rules += "\n- {id: P2, form: allowance, programme: keep, group: recipients, amount: other}"
    place.programmes = [("aid", "fund"), ("keep", "care")]
    place.funds = ["fund", "care"]
    place.funding = "fund: {shares: [county]}\ncare: {shares: [county]}"
    place.fundingShares += "\nfunding.care.county: {value: 100 %, why: {zh: 测, en: test}}"
    for standard in 326..<346 {
      let found = try ComparedPlaces.comparison(
        place, [([], []), (["amount.standard@rural=\(standard).33"], [])])
      for table in found.moneyTables(.yi).prefix(2) {
        let gaps = try #require(table.columns.first { $0.id == "B-A" })
        guard case .reals(let values, _) = gaps.values else { continue }
        #expect(values[1] == 0 && abs(values[0] - values[2]) < 1e-9, "\(standard) \(values)")
      }
    }
  }
}

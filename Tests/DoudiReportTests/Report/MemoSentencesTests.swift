import DoudiInputs
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("What the memo says")
struct MemoSentencesTests {
  private var place: SmallPlace {
    SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: 325 CNY/person/month}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: poor, amount: benefit}
        """,
      observations: """
        990001,urban,2020,poor,0,persons,observed,report
        990001,rural,2020,poor,1000,persons,observed,report
        """)
  }

  private func memo(_ language: Language) throws -> [String] {
    let comparison = try ComparedPlaces.comparison(place, [([], []), (["amount.benefit@rural=350"], [])])
    let form = PrintForm(language: language, unit: .wan)
    let tables = Dictionary(comparison.screenTables(.wan).map { ($0.id, $0) }) { first, _ in first }
    let made = MemoSentences(comparison: comparison, tables: tables, form: form)
    return made.standards + made.people + made.money + made.limits
  }

  /// 530 instead of 500 in town, where others have 520 and 480; the guide is 400.
  @Test func guideAndRankAreSaid() throws {
    var place = ComparisonNeighboursTests.place()
    place.observations += "\n990000,all,2026,standard_guideline,400,CNY/person/month,observed,notice 9"
    let comparison = try ComparedPlaces.comparison(place, [([], []), (["amount.standard@urban=530"], [])])
    for (language, guide, rank) in [
      (
        Language.zh, "方案B，城镇 S1：530.00元/月，为指导标准400.00元/月（2026，观测）的132.50%。",
        "方案B，城镇 S1：与所列他地（2023、2025-07的数）合排，由3地中第2位到第1位。"
      ),
      (
        .en, "Proposal B, urban S1: 530.00 CNY a month, 132.50 % of the guide of 400.00 (2026, observed).",
        "Proposal B, urban S1: rank 1 of 3 among the places listed (figures of 2023, 2025-07), now 2."
      ),
    ] {
      let form = PrintForm(language: language, unit: .wan)
      let tables = Dictionary(comparison.screenTables(.wan).map { ($0.id, $0) }) { first, _ in first }
      let made = MemoSentences(comparison: comparison, tables: tables, form: form)
      #expect(made.guides == [guide])
      #expect(made.ranks == [rank])
    }
  }

  /// 1,000 persons x 25 CNY x 12 = 300,000 CNY, all of the county.
  @Test func standardsPeopleAndMoneyOfAProposal() throws {
    let said = try memo(.zh)
    #expect(
      said[0].hasPrefix("方案B，农村 S1：由325.00元/月（3,900.00元/年）提高到350.00元/月（4,200.00元/年），比A 25.00元/月、7.69%"))
    #expect(said[1] == "方案B：人数不变。")
    #expect(said[2] == "方案B，2027年共420.00万元，比A 30.00万元（7.69%），其中县级30.00。")
    let english = try memo(.en)
    #expect(
      english[0].hasPrefix("Proposal B, rural S1: from 325.00 CNY a month (3,900.00 a year) to 350.00"))
    #expect(
      english[2] == "Proposal B costs 420.00 in 2027 (in 10,000 CNY), 30.00 or 7.69 % on A: county 30.00.")
  }
}

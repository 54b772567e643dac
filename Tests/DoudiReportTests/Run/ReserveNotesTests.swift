import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Notes on reserves")
struct ReserveNotesTests {
  /// 1,000 CNY a month are paid, a quarter of it by the reserve, which is filled up each January.
  private func notes(_ share: String) throws -> [Bilingual] {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: 10 CNY/person/month}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: poor, amount: benefit}
        - {id: R1, form: reserve, per: people, rate: 5 CNY/person, start: 5 CNY/person, drawn_by: aid, draw_share: \(share), refill_month: 1}
        """,
      observations: """
        990001,urban,2020,poor,100,persons,observed,report
        990001,rural,2020,poor,0,persons,observed,report
        990001,all,2020,people,2000,persons,observed,census
        """)
    place.horizon = ("2027-01", "2028-12")
    return RunReport(try place.run().projection).summaryTable(.yuan).notes
  }

  @Test func paymentsDrawingsAndRefillsAreNamedByYear() throws {
    let note = try #require(try notes("25 %").first)
    #expect(note.en.hasPrefix("aid is net: "))
    #expect(
      note.en.hasSuffix(
        "2027: paid 12,000.00, borne by reserves 3,000.00, filled up 0.00; "
          + "2028: paid 12,000.00, borne by reserves 3,000.00, filled up 3,000.00"))
    #expect(note.zh.contains("2028年发放12,000.00，储备金承担3,000.00，补足3,000.00"))
  }

  @Test func nothingIsSaidWhereNothingIsDrawn() throws {
    #expect(try notes("0 %").isEmpty)
  }
}

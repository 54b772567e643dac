import DoudiAnalysis
import DoudiInputs
import DoudiReport
import Foundation
import Testing

/// A back-test as it leaves the program.
@Suite struct BacktestOutputTests {
  private func json(_ backtest: String) throws -> [UInt8] {
    let report = BacktestReport(try #require(TinyPlace.run(backtest: backtest).result))
    return try ByteOutput.collect { try BacktestJSON.write(report, to: $0) }
  }

  @Test func jsonHoldsEveryFigure() throws {
    let bytes = try json(TinyPlace.backtest)
    let top = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(top["schema_version"] as? Int == 1)
    #expect(top["scenario"] as? String == "tiny")
    #expect(top["cutoff"] as? String == "2020-10")
    let rows = try #require(top["backtest"] as? [[String: Any]])
    #expect(rows.count == 6)
    #expect(rows[0]["model"] as? Double == 1019.9)
    #expect(rows[0]["actual"] as? Int == 1000 && rows[0]["rounded_to"] as? Int == 100)
    #expect(rows[1]["rounded_to"] is NSNull)
    let summary = try #require(top["backtest_summary"] as? [[String: Any]])
    #expect(summary.count == 4 && summary[3]["series"] is NSNull)
    #expect(summary[0]["best"] as? String == "persistence")
  }

  @Test func orderOfKeysAndCommentsChangeNothing() throws {
    let lines = TinyPlace.backtest.split(separator: "\n").map(String.init)
    let turned = ["# first"] + lines[8...] + lines[..<8].reversed()
    #expect(try json(turned.joined(separator: "\r\n") + "\r\n") == json(TinyPlace.backtest))
  }

  @Test func screensRoundToTwoPlaces() throws {
    let report = BacktestReport(try #require(TinyPlace.run().result))
    for language in Language.allCases {
      let writer = TextTableWriter(language: language, unit: .wan)
      let text = report.screenTables().map(writer.text).joined()
      #expect(text.contains("1,039.40") && text.contains("3.94") && text.contains("-20.00"))
      #expect(
        text.contains(language == .zh ? "报告数取整到100 persons，±5%" : "report rounded to 100 persons, ±5 %"))
    }
  }

  @Test func aRuleThatSaysNothingIsNull() throws {
    let data = TinyPlace.data.replacing("aid_spend_month", with: "aid_spend_other")
    let report = BacktestReport(try #require(TinyPlace.run(data: data).result))
    let text = String(
      decoding: try ByteOutput.collect { try BacktestJSON.write(report, to: $0) }, as: UTF8.self)
    #expect(text.contains("\"persistence\":null,\"persistence_error\":null"))
  }
}

import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Limits in the unit of the screen")
struct LimitsTableTests {
  @Test func onlyMoneyFollowsTheUnit() throws {
    let place = RandomPlace(seed: 5, leaves: 1, months: 12, hasThresholds: true).place
    let report = RunReport(try place.run().projection, withEffects: false)
    func row(_ limit: String, _ unit: MoneyUnit) throws -> [String] {
      let text = TextTableWriter(language: .zh, unit: unit).text(report.limitsTable(unit))
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(limit) })
      return line.split(separator: " ").map(String.init)
    }
    #expect(try row("L1", .yuan).contains("元"))
    #expect(try row("L1", .wan).contains("万元"))
    #expect(try row("L1", .yi).contains("亿元"))
    // A floor of an amount per head is no sum of money.
    #expect(try row("L2", .wan) == row("L2", .yuan))
  }
}

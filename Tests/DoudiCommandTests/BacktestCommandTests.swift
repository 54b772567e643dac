import Testing

@Suite("doudi backtest")
struct BacktestCommandTests {
  @Test func theModelStandsBesideTwoNaiveRules() throws {
    let result = try Program.run("backtest", "scenarios/jilin-2027", "--json")
    #expect(result.code == 0)
    let object = try result.object()
    #expect(object["cutoff"] as? String == "2021-09")
    let rows = try #require(object["rows"] as? [[String: Any]])
    // 2 months x 2 areas x 6 series x 3 methods.
    #expect(rows.count == 72)
    #expect(Set(rows.compactMap { $0["method"] as? String }) == ["model", "persistence", "trend"])
    #expect(rows.allSatisfy { $0["actual"] is Int || $0["actual"] is Double })
    #expect(
      try Program.run("backtest", "scenarios/jilin-2027", "--lang", "en").text.contains("Mean absolute error")
    )
  }

  @Test func aScenarioWithoutOneSaysSo() throws {
    let result = try Program.run("backtest", "scenarios/weihai-2027")
    #expect([1, 5].contains(result.code))
    #expect(result.err.contains("backtest.yaml"))
  }
}

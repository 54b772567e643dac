import Testing

@Suite("doudi backtest")
struct BacktestCommandTests {
  /// Fits read counts alone: a value that nobody reads is no less a fault, and one that rules read moves
  /// nothing.
  @Test func overridesOfFitsAreNotPassedOver() throws {
    let wrong = try Program.run("backtest", "scenarios/provinces", "--set", "nonsense=3")
    #expect(wrong.code == 1 && wrong.err.contains("DD1405") && wrong.text.isEmpty)
    let plain = try Program.run("backtest", "scenarios/provinces", "--lang", "en")
    let idle = try Program.run(
      "backtest", "scenarios/provinces", "--lang", "en", "--set", "N02a.exit=1 %/month")
    #expect(idle.code == 0 && idle.out == plain.out)
    #expect(idle.err.contains("--set moves nothing here") && !plain.err.contains("--set"))
  }
}

import Testing

@Suite("doudi audit")
struct AuditCommandTests {
  @Test func everyLimitAtEveryNode() throws {
    let result = try Program.run("audit", "scenarios/weihai-2027", "--json")
    #expect(result.code == 0)
    let limits = try #require(try result.object()["limits"] as? [[String: Any]])
    let regions = Set(limits.compactMap { $0["region"] as? String })
    #expect(regions.count == 8)
    // 5 CNY for each of 2,906,548 residents of the census of 2020: the document's clause 二(四)1.
    let reserve = limits.first { $0["id"] as? String == "W01" && $0["region"] as? String == "371000" }
    #expect(reserve?["bound"] as? Int == 14_532_740)
  }

  @Test func aBrokenHardLimitIsExitThree() throws {
    // Care rate held at 70 %: the 85 % of the clause is missed at its date.
    let result = try Program.run("audit", "scenarios/weihai-2027", "--set", "W08a.by=2035")
    #expect(result.code == 3)
    #expect(result.text.contains("不符"))
    #expect(result.err.contains("刚性"))
  }

  @Test func aBrokenSoftLimitIsExitZero() throws {
    let result = try Program.run("audit", "scenarios/weihai-2027", "--set", "cleared=none")
    #expect(result.code == 0 || result.err.contains("DD"))
  }
}

import Testing

@Suite("doudi explain")
struct ExplainCommandTests {
  @Test func aSingleFigureIsTracedToItsObservations() throws {
    let result = try Program.run(
      "explain", "scenarios/weihai-2027", "standard/dibao_standard", "--region", "371082", "--area", "rural",
      "--month",
      "2027-03")
    #expect(result.code == 0)
    for words in ["算式：", "逐步实现", "scenarios/data/weihai-2015.csv:", "[观测]", "[假设]", "└─"] {
      #expect(result.text.contains(words), "\(words)")
    }
  }

  @Test func aSumIsComposedOfItsParts() throws {
    let result = try Program.run(
      "explain", "scenarios/weihai-2027", "ledger/dibao", "--year", "2028", "--lang", "en")
    #expect(result.code == 0)
    #expect(result.text.contains("what it is made of"))
    #expect(result.text.contains("formula:"))
    let json = try Program.run("explain", "scenarios/weihai-2027", "ledger/dibao", "--year", "2028", "--json")
      .object()
    let figures = try #require(json["figures"] as? [[String: Any]])
    let parts = try #require(figures[0]["composition"] as? [String: [[String: Any]]])
    func sum(_ name: String) -> Int { parts[name]?.reduce(0) { $0 + ($1["fen"] as? Int ?? 0) } ?? -1 }
    #expect(sum("by_region") == sum("by_tier"))
    #expect(sum("by_region") == sum("by_line_type"))
  }

  @Test func aBareNameFindsEveryKind() throws {
    let result = try Program.run("explain", "scenarios/weihai-2027", "dibao", "--json")
    let figures = try #require(try result.object()["figures"] as? [[String: Any]])
    #expect(figures.compactMap { $0["figure"] as? String } == ["caseload/dibao", "ledger/dibao"])
  }

  @Test func limitsAndAssumptions() throws {
    #expect(try Program.run("explain", "scenarios/weihai-2027", "limit/W01").text.contains("至少5元"))
    let result = try Program.run("explain", "scenarios/weihai-2027", "assumption/W09.ratio")
    #expect(result.code == 0)
    #expect(result.text.contains("W09.ratio"))
  }

  @Test func unknownNamesSuggestTheNearest() throws {
    let result = try Program.run("explain", "scenarios/weihai-2027", "ledger/dibo")
    #expect(result.code == 1)
    #expect(result.err.contains("ledger/dibao"))
    #expect(try Program.run("explain", "scenarios/weihai-2027", "dibao", "--region", "371999").code == 1)
    #expect(try Program.run("explain", "scenarios/weihai-2027", "dibao", "--month", "2031-01").code == 1)
    #expect(try Program.run("explain", "scenarios/weihai-2027", "dibao", "--month", "x").code == 64)
  }
}

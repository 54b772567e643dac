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

  /// `all` means both areas where a region has two; where nothing is, that is said and not passed over.
  @Test func wholeRegionsAndPlacesWithNothing() throws {
    let whole = try Program.run("explain", "scenarios/weihai-2027", "caseload/dibao", "--lang", "en")
    let all = try Program.run(
      "explain", "scenarios/weihai-2027", "caseload/dibao", "--area", "all", "--lang", "en")
    #expect(all.code == 0 && all.text == whole.text)
    let nothing = try Program.run(
      "explain", "scenarios/weihai-2027", "ledger/village_coordinators", "--area", "rural", "--lang", "en")
    #expect(nothing.code == 1 && nothing.err.contains("areas: urban rural all"))
    let never = try Program.run("explain", "scenarios/weihai-2027", "ledger/price_subsidy", "--lang", "en")
    #expect(never.code == 1 && never.err.contains("no figure in the horizon"))
  }

  /// Words of our own are not put between quotation marks.
  @Test func aParaphraseIsNoQuotation() throws {
    let shown = try Program.run(
      "explain", "scenarios/weihai-2027", "ledger/dibao", "--region", "371083", "--area", "rural", "--month",
      "2027-08", "--lang", "en")
    #expect(shown.text.contains("(in our words: pay = S - y)"))
    #expect(!shown.text.contains("\"pay = S - y\""))
  }
}

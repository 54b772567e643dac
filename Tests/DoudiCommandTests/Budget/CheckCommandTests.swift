import Foundation
import Testing

@Suite("doudi check")
struct CheckCommandTests {
  @Test(arguments: [
    "scenarios/weihai-2027", "scenarios/jilin-2027", "scenarios/weihai-2027/scenario.yaml",
    "scenarios/weihai-2027/regions.csv", "scenarios/data/census2020.csv",
    "scenarios/books/371000-weihai/book.yaml",
    "scenarios/books/100000-nation/book.yaml", "scenarios/books/220000-jilin/clauses.yaml",
  ])
  func whatShipsIsSound(_ path: String) throws {
    let result = try Program.run("check", path, "--json")
    #expect(result.code == 0)
    let object = try result.object()
    #expect(object["schema_version"] as? Int == 1)
    #expect((object["diagnostics"] as? [Any])?.isEmpty == true)
  }

  @Test func aFaultHasCodePlaceAndExcerpt() throws {
    let folder = try Program.temporaryFolder()
    let text = "region,area,period,indicator,value,unit,status,source\n371000,urban,2020,x,1,朋友,observed,测试\n"
    try text.write(toFile: folder + "/a.csv", atomically: true, encoding: .utf8)
    let json = try Program.run("check", folder + "/a.csv", "--json", "--lang", "en")
    #expect(json.code == 1)
    let found = try #require(try json.object()["diagnostics"] as? [[String: Any]])
    #expect(found.count == 1)
    #expect(found[0]["code"] as? String == "DD1228")
    #expect(found[0]["line"] as? Int == 2)
    #expect(found[0]["column"] as? Int == 23)
    #expect(Set(found[0].keys) == ["code", "severity", "file", "line", "column", "message", "hint"])
    let screen = try Program.run("check", folder + "/a.csv")
    #expect(screen.out.isEmpty)
    #expect(screen.err.contains("错误[DD1228]") && screen.err.contains("/a.csv:2:23"))
    #expect(screen.err.contains("\n      |                       ^^^^\n"))
  }

  /// What shared files hold for others is told on request; what looks like a slip always.
  @Test func unusedFiguresAreNotesSlipsAreWarnings() throws {
    let plain = try Program.run("check", "scenarios/jilin-2027", "--lang", "en")
    #expect(plain.code == 0 && !plain.err.contains("DD1414") && plain.err.contains("--notes lists them"))
    let full = try Program.run("check", "scenarios/jilin-2027", "--lang", "en", "--notes")
    #expect(full.err.contains("note[DD1414] scenarios/data/census2020.csv"))
    let json = try Program.run("check", "scenarios/jilin-2027", "--json", "--notes")
    #expect((try json.object()["diagnostics"] as? [Any])?.count == 2)
    for verb in ["check", "run", "audit"] {
      let slip = try Program.run(verb, "Tests/bad/observations-misspelt", "--lang", "en")
      #expect(slip.code == 0 && slip.err.contains("warning[DD1414]"), "\(verb)")
    }
    #expect(
      try Program.run("check", "Tests/bad/observations-misspelt", "--lang", "en").err.contains(
        "no error, 1 warning"))
  }

  @Test func aScenarioThatIsNotThereIsExitFive() throws {
    let result = try Program.run("check", "scenarios/weihai-2072")
    #expect(result.code == 5)
    #expect(result.err.contains("DD1001"))
  }

  @Test func theTemplateListsWhatIsOldOnce() throws {
    let result = try Program.run("check", "--template", "scenarios/weihai-2027")
    #expect(result.code == 0)
    let lines = result.text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "region,area,period,indicator,value,unit,status,source")
    #expect(lines.contains("371000,urban,2026,consumption_pc,,CNY/person/year,observed,"))
    #expect(Set(lines).count == lines.count && (8...30).contains(lines.count))
  }

  /// Yearly scenarios with their tables, and files of uncertain parameters against their scenario.
  @Test func yearlyScenariosAndUncertainty() throws {
    for path in [
      "scenarios/reference", "scenarios/reference/rules.yaml", "scenarios/reference/parameters.csv",
      "scenarios/reference/uncertainty.yaml", "scenarios/weihai-2027/uncertainty.yaml",
    ] {
      let result = try Program.run("check", path, "--lang", "en")
      #expect(result.code == 0 && result.err.contains("no problem found"), "\(path): \(result.err)")
    }
    let folder = try Program.temporaryFolder()
    let done = try Program.shell(
      """
      cp -r scenarios/reference \(folder)/r && sed -i 's/parameter: kappa/parameter: kapa/' \(folder)/r/uncertainty.yaml
      $DOUDI check \(folder)/r --lang en
      """)
    #expect(done.code == 1 && done.err.contains("did you mean \"kappa\"?"), "\(done.err)")
    // What needs a ledger says so.
    let audit = try Program.run("audit", "scenarios/reference", "--lang", "en")
    #expect(audit.code == 1 && audit.err.contains("without a ledger"))
  }
}

import Foundation
import Testing

/// Slow things are run once.
private enum Runs {
  static let json = Result { try Program.run("run", "scenarios/weihai-2027", "--json") }
  static let yearly = Result {
    try Program.run("run", "scenarios/weihai-2027", "--json", "--by", "year", "--level", "root")
  }
  static let other = Result { try Program.run("run", "scenarios/jilin-2027", "--json", "--by", "year") }
}

@Suite("doudi run")
struct RunCommandTests {
  static let keys: [(array: String, keys: [String])] = [
    ("standards", ["region", "area", "month", "amount", "cny_per_month", "amount_exact", "unit", "status"]),
    ("caseload", ["region", "area", "month", "group", "persons", "households"]),
    (
      "ledger",
      ["region", "area", "month", "entitlement_month", "programme", "line_type", "fund", "tier", "fen"]
    ),
    (
      "limits",
      ["id", "clause", "region", "period", "value", "bound", "slack", "unit", "strictness", "verdict"]
    ),
    ("assumptions", ["name", "value", "unit", "clause", "status", "source", "fen_moved"]),
  ]
  static let sortKeys: [String: [String]] = [
    "standards": ["region", "area", "month", "amount"], "caseload": ["region", "area", "month", "group"],
    "ledger": ["region", "area", "month", "entitlement_month", "programme", "line_type", "fund", "tier"],
    "limits": ["id", "clause", "region", "period"], "assumptions": ["name"],
  ]

  @Test func theObjectHasTheContractsKeysInOrder() throws {
    for result in [try Runs.json.get(), try Runs.other.get()] {
      #expect(result.code == 0)
      let object = try result.object()
      #expect(object["schema_version"] as? Int == 1)
      #expect((object["run_id"] as? String)?.utf8.count == 16)
      #expect(object["program"] as? String == "0.1.0")
      let lines = result.text.split(separator: "\n")
      for (array, keys) in Self.keys {
        let start = try #require(lines.firstIndex { $0.hasPrefix("\"\(array)\":[") })
        let found = lines[start + 1].matches(of: #/[{,]"([a-z_]+)":/#).map { String($0.1) }
        #expect(found == keys)
        let rows = try #require(object[array] as? [[String: Any]])
        #expect(rows.allSatisfy { Set($0.keys) == Set(keys) })
      }
    }
  }

  @Test func rowsAreSortedByKeyAndUnique() throws {
    for result in [try Runs.json.get(), try Runs.other.get()] {
      let object = try result.object()
      for (array, names) in Self.sortKeys {
        let rows = try #require(object[array] as? [[String: Any]])
        let keys = rows.map { row in names.map { Array("\(row[$0] ?? "")".utf8) } }
        let pairs = zip(keys, keys.dropFirst())
        #expect(pairs.allSatisfy { !Self.precedes($0.1, $0.0) }, "\(array)")
        if array != "limits" { #expect(pairs.allSatisfy { $0.0 != $0.1 }, "\(array)") }
      }
    }
  }

  private static func precedes(_ a: [[UInt8]], _ b: [[UInt8]]) -> Bool {
    for (x, y) in zip(a, b) where x != y { return x.lexicographicallyPrecedes(y) }
    return false
  }

  @Test func figuresHaveTheirForms() throws {
    let object = try Runs.json.get().object()
    let standards = try #require(object["standards"] as? [[String: Any]])
    for row in standards {
      #expect((row["cny_per_month"] as? String)?.firstMatch(of: #/^\d+\.\d{6}$/#) != nil)
      #expect((row["amount_exact"] as? String)?.firstMatch(of: #/^\d+\/\d+$/#) != nil)
      #expect((row["month"] as? String)?.firstMatch(of: #/^\d{4}-\d{2}$/#) != nil)
    }
    for result in [try Runs.json.get(), try Runs.yearly.get()] {
      let ledger = try #require(try result.object()["ledger"] as? [[String: Any]])
      for key in ["month", "entitlement_month"] {
        #expect(ledger.allSatisfy { ($0[key] as? String)?.firstMatch(of: #/^\d{4}-\d{2}$/#) != nil })
      }
    }
    let limits = try #require(object["limits"] as? [[String: Any]])
    for row in limits {
      let slack = (row["slack"] as? NSNumber)?.doubleValue
      let verdict = row["verdict"] as? String
      #expect(verdict == (slack.map { $0 >= 0 ? "met" : "broken" } ?? "undecidable"))
    }
  }

  @Test func yearsAndTheRootAddUpToTheMonthsOfTheLeaves() throws {
    func total(_ result: Program.Result) throws -> [String: Int] {
      let rows = try #require(try result.object()["ledger"] as? [[String: Any]])
      return rows.reduce(into: [:]) { sums, row in
        let key =
          "\((row["month"] as? String)?.prefix(4) ?? "") \(row["programme"] ?? "") \(row["tier"] ?? "")"
        sums[key, default: 0] += row["fen"] as? Int ?? 0
      }
    }
    #expect(try total(Runs.json.get()) == total(Runs.yearly.get()))
    let object = try Runs.yearly.get().object()
    let ledger = try #require(object["ledger"] as? [[String: Any]])
    #expect(Set(ledger.compactMap { $0["region"] as? String }).count == 1)
    #expect(Set(ledger.compactMap { $0["month"] as? String }) == ["2027-12", "2028-12", "2029-12"])
  }

  @Test func theSameBytesInAnyLanguageZoneAndTwice() throws {
    let first = try Runs.yearly.get()
    let again = try Program.run(
      "run", "scenarios/weihai-2027", "--json", "--by", "year", "--level", "root", "--lang", "en", "--unit",
      "yi",
      environment: ["LANG": "de_DE.UTF-8", "TZ": "Pacific/Auckland"])
    #expect(first.out == again.out)
    #expect(!first.out.isEmpty)
  }

  @Test func filesAndTablesAgree() throws {
    let folder = try Program.temporaryFolder()
    let result = try Program.run("run", "scenarios/weihai-2027", "--out", folder + "/a/b", "--by", "year")
    #expect(result.code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b").sorted()
    let expected = [
      "assumptions", "budget", "caseload", "ledger", "limits", "regions", "standards", "summary", "tiers",
    ]
    #expect(names == expected.map { $0 + ".csv" })
    func sum(_ file: String, where isCounted: ([String]) -> Bool = { _ in true }) throws -> Int {
      let text = try String(contentsOfFile: folder + "/a/b/" + file, encoding: .utf8)
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let fen = try #require(lines[0].firstIndex(of: "fen"))
      // The last two columns of a ledger row are fen and yuan, whatever its texts hold.
      let fromEnd = lines[0].count - fen
      return lines.dropFirst().filter(isCounted).reduce(0) { $0 + (Int($1[$1.count - fromEnd]) ?? 0) }
    }
    let ledger = try String(contentsOfFile: folder + "/a/b/ledger.csv", encoding: .utf8)
    #expect(ledger.hasPrefix("region,area,year,entitlement_year,programme,"))
    let years = ledger.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[2] }
    #expect(Set(years) == ["2027", "2028", "2029"])
    let total = try sum("tiers.csv")
    #expect(try sum("ledger.csv") == total)
    #expect(try sum("regions.csv", where: { $0[1].isEmpty }) == total)
    #expect(try sum("regions.csv", where: { !$0[1].isEmpty }) == total)
    for title in ["汇总", "按层级", "按区划", "标准", "人数", "合规", "假设", "文件效力"] {
      #expect(result.text.contains("\n\(title) · "), "\(title)")
    }
    #expect(result.text.contains("试算") && result.text.contains("依据：文件载明"))
    #expect(!result.text.contains("\u{1B}"))
    #expect(result.err.contains("doudi audit"))
  }

  @Test func anUnwritableFolderIsExitFiveAndOldFilesStay() throws {
    let folder = try Program.temporaryFolder()
    try "old".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
    let result = try Program.run("run", "scenarios/weihai-2027", "--out", folder + "/file")
    #expect(result.code == 5)
    #expect(result.err.contains(folder + "/file"))
    #expect(try String(contentsOfFile: folder + "/file", encoding: .utf8) == "old")
    // A folder in the way of one file: no other file appears either.
    try FileManager.default.createDirectory(
      atPath: folder + "/d/summary.csv/x", withIntermediateDirectories: true)
    #expect(try Program.run("run", "scenarios/weihai-2027", "--out", folder + "/d").code == 5)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/d") == ["summary.csv"])
  }

  @Test func aClosedPipeIsQuiet() throws {
    let result = try Program.shell(
      "$DOUDI run scenarios/weihai-2027 --json | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}")
    #expect(result.text == "0\n")
    #expect(!result.err.contains("rror"))
    let full = try Program.shell("$DOUDI run scenarios/weihai-2027 --json >/dev/full")
    #expect(full.code == 5)
  }

  /// A terminal gets tables as narrow as COLUMNS says; a pipe gets them whole.
  @Test func tablesFitTheTerminalAndNotThePipe() throws {
    let run = "run scenarios/weihai-2027 --lang en"
    let terminal = try Program.shell(
      "COLUMNS=60 NO_COLOR=1 script -qec \"$DOUDI \(run)\" /dev/null </dev/null | head -n 40")
    let piped = try Program.shell("COLUMNS=60 $DOUDI \(run) | head -n 40")
    #expect(terminal.text.contains("Summary") && piped.text.contains("Summary"))
    func widest(_ text: String) -> Int { text.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0 }
    #expect(widest(terminal.text) <= 60)
    #expect(widest(piped.text) > 100)
  }

  @Test func figuresThatAreMissingStopTheRun() throws {
    let folder = try Program.temporaryFolder()
    let result = try Program.run(
      "run", "scenarios/weihai-2027", "--set", "observations=[]", "--out", folder + "/out")
    #expect(result.code == 1)
    #expect(result.out.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
  }

  /// What was paid replaces the months it is given for; JSON and files have the year's forecast.
  @Test func paidMonthsGiveAForecast() throws {
    let folder = try Program.temporaryFolder()
    try "region,area,month,programme,cny,status,source\n371000,all,2027-01,dibao,99999999.99,observed,test\n"
      .write(toFile: folder + "/paid.csv", atomically: true, encoding: .utf8)
    let result = try Program.run(
      "run", "scenarios/weihai-2027", "--paid", folder + "/paid.csv", "--out", folder + "/out", "--json",
      "--by", "year")
    #expect(result.code == 0)
    let rows = try #require(try result.object()["execution"] as? [[String: Any]])
    let dibao = try #require(rows.first { $0["programme"] as? String == "dibao" })
    #expect(dibao["paid_fen"] as? Int == 9_999_999_999 && dibao["through"] as? String == "2027-01")
    #expect((dibao["gap_fen"] as? Int ?? 0) < 0)
    #expect(FileManager.default.fileExists(atPath: folder + "/out/execution_months.csv"))
    let alone = try Program.run("run", "scenarios/weihai-2027", "--budget", folder + "/paid.csv")
    #expect(alone.code == 64)
    let wrong = try Program.run("run", "scenarios/weihai-2027", "--paid", folder + "/none.csv")
    #expect(wrong.code == 5 && wrong.out.isEmpty)
  }
}

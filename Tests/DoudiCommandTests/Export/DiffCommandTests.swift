import Foundation
import Testing
import _DoudiTestSupport

@Suite("doudi diff")
struct DiffCommandTests {
  private static let scenario = "scenarios/jimo-2027"
  private static let set = ["--set", "amount.dibao_standard@rural=900"]

  @Test func everyFormOfARunIsTheSameRun() throws {
    let folder = try TemporaryFolder()
    for (form, name) in [("csv", "csv"), ("package", "package"), ("json", "a.json"), ("report", "report")] {
      let made = try Program.run("export", Self.scenario, "--to", form, "-o", folder.path + "/" + name)
      #expect(made.code == 0, "\(made.err)")
    }
    try Program.run("run", Self.scenario, "--json").out.write(
      to: URL(fileURLWithPath: folder.path + "/run.json"))
    let all = ["csv", "package", "a.json", "run.json", "report"].map { folder.path + "/" + $0 }
    for path in all {
      let found = try Program.run("diff", path, Self.scenario, "--lang", "en")
      #expect(found.code == 0, "\(path): \(found.text)")
      #expect(found.text.contains("no difference"))
    }
    #expect(try Program.run("diff", all[0], all[3]).code == 0)
  }

  /// A report has no ledger: its summary stands for the money.
  @Test func aReportIsHeldAgainstARun() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/report"
    let made = try Program.run("export", Self.scenario, "--to", "report", "-o", path)
    #expect(made.code == 0, "\(made.err)")
    let found = try Program.run(["diff", path, Self.scenario, "--json"] + Self.set)
    let object = try found.object()
    #expect(object["causes"] as? [String] == ["assumption"])
    let money = try #require(object["diff_money"] as? [[String: Any]])
    let inputs = try #require(object["diff_inputs"] as? [[String: Any]])
    #expect(!money.isEmpty && inputs.count == 1)
  }

  @Test func anAssumptionIsTheCauseOfWhatFollows() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/before"
    _ = try Program.run("export", Self.scenario, "--to", "csv", "-o", path)
    let found = try Program.run(["diff", path, Self.scenario, "--json"] + Self.set)
    #expect(found.code == 4, "\(found.err)")
    let object = try found.object()
    #expect(object["causes"] as? [String] == ["assumption"])
    #expect(object["same"] as? Bool == false)
    let money = try #require(object["diff_money"] as? [[String: Any]])
    let standards = try #require(object["diff_standards"] as? [[String: Any]])
    #expect(money.allSatisfy { $0["why"] as? String == "assumption" })
    #expect(
      standards.contains { $0["name"] as? String == "dibao_standard" && $0["area"] as? String == "rural" })
    // The change is that of the totals that run prints.
    let runs = try [[], Self.set].map { try Program.run(["run", Self.scenario, "--json"] + $0).object() }
    let totals = runs.map { object in
      (object["ledger"] as? [[String: Any]] ?? []).reduce(0) { $0 + ($1["fen"] as? Int ?? 0) }
    }
    #expect(money.reduce(0) { $0 + ($1["difference_fen"] as? Int ?? 0) } == totals[1] - totals[0])
  }

  /// Two folders: each side has the files that it read itself, held against each other by name.
  @Test func aCopyDiffersInTheFilesThatDiffer() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path
    for name in ["books", "data", "jimo-2027"] {
      try FileManager.default.copyItem(
        atPath: Program.root + "/scenarios/" + name, toPath: copy + "/" + name)
    }
    #expect(try Program.run("diff", Self.scenario, copy + "/jimo-2027").code == 0)
    let place = URL(fileURLWithPath: copy + "/jimo-2027/scenario.yaml")
    try (String(contentsOf: place, encoding: .utf8) + "# a remark\n")
      .write(to: place, atomically: true, encoding: .utf8)
    let object = try Program.run("diff", Self.scenario, copy + "/jimo-2027", "--json").object()
    let files = try #require(object["diff_files"] as? [[String: Any]])
    #expect(files.map { $0["path"] as? String } == [copy + "/jimo-2027/scenario.yaml"], "\(files)")
    #expect(files.allSatisfy { $0["before"] is String && $0["after"] is String })
  }

  /// A workbook tells no observed figures, what `run --json` prints not even its files: their money is not put down
  /// to the one assumption that is seen to differ.
  @Test func whatASideDoesNotTellIsNoAssumption() throws {
    let folder = try TemporaryFolder()
    for name in ["books", "data", "jimo-2027"] {
      try FileManager.default.copyItem(
        atPath: Program.root + "/scenarios/" + name, toPath: folder.path + "/" + name)
    }
    let (workbook, run) = (folder.path + "/a.xlsx", folder.path + "/a.json")
    let made = try Program.run("export", Self.scenario, "--to", "xlsx", "--no-draws", "-o", workbook)
    #expect(made.code == 0, "\(made.err)")
    try Program.run("run", Self.scenario, "--json").out.write(to: URL(fileURLWithPath: run))
    let place = URL(fileURLWithPath: folder.path + "/jimo-2027/scenario.yaml")
    let text = try String(contentsOf: place, encoding: .utf8)
    let first = try #require(text.firstMatch(of: #/observations: \[([^,\]]+)/#)).output.1
    let observed = URL(fileURLWithPath: folder.path + "/jimo-2027/" + first)
    let rows = try String(contentsOf: observed, encoding: .utf8).split(separator: "\n")
    #expect(rows.count > 2)
    // Every head count of the place is a tenth higher.
    try rows.map { row in
      row.replacing(#/,(\d+),persons,/#) { ",\((Int($0.output.1) ?? 0) * 11 / 10),persons," }
    }.joined(separator: "\n").write(to: observed, atomically: true, encoding: .utf8)
    for (side, hasFiles) in [(workbook, true), (run, false)] {
      let object = try Program.run(["diff", side, folder.path + "/jimo-2027", "--json"] + Self.set).object()
      let causes = Set(object["causes"] as? [String] ?? [])
      #expect(causes == (hasFiles ? ["data", "assumption"] : ["data", "rule", "assumption"]), "\(causes)")
      let parts = try #require(object["diff_by_cause"] as? [[String: Any]])
      let unsplit = parts.reduce(0) { $0 + abs($1["unsplit_fen"] as? Int ?? 0) }
      #expect(unsplit > 0, "\(parts.first ?? [:])")
      #expect(parts.allSatisfy { !($0["may_hold"] is String) || "\($0["may_hold"] ?? "")".contains("data") })
      #expect((object["notes"] as? [String])?.isEmpty == false)
    }
  }

  /// A number that a workbook words is put back as it stands there.
  @Test func aNumberOfAWorkbookIsPutBack() throws {
    let folder = try TemporaryFolder()
    let book = folder.path + "/a.xlsx"
    _ = try Program.run("export", Self.scenario, "--to", "xlsx", "--no-draws", "-o", book)
    let growth = ["--set", "growth.consumption_pc.urban=9"]
    let object = try Program.run(["diff", book, Self.scenario, "--json"] + growth).object()
    let parts = try #require(object["diff_by_cause"] as? [[String: Any]])
    let runs = try [[], growth].map(fen)
    #expect(!parts.isEmpty)
    for one in parts {
      let key = "\(one["programme"] as? String ?? "") \(one["year"] as? String ?? "")"
      #expect(one["assumption_fen"] as? Int == (runs[1][key] ?? 0) - (runs[0][key] ?? 0), "\(key)")
      #expect(one["unsplit_fen"] as? Int == 0)
    }
    #expect((object["diff_by_input"] as? [Any])?.isEmpty == false)
  }

  private func fen(_ arguments: [String]) throws -> [String: Int] {
    let rows = try Program.run(["run", Self.scenario, "--json"] + arguments).object()["ledger"]
    return (rows as? [[String: Any]] ?? []).reduce(into: [:]) { sums, row in
      let year = (row["month"] as? String ?? "").prefix(4)
      sums["\(row["programme"] as? String ?? "") \(year)", default: 0] += row["fen"] as? Int ?? 0
    }
  }

  /// The parts are those of separate runs: first the standard alone, then growth on top of it.
  @Test func partsAreThoseOfSeparateRuns() throws {
    let growth = ["--set", "growth.consumption_pc.urban=9"]
    let runs = try [[], Self.set, Self.set + growth].map(fen)
    let folder = try TemporaryFolder()
    let path = folder.path + "/before"
    _ = try Program.run("export", Self.scenario, "--to", "csv", "-o", path, "--no-draws")
    let found = try Program.run(
      ["diff", path, Self.scenario, "--json", "--out", folder.path + "/d"] + Self.set + growth)
    #expect(found.code == 4, "\(found.err)")
    let object = try found.object()
    let rows = try #require(object["diff_by_input"] as? [[String: Any]])
    var moved: [String: [String: Int]] = [:]
    for row in rows {
      guard let programme = row["programme"] as? String, let input = row["input"] as? String else { continue }
      moved[input, default: [:]]["\(programme) \(row["year"] ?? "")", default: 0] += row["fen"] as? Int ?? 0
    }
    for (name, pair) in [
      ("parameter amount.dibao_standard", (0, 1)), ("parameter growth.consumption_pc.urban", (1, 2)),
    ] {
      let (before, after) = (runs[pair.0], runs[pair.1])
      let keys = Set(before.keys).union(after.keys)
      let expected = keys.reduce(into: [String: Int]()) { $0[$1] = (after[$1] ?? 0) - (before[$1] ?? 0) }
      #expect(moved[name] == expected.filter { $0.value != 0 }, "\(name)")
    }
    let causes = try #require(object["diff_by_cause"] as? [[String: Any]])
    for row in causes {
      func fen(_ column: String) -> Int { row["\(column)_fen"] as? Int ?? 0 }
      #expect(
        fen("before") + fen("program") + fen("data") + fen("rule") + fen("assumption") + fen("unsplit")
          == fen("after"))
      #expect(fen("unsplit") == 0)
    }
    for name in ["diff_money", "diff_funding", "diff_by_cause", "diff_by_payer", "diff_by_input"] {
      #expect(FileManager.default.fileExists(atPath: "\(folder.path)/d/\(name).csv"), "\(name)")
    }
  }

  /// Two exports cannot be run again: with several causes the screen says how the money is split.
  @Test func twoExportsAreNotSplit() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Program.root + "/scenarios", toPath: folder.path + "/scenarios")
    let file = folder.path + "/scenarios/data/jimo.csv"
    try String(contentsOfFile: file, encoding: .utf8).replacing(
      "consumption_pc,35936,", with: "consumption_pc,36936,"
    )
    .write(toFile: file, atomically: true, encoding: .utf8)
    let paths = ["a", "b"].map { folder.path + "/" + $0 }
    _ = try Program.run("export", Self.scenario, "--to", "csv", "-o", paths[0], "--no-draws")
    _ = try Program.run(
      ["export", folder.path + "/" + Self.scenario, "--to", "csv", "-o", paths[1], "--no-draws"] + Self.set)
    let found = try Program.run("diff", paths[0], paths[1], "--lang", "en")
    #expect(found.text.contains("the money is not split among them: neither side can be run again"))
    #expect(try Program.run("diff", paths[0], paths[1], "--json").object()["diff_by_cause"] == nil)
    // The earlier run can be, if it is a scenario: the later need not.
    let split = try Program.run("diff", Self.scenario, paths[1], "--json").object()
    #expect((split["diff_by_cause"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func changedDataAreData() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Program.root + "/scenarios", toPath: folder.path + "/scenarios")
    let file = folder.path + "/scenarios/data/jimo.csv"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    // Other line ends are other bytes, but no other data.
    try text.replacing("\n", with: "\r\n").write(toFile: file, atomically: true, encoding: .utf8)
    let copy = folder.path + "/" + Self.scenario
    let same = try Program.run("diff", Self.scenario, copy, "--lang", "en")
    #expect(same.code == 0, "\(same.text)")
    let row = "consumption_pc,35936,"
    #expect(text.contains(row))
    try text.replacing(row, with: "consumption_pc,36936,").write(
      toFile: file, atomically: true, encoding: .utf8)
    let other = try Program.run("diff", Self.scenario, copy, "--json")
    #expect(other.code == 4, "\(other.err)")
    #expect(try other.object()["causes"] as? [String] == ["data"])
  }

  @Test func aReissueCarriesItsChangeLog() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/set"
    _ = try Program.run("export", Self.scenario, "--to", "csv", "-o", path)
    let again = try Program.run(
      ["export", Self.scenario, "--to", "csv", "-o", path, "--reissue-of", path] + Self.set)
    #expect(again.code == 0, "\(again.err)")
    let log = try String(contentsOfFile: path + "/changes.csv", encoding: .utf8)
    #expect(log.contains("kind,what,before,after,unit,why"))
    #expect(log.contains("input,parameter amount.dibao_standard,,rural 900,CNY/person/month,assumption"))
    #expect(try Program.run("verify", path).code == 0)
    let causes = try String(contentsOfFile: path + "/changes_by_cause.csv", encoding: .utf8)
    #expect(
      causes.contains(
        "before_fen,program_fen,data_fen,rule_fen,assumption_fen,unsplit_fen,may_hold,after_fen"))
    #expect(FileManager.default.fileExists(atPath: path + "/changes_by_payer.csv"))
    #expect(FileManager.default.fileExists(atPath: path + "/changes_by_input.csv"))
  }

  @Test func whatCannotBeReadIsFive() throws {
    #expect(try Program.run("diff", "none", Self.scenario).code == 5)
    #expect(try Program.run("diff", Self.scenario, "README.md").code == 5)
    #expect(try Program.run("diff", Self.scenario).code == 64)
  }
}

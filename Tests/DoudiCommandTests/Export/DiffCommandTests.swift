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
  }

  @Test func whatCannotBeReadIsFive() throws {
    #expect(try Program.run("diff", "none", Self.scenario).code == 5)
    #expect(try Program.run("diff", Self.scenario, "README.md").code == 5)
    #expect(try Program.run("diff", Self.scenario).code == 64)
  }
}

import Foundation
import Testing
import _DoudiTestSupport

@Suite("doudi export")
struct ExportCommandTests {
  private static let scenario = "scenarios/shenxian-2027"

  private func object(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Every file of the folder is in the list with the hash that sha256sum gives.
  @Test func theFolderListsItsFilesWithTheirHashes() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/csv"
    let result = try Program.run("export", Self.scenario, "--to", "csv", "-o", path)
    #expect(result.code == 0, "\(result.err)")
    let provenance = try object(path + "/provenance.json")
    let files = try #require(provenance["files"] as? [[String: Any]])
    let listed = Dictionary(
      uniqueKeysWithValues: files.map { ($0["path"] as? String ?? "", $0["sha256"] as? String ?? "") })
    let sums = try Program.shell("cd '\(path)' && sha256sum *.csv")
    let lines = sums.text.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.count == listed.count)
    for line in lines { #expect(listed[String(line[1])] == String(line[0])) }
    let inputs = try #require(provenance["inputs"] as? [[String: Any]])
    for input in inputs {
      let sum = try Program.shell("sha256sum '\(input["path"] ?? "")'")
      #expect(sum.text.hasPrefix(input["sha256"] as? String ?? "?"))
    }
    #expect(inputs.contains { $0["path"] as? String == Self.scenario + "/scenario.yaml" })
    let ledger = try Data(contentsOf: URL(fileURLWithPath: path + "/ledger.csv"))
    #expect(ledger.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
  }

  @Test func jsonHoldsTheSameRowsAndTheSameBytesTwice() throws {
    let folder = try TemporaryFolder()
    let paths = ["/a.json", "/b.json"].map { folder.path + $0 }
    for path in paths {
      let result = try Program.run("export", Self.scenario, "--to", "json", "-o", path)
      #expect(result.code == 0, "\(result.err)")
    }
    let bytes = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(bytes[0] == bytes[1])
    let run = try Program.run("run", Self.scenario, "--json").object()
    let export = try object(paths[0])
    let provenance = try #require(export["provenance"] as? [String: Any])
    #expect(provenance["run_id"] as? String == run["run_id"] as? String)
    let sums = [run, export].map { object in
      (object["ledger"] as? [[String: Any]] ?? []).reduce(0) { $0 + ($1["fen"] as? Int ?? 0) }
    }
    #expect(sums[0] == sums[1])
    #expect(sums[0] > 0)
  }

  /// A workbook appears whole, has the same bytes twice, and an old one stays where a new one cannot be written.
  @Test func aWorkbookIsOneFile() throws {
    let folder = try TemporaryFolder()
    let paths = ["/a.xlsx", "/b.xlsx"].map { folder.path + $0 }
    for path in paths {
      let result = try Program.run(
        "export", Self.scenario, "--to", "xlsx", "-o", path, "--no-draws", "--lang", "zh")
      #expect(result.code == 0, "\(result.err)")
    }
    let bytes = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0].prefix(2) == Data("PK".utf8))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.xlsx", "b.xlsx"])
    let failed = try Program.run("export", Self.scenario, "--to", "xlsx", "-o", paths[0] + "/c.xlsx")
    #expect(failed.code == 5)
    #expect(try Data(contentsOf: URL(fileURLWithPath: paths[0])) == bytes[0])
  }

  /// A scenario of years and an allocation alone make workbooks, too.
  @Test(arguments: ["scenarios/reference", "scenarios/central-pot-2018/allocation.yaml"])
  func whatHasNoLedgerHasAWorkbook(_ scenario: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      "export", scenario, "--to", "xlsx", "-o", folder.path + "/a.xlsx", "--no-draws", "--lang", "en")
    #expect(result.code == 0, "\(result.err)")
  }

  @Test func aProposalIsASecondColumn() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/p.json"
    let result = try Program.run(
      "export", "scenarios/weihai-2027", "--to", "json", "-o", path, "--no-draws", "--proposal",
      "scenarios/reforms/weihai-higher-ratio.yaml")
    #expect(result.code == 0, "\(result.err)")
    let export = try object(path)
    #expect((export["compare_variants"] as? [[String: Any]])?.count == 2)
    #expect(export["fan"] == nil)
  }

  @Test func whatCannotBeWrittenIsFiveAndLeavesTheOldFolder() throws {
    let folder = try TemporaryFolder()
    try "mine".write(toFile: folder.path + "/letter.txt", atomically: true, encoding: .utf8)
    let foreign = try Program.run("export", Self.scenario, "--to", "csv", "-o", folder.path, "--lang", "en")
    #expect(foreign.code == 5)
    #expect(foreign.err.contains("holds other files"))
    let file = try Program.run(
      "export", Self.scenario, "--to", "json", "-o", folder.path + "/letter.txt/x.json")
    #expect(file.code == 5)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["letter.txt"])
  }

  /// A name of one dash is standard output, which takes JSON alone.
  @Test func aDashIsStandardOutputForJSONAlone() throws {
    let made = try Program.run(
      "export", "scenarios/jimo-2027", "--to", "json", "-o", "-", "--no-draws")
    #expect(made.code == 0, "\(made.err)")
    #expect(try made.object()["ledger"] != nil)
    #expect(!made.err.contains("已写出"))
    for form in ["xlsx", "csv", "package", "report"] {
      let refused = try Program.run("export", "scenarios/jimo-2027", "--to", form, "-o", "-", "--lang", "en")
      #expect(refused.code == 64 && refused.err.contains("--to json"), "\(form): \(refused.err)")
    }
    #expect(try Program.run("run", "scenarios/jimo-2027", "--out", "-").code == 64)
    #expect(!FileManager.default.fileExists(atPath: Program.root + "/-"))
  }

  /// Too little room: our message and nothing of the library's.
  @Test func aWorkbookWithoutRoomIsOneMessage() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let made = try Program.shell(
      "ulimit -f 60; $DOUDI export scenarios/jimo-2027 --to xlsx --no-draws --lang en -o \(folder)/a.xlsx")
    #expect(made.code == 5)
    #expect(made.err.contains("cannot write") && !made.err.contains("[ERROR]"), "\(made.err)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func wrongArgumentsAreUsage() throws {
    #expect(try Program.run("export", Self.scenario).code == 64)
    #expect(try Program.run("export", Self.scenario, "--to", "pdf", "-o", "x").code == 64)
    let licensed = try Program.run("export", Self.scenario, "--to", "xlsx", "-o", "x", "--license", "CC0-1.0")
    #expect(licensed.code == 64 && licensed.err.contains("package"))
    let proposal = try Program.run(
      "export", Self.scenario, "--to", "json", "-o", "x.json", "--proposal", "nothing")
    #expect(proposal.code == 1)
    let faulty = try Program.run("export", "scenarios/none", "--to", "json", "-o", "x.json")
    #expect(faulty.code == 5)
  }
}

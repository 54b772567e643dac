import Foundation
import Testing
import _DoudiTestSupport

@Suite("doudi export --to report")
struct ExportReportTests {
  private let without = ["LANG": "zh_CN.UTF-8", "DOUDI_PYTHON": "/nonexistent/python3"]

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  @Test func withoutPythonAllButThePicturesIsWritten() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/r"
    let result = try Program.run(
      ["export", "scenarios/weihai-2027", "--to", "report", "-o", path, "--draws", "64", "--lang", "zh"],
      environment: without)
    #expect(result.code == 0, "\(result.err)")
    #expect(result.err.split(separator: "\n").count { $0.contains("vl-convert-python") } == 1)
    let report = try text(path + "/report.md")
    #expect(report.hasPrefix("# 威海市2027至2029年困难群众救助资金测算报告"))
    #expect(report.contains("figures/fan.vl.json"))
    #expect(FileManager.default.fileExists(atPath: path + "/figures/fan.vl.json"))
    #expect(!FileManager.default.fileExists(atPath: path + "/figures/fan.png"))
    #expect(!FileManager.default.fileExists(atPath: path + "/memo.md"))
  }

  /// The year is in title, table and provenance, the same bytes twice, and holds against its hashes.
  @Test func theMemoIsOfTheYearAskedFor() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "export", "scenarios/weihai-2027", "--to", "report", "--no-draws", "--lang", "en", "--year", "2029",
      "--proposal", "amount.dibao_standard@rural=950",
    ]
    for name in ["a", "b"] {
      let result = try Program.run(arguments + ["-o", folder.path + "/" + name], environment: without)
      #expect(result.code == 0, "\(result.err)")
    }
    let memo = try text(folder.path + "/a/memo.md")
    #expect(memo.hasPrefix("# Adjustment of standards 2029"))
    #expect(memo.contains("| Year shown (--year) | 2029 |") && memo.contains("Zibo"))
    #expect(!memo.contains("--out"))
    #expect(try text(folder.path + "/a/provenance.json").contains("\"year\":2029"))
    #expect(try text(folder.path + "/b/memo.md") == memo)
    #expect(try Program.run("verify", folder.path + "/a").code == 0)
  }

  @Test func aYearThatIsNotThereIsRefused() throws {
    let folder = try TemporaryFolder()
    func refused(_ scenario: String, _ form: String, _ year: String) throws -> String {
      let result = try Program.run(
        "export", scenario, "--to", form, "-o", folder.path + "/x", "--no-draws", "--lang", "en", "--year",
        year)
      #expect(result.code == 64)
      return result.err
    }
    #expect(
      try refused("scenarios/weihai-2027", "report", "2031").contains(
        "the scenario has no year 2031; --year is one of 2027, 2028, 2029"))
    #expect(try refused("scenarios/weihai-2027", "csv", "2028").contains("--year is for report and xlsx"))
    #expect(try refused("scenarios/reference", "report", "2028").contains("scenarios of months"))
    #expect(try refused("scenarios/central-pot-2018", "xlsx", "2028").contains("scenarios of months"))
  }

  /// The tiles are those of the folder of data beside the scenario. Where they lie is no input of the run.
  @Test func placesWithTilesHaveAMap() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/r"
    let result = try Program.run(
      [
        "export", "scenarios/provinces", "--to", "report", "-o", path, "--no-draws", "--lang", "en", "--unit",
        "yi",
      ], environment: without)
    #expect(result.code == 0, "\(result.err)")
    let spec = try text(path + "/figures/tiles.vl.json")
    #expect(spec.contains("\"region\":\"650000\",\"name\":\"Xinjiang\",\"column\":0,\"row\":2"))
    #expect(try !text(path + "/provenance.json").contains("tiles.csv"))
  }

  @Test func aPotAloneHasAReport() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/r"
    let result = try Program.run(
      ["export", "scenarios/central-pot-2018", "--to", "report", "-o", path, "--lang", "en"],
      environment: without)
    #expect(result.code == 0, "\(result.err)")
    #expect(try text(path + "/report.md").contains("| Beijing |"))
    #expect(try text(path + "/report.html").contains("</html>"))
  }
}

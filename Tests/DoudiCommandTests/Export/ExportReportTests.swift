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

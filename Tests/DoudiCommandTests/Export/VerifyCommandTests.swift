import Foundation
import Testing
import _DoudiTestSupport

@Suite("doudi verify")
struct VerifyCommandTests {
  /// Every column of every table that shipped scenarios export is known, and every identity holds.
  @Test(arguments: [
    "shenxian-2027", "jimo-2027", "xuanwei-2027", "jilin-2027", "reference",
    "central-pot-2016/allocation.yaml",
    "central-pot-2018/allocation.yaml", "weihai-subsidy/allocation.yaml",
  ])
  func shippedScenariosExportSoundPackages(_ scenario: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/out"
    let made = try Program.run(
      "export", "scenarios/\(scenario)", "--to", "package", "-o", path, "--no-draws", "--by", "year")
    #expect(made.code == 0, "\(made.err)")
    let found = try Program.run("verify", path, "--lang", "en")
    #expect(found.code == 0, "\(found.text) \(found.err)")
    #expect(found.text.contains("verified: "))
  }

  @Test func drawsAndProposalsAreKnownToo() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/out"
    let made = try Program.run(
      "export", "scenarios/weihai-2027", "--to", "csv", "-o", path, "--draws", "64", "--by", "year",
      "--level",
      "root", "--proposal", "scenarios/reforms/weihai-higher-ratio.yaml", "--allocation",
      "scenarios/weihai-subsidy/allocation.yaml")
    #expect(made.code == 0, "\(made.err)")
    let found = try Program.run("verify", path)
    #expect(found.code == 0, "\(found.text)")
  }

  @Test func faultsAreFourWithPlacesAndUnreadableIsFive() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.json"
    _ = try Program.run("export", "scenarios/jimo-2027", "--to", "json", "-o", path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let place = try #require(text.range(of: "\"fen\":"))
    var edited = text
    edited.insert("1", at: place.upperBound)
    try edited.write(toFile: path, atomically: true, encoding: .utf8)
    let found = try Program.run("verify", path, "--json", "--lang", "en")
    #expect(found.code == 4)
    let object = try found.object()
    #expect(object["ok"] as? Bool == false)
    let faults = try #require(object["faults"] as? [[String: Any]])
    #expect(faults.contains { $0["kind"] as? String == "changed" && $0["line"] as? Int ?? 0 > 1 })
    #expect(faults.contains { $0["kind"] as? String == "sum" })
    #expect(try Program.run("verify", folder.path + "/none").code == 5)
    #expect(try Program.run("verify", "scenarios/jimo-2027").code == 5)
    #expect(try Program.run("verify").code == 64)
  }
}

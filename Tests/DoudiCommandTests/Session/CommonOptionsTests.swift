import Foundation
import Testing

@Suite("Common options")
struct CommonOptionsTests {
  private func money(_ result: Program.Result) throws -> Int {
    let rows = try #require(try result.object()["ledger"] as? [[String: Any]])
    return rows.reduce(0) { $0 + ($1["fen"] as? Int ?? 0) }
  }

  @Test func setChangesAValueAndTheRunsIdentifier() throws {
    let plain = try Program.run("run", "scenarios/weihai-2027", "--json", "--by", "year", "--level", "root")
    let half = try Program.run(
      "run", "scenarios/weihai-2027", "--json", "--by", "year", "--level", "root", "--set", "W05.average=618",
      "--set", "W05.average@371082=618 CNY/case")
    #expect(half.code == 0)
    #expect(try money(half) < money(plain))
    #expect(try plain.object()["run_id"] as? String != half.object()["run_id"] as? String)
  }

  @Test func aBadSetIsRefused() throws {
    #expect(try Program.run("run", "scenarios/weihai-2027", "--set", "nothing").code == 64)
    let unknown = try Program.run("run", "scenarios/weihai-2027", "--set", "W05.averge=1")
    #expect(unknown.code == 1)
    #expect(unknown.err.contains("W05.average"))
    #expect(try Program.run("run", "scenarios/weihai-2027", "--set", "W05.average=x").code == 1)
  }

  @Test func dataOverlaysFilesOfTheSameName() throws {
    let folder = try Program.temporaryFolder()
    let file = "weihai-2015.csv"
    let text = try String(contentsOfFile: Program.root + "/scenarios/data/" + file, encoding: .utf8)
    #expect(text.contains(",34390,"))
    try text.replacing(",34390,", with: ",17195,").write(
      toFile: folder + "/" + file, atomically: true, encoding: .utf8)
    let plain = try Program.run("audit", "scenarios/weihai-2027", "--json")
    let overlaid = try Program.run("audit", "scenarios/weihai-2027", "--json", "--data", folder)
    #expect(try plain.object()["run_id"] as? String != overlaid.object()["run_id"] as? String)
    #expect(try Program.run("check", "scenarios/weihai-2027", "--data", folder + "/none").code == 5)
  }

  @Test func aFolderNamedLikeAFileIsNoData() throws {
    let folder = try Program.temporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder + "/weihai-2015.csv", withIntermediateDirectories: true)
    let result = try Program.run("check", "scenarios/weihai-2027", "--data", folder, "--lang", "en")
    #expect(result.code == 1)
    #expect(result.err.contains("DD1002") && result.err.contains("it is a folder"))
  }

  @Test func aPlaceOfSetIsAnAreaOrARegion() throws {
    let bad = try Program.run("run", "scenarios/weihai-2027", "--set", "N03.ratio@rurl=55%")
    #expect(bad.code == 64 && bad.err.contains("name@区划代码/rural"))
    let good = try Program.run(
      "run", "scenarios/weihai-2027", "--json", "--by", "year", "--level", "root", "--set",
      "N03.ratio@371002/rural=1%")
    let plain = try Program.run("run", "scenarios/weihai-2027", "--json", "--by", "year", "--level", "root")
    #expect(good.code == 0)
    #expect(try money(good) < money(plain))
  }

  @Test func theLanguageFollowsTheEnvironment() throws {
    let cases: [([String: String], String)] = [
      (["LANG": "en_US.UTF-8"], "no problem found"), (["LANG": "zh_CN.UTF-8"], "没有发现问题"), ([:], "没有发现问题"),
      (["LANG": "de_DE.UTF-8"], "没有发现问题"), (["LC_ALL": "en", "LANG": "zh_CN"], "no problem found"),
    ]
    for (environment, words) in cases {
      #expect(try Program.run("check", "scenarios/weihai-2027", environment: environment).err.contains(words))
    }
    #expect(
      try Program.run("check", "scenarios/weihai-2027", "--lang", "en").err.contains("no problem found"))
  }

  @Test func aDatumCanBeSet() throws {
    let found = try Program.run(
      "audit", "scenarios/weihai-2027", "--set", "data.service_hotlines=0 count", "--lang", "en")
    #expect(found.text.contains("broken") && found.code == 0)
    let wrong = try Program.run("audit", "scenarios/weihai-2027", "--set", "data.service_hotline=1 count")
    #expect(wrong.code == 1 && wrong.err.contains("DD1405"))
  }

  @Test func aFolderThatReplacesNothingIsSaid() throws {
    let found = try Program.shell(
      "d=$(mktemp -d); $DOUDI run scenarios/weihai-2027 --data $d --lang en; c=$?; rm -r $d; exit $c")
    #expect(found.code == 0 && found.err.contains("stands in for one of the scenario's"))
  }
}

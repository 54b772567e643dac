import Foundation
import Testing

@Suite("doudi compare")
struct CompareCommandTests {
  private static let scenario = "scenarios/weihai-2027"
  private static let reforms = "scenarios/reforms/"

  private func compare(_ arguments: [String]) throws -> [String: [[String: Any]]] {
    let result = try Program.run(["compare"] + arguments + ["--json"])
    #expect(result.code == 0, "\(result.err)")
    return try result.object().compactMapValues { $0 as? [[String: Any]] }
  }

  private func number(_ row: [String: Any]?, _ key: String) throws -> Double {
    try #require((row?[key] as? NSNumber)?.doubleValue, "\(key)")
  }

  /// Standards of the official run, each ten yuan higher: `amount.dibao_standard@region/area={month: value, …}`.
  private func tenYuanMore() throws -> [String] {
    let run = try Program.run("run", Self.scenario, "--json", "--by", "year")
    let rows = try #require(try run.object()["standards"] as? [[String: Any]])
    var values: [String: [String]] = [:]
    for row in rows where row["amount"] as? String == "dibao_standard" {
      let place = "\(row["region"] ?? "")/\(row["area"] ?? "")"
      let year = (row["month"] as? String ?? "").prefix(4)
      let value = (row["cny_per_month"] as? String).flatMap(Double.init) ?? 0
      values[place, default: []].append("\(year)-01: \(value + 10) CNY/person/month")
    }
    return values.sorted { $0.key < $1.key }.flatMap { place, dated in
      ["--set", "amount.dibao_standard@\(place)={\(dated.joined(separator: ", "))}"]
    }
  }

  /// The memo against two official runs. Each month, area, region and programme is rounded to the fen: of 36 months,
  /// 14 cells and 3 payments half a fen each, at most 8 CNY a year.
  @Test func theMemoIsTheDifferenceOfTwoRuns() throws {
    let found = try compare([Self.scenario] + tenYuanMore())
    let memo = try #require(found["compare_memo"])
    let money = try #require(found["compare_money"])
    for year in ["2027", "2028", "2029"] {
      for tier in ["all", "central", "province", "prefecture", "county"] {
        let row = memo.first {
          $0["amount"] as? String == "dibao_standard" && $0["year"] as? String == year
            && $0["region"] as? String == "371000" && $0["part"] as? String == "all"
            && $0["tier"] as? String == tier
        }
        let official = money.filter {
          $0["year"] as? String == year && $0["variant"] as? String == "B"
            && (tier == "all" || $0["tier"] as? String == tier)
        }.reduce(0.0) { $0 + Double($1["difference_fen"] as? Int ?? 0) / 100 }
        #expect(official > 100_000)
        #expect(try abs(number(row, "cny") - official) < 8, "\(year) \(tier) \(official)")
      }
    }
  }

  @Test func aReformDatedLater() throws {
    let path = Self.reforms + "benefit-ratio-2029.yaml"
    let screen = try Program.run("compare", Self.scenario, "--reform", path, "--lang", "en")
    #expect(screen.code == 0 && screen.text.contains("Nothing differs before 2029"))
    #expect(screen.text.contains("By tier 2029 · Weihai 2027-2029 · in 10,000 CNY"))
    #expect(screen.text.contains("this project") && screen.text.contains("Assumed for comparison"))
    let found = try compare([Self.scenario, "--reform", path])
    for row in try #require(found["compare_money"]) where row["year"] as? String != "2029" {
      #expect(row["difference_fen"] as? Int == 0)
    }
  }

  /// A, A + a, A + a + b: the money of the stack is that of `run` with both.
  @Test func reformsStack() throws {
    let files = ["rural-standard-2028.yaml", "benefit-ratio-2029.yaml"].flatMap {
      ["--reform", Self.reforms + $0]
    }
    let found = try compare([Self.scenario] + files)
    let variants = try #require(found["compare_variants"])
    #expect(
      variants.map { $0["reforms"] as? String } == [
        "", "rural-standard-2028", "rural-standard-2028; benefit-ratio-2029",
      ])
    #expect(variants.map { $0["first_difference"] as? String } == [nil, "2028-01", "2028-01"])
    let run = try Program.run(
      ["run", Self.scenario] + files + ["--json", "--by", "year", "--level", "root"])
    let ledger = try #require(try run.object()["ledger"] as? [[String: Any]])
    let total = ledger.reduce(0) { $0 + ($1["fen"] as? Int ?? 0) }
    let stacked = try #require(found["compare_money"]).filter { $0["variant"] as? String == "C" }
    #expect(stacked.reduce(0) { $0 + ($1["fen"] as? Int ?? 0) } == total)
    #expect(variants[2]["run_id"] as? String == (try run.object()["run_id"] as? String))
  }

  @Test func runNamesItsReformsAndThoseThatDoNothing() throws {
    let path = Self.reforms + "weihai-higher-ratio.yaml"
    let run = try Program.run("run", Self.scenario, "--reform", path, "--reform", path, "--lang", "en")
    #expect(
      run.text.contains("reform weihai-higher-ratio: Rural standard at 42 % of consumption (this project)"))
    #expect(run.err.components(separatedBy: "changes nothing in the result").count == 2)
    for verb in [["audit"], ["explain"], ["solve"], ["sweep"]] {
      let more = [
        "explain": ["standard/dibao_standard"], "sweep": ["--grid", "N03.ratio=50:60:2"],
        "solve": ["--vary", "N03.ratio", "--budget", "100%"],
      ]
      let plain = try Program.run(verb + [Self.scenario] + (more[verb[0]] ?? []))
      let changed = try Program.run(verb + [Self.scenario] + (more[verb[0]] ?? []) + ["--reform", path])
      #expect(plain.code == 0 && changed.code == 0, "\(verb) \(changed.err)")
      #expect(verb == ["audit"] || plain.text != changed.text, "\(verb)")
    }
  }

  @Test func filesOnDisk() throws {
    let folder = try Program.temporaryFolder() + "/out"
    let result = try Program.run(
      "compare", Self.scenario, "scenarios/jimo-2027", "--out", folder, "--lang", "en")
    #expect(result.code == 0 && result.err.contains("Written"), "\(result.err)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(
      names
        == [
          "assumptions", "caseload", "inputs", "limits", "memo", "money", "neighbours", "standards",
          "variants",
        ].map { "compare_\($0).csv" })
  }

  @Test func wrongThingsTyped() throws {
    let folder = try Program.temporaryFolder()
    let faulty = folder + "/faulty.yaml"
    try "schema: 1\nreform: faulty\ntitle: {zh: 错, en: faulty}\nassumptions:\n  W09.ratoi: 40 %\n"
      .write(toFile: faulty, atomically: true, encoding: .utf8)
    for (arguments, code, said) in [
      ([Self.scenario], 64, "--set"), ([], 64, "scenarios"),
      ([String](repeating: Self.scenario, count: 6), 64, "5"),
      ([Self.scenario, "--reform", folder + "/none.yaml"], 5, "none.yaml"),
      ([Self.scenario, "--reform", faulty], 1, "faulty.yaml:5:3"),
      ([Self.scenario, "--set", "W09.ratoi=40%"], 1, "W09.ratio"),
      ([Self.scenario, "--set", "N03.ratio=55%", "--year", "1999"], 64, "2027"),
      (["scenarios/reference", "scenarios/reference"], 1, "reference"),
      ([Self.scenario, "nowhere"], 5, "nowhere"),
      ([Self.scenario] + (1...5).flatMap { _ in ["--reform", faulty] }, 64, "4"),
    ] {
      let result = try Program.run(["compare"] + arguments)
      #expect(result.code == Int32(code), "\(arguments): \(result.code) \(result.err)")
      #expect(result.out.isEmpty && result.err.contains(said), "\(arguments): \(result.err)")
    }
    for verb in [["run", "scenarios/reference"], ["backtest", "scenarios/jilin-2027"]] {
      let result = try Program.run(verb + ["--reform", Self.reforms + "weihai-higher-ratio.yaml"])
      #expect(result.code == 64 && result.out.isEmpty, "\(verb): \(result.err)")
    }
  }
}

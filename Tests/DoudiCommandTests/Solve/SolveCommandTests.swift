import Foundation
import Testing

@Suite("doudi solve")
struct SolveCommandTests {
  private static let scenario = "scenarios/weihai-2027"

  private func solve(_ arguments: [String]) throws -> [String: Any] {
    let result = try Program.run(["solve"] + arguments + ["--json"])
    let rows = try #require(try result.object()["solve"] as? [[String: Any]], "\(result.err)")
    return try #require(rows.first)
  }

  private func number(_ row: [String: Any], _ key: String) throws -> Double {
    try #require((row[key] as? NSNumber)?.doubleValue, "\(key)")
  }

  /// All money of a year of an official run, CNY.
  private func total(_ set: String, year: String) throws -> Double {
    let result = try Program.run(
      "run", Self.scenario, "--json", "--by", "year", "--level", "root", "--set", set)
    let rows = try #require(try result.object()["ledger"] as? [[String: Any]], "\(result.err)")
    return rows.filter { ($0["month"] as? String ?? "").hasPrefix(year) }
      .reduce(0.0) { $0 + Double($1["fen"] as? Int ?? 0) / 100 }
  }

  /// Lognormal incomes with mean 30,000 and s = 0.6, a million residents, take-up 0.7, the gap paid: 60 m CNY
  /// reach to a line of 9140.31181329968 (mpmath, 30 digits), where a yuan more costs 32478.0256418181.
  @Test func aLineWithinABudget() throws {
    let folder = try Program.temporaryFolder()
    for (name, text) in [
      (
        "scenario.yaml",
        """
        schema: 1
        scenario: line
        title: {zh: 测, en: test}
        kind: trial
        step: year
        years: 1
        rules: rules.yaml
        regions: regions.csv
        parameters: parameters.csv
        outputs: [cost, H]
        not_added: [H]

        """
      ),
      (
        "rules.yaml",
        """
        schema: 1
        rules:
          - {id: D, form: income_distribution, gives_share: H, gives_gap: gap, line: Z, mean: Income, spread: [s]}
          - {id: C, form: product, gives: cost, of: [u, H, P, gap]}

        """
      ), ("regions.csv", "region,P\n110000,1000000\n"),
      ("parameters.csv", "name,value\nZ,9000\nIncome,30000\ns,0.6\nu,0.7\n"),
    ] {
      try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    let question = [folder, "--vary", "Z", "--budget", "60000000", "--of", "cost"]
    let exact = try solve(question + ["--step", "0"])
    #expect(try abs(number(exact, "value") - 9140.31181329968) < 1e-9)
    let whole = try solve(question + ["--step", "1"])
    #expect(try number(whole, "value") == 9140)
    #expect(try abs(number(whole, "next_unit") - 32478.0256418181) < 1e-5)
    #expect(try abs(number(whole, "cost") - 59989873.5224363) < 1e-3)
  }

  /// The answer is affordable, one step more is not, both by official runs.
  @Test func aStandardWithinABudget() throws {
    let row = try solve([
      Self.scenario, "--vary", "amount.dibao_standard@rural", "--budget", "36000 10k CNY", "--year", "2029",
    ])
    let value = try number(row, "value")
    #expect(row["ending"] as? String == "found" && value == value.rounded())
    let set = "amount.dibao_standard@rural="
    #expect(row["set"] as? String == "\(set)\(Int(value)) CNY/person/month")
    let cost = try total("\(set)\(Int(value)) CNY/person/month", year: "2029")
    #expect(try cost <= 360_000_000 && abs(cost - (number(row, "cost"))) < 0.001)
    let more = try total("\(set)\(Int(value) + 1) CNY/person/month", year: "2029")
    #expect(try more > 360_000_000 && abs(more - (number(row, "next_cost"))) < 0.001)
  }

  /// Without --step: whole yuan for money, none for numbers without unit.
  @Test func usualSteps() throws {
    let standard = try solve([
      Self.scenario, "--vary", "amount.dibao_standard@rural", "--budget", "360000001.23 CNY", "--year",
      "2029",
    ])
    let yuan = try number(standard, "value")
    let next = try number(standard, "next_value")
    #expect(yuan == yuan.rounded() && next == yuan + 1)
    let multiple = try solve([
      "scenarios/reference", "--vary", "m", "--budget", "101%", "--year", "10",
    ])
    let value = try number(multiple, "value")
    #expect(value != value.rounded() && multiple["next_value"] is NSNull, "\(multiple)")
  }

  /// Amounts that follow the control (a multiple at once, the other area by convergence) are in the answer.
  @Test(arguments: [
    ["scenarios/jilin-2027", "amount.dibao_standard@rural", "106%", "2027"],
    ["scenarios/weihai-2027", "amount.dibao_standard@urban", "101%", "2029"],
    ["scenarios/weihai-2027", "amount.dibao_standard@rural", "106%", "2028", "2028-04"],
    ["scenarios/shenxian-2027", "amount.dibao_standard@urban", "105%", "2029"],
    ["scenarios/jimo-2027", "amount.dibao_standard", "112%", "2028", "2028-04"],
  ])
  func whatFollowsTheControlIsInTheAnswer(_ one: [String]) throws {
    let from = one.count > 4 ? ["--from", one[4]] : []
    let row = try solve([one[0], "--vary", one[1], "--budget", one[2], "--year", one[3]] + from)
    let (value, budget) = (try number(row, "value"), try number(row, "budget"))
    #expect(row["ending"] as? String == "found")
    func cost(_ value: Double) throws -> Double {
      let quantity = "\(Int(value)) CNY/person/month"
      let set = one.count > 4 ? "\(one[1])={\(one[4]): \(quantity)}" : "\(one[1])=\(quantity)"
      let run = try Program.run("run", one[0], "--json", "--by", "year", "--set", set)
      let rows = try #require(try run.object()["ledger"] as? [[String: Any]], "\(run.err)")
      let own = rows.filter { ($0["month"] as? String ?? "").hasPrefix(one[3]) }
      return Double(own.reduce(0) { $0 + ($1["fen"] as? Int ?? 0) }) / 100
    }
    let (own, next) = (try cost(value), try cost(value + 1))
    #expect(try abs(own - number(row, "cost")) < 0.001)
    #expect(own <= budget && next > budget, "\(own) \(budget) \(next)")
    // The slope by arithmetic and the step by two runs: what follows is in both.
    if let slope = (row["next_unit"] as? NSNumber)?.doubleValue {
      #expect(abs(slope - (next - own)) < 0.01 * (next - own))
    }
  }

  @Test func theNearestValueThatKeepsTheLimits() throws {
    let row = try solve([
      "scenarios/jilin-2027", "--vary", "amount.tekun_home_standard", "--budget", "99%",
    ])
    #expect((row["limits_broken"] as? String)?.contains("L05c") == true)
    let kept = try number(row, "kept_value")
    func broken(_ value: Double) throws -> Int {
      let set = "amount.tekun_home_standard=\(Int(value)) CNY/person/month"
      let run = try Program.run("audit", "scenarios/jilin-2027", "--json", "--set", set)
      let rows = try #require(try run.object()["limits"] as? [[String: Any]], "\(run.err)")
      return rows.count { $0["verdict"] as? String == "broken" && $0["strictness"] as? String == "hard" }
    }
    #expect(try broken(kept) < (try broken(kept - 1)))
  }

  /// A standard moves in whole steps: between them a ratio moves nothing.
  @Test func flatStretchesAndLimitsOfTheBudget() throws {
    let row = try solve([
      Self.scenario, "--vary", "W09.ratio@rural", "--budget", "95%", "--year", "2029", "--step", "0.01",
    ])
    #expect(try number(row, "flat_from") < (try number(row, "value")))
    // Standards are never lowered: below last year's there is nothing to choose, whatever the budget.
    let short = try solve([
      Self.scenario, "--vary", "amount.dibao_standard@rural", "--budget", "10 10k CNY", "--year", "2027",
    ])
    #expect(short["ending"] as? String == "infeasible")
    let cheapest = try number(short, "value")
    #expect(try cheapest > 600 && (number(short, "cost")) > 100_000)
    let unbound = try solve([
      Self.scenario, "--vary", "N03.ratio", "--budget", "1 100m CNY", "--of", "temporary_assistance",
    ])
    #expect(try unbound["ending"] as? String == "unbound" && (number(unbound, "value")) == 100)
  }

  @Test func eachLeafForItself() throws {
    let result = try Program.run(
      "solve", Self.scenario, "--vary", "amount.dibao_standard", "--budget", "105%", "--each", "--json")
    let rows = try #require(try result.object()["solve"] as? [[String: Any]], "\(result.err)")
    #expect(rows.count == 7)
    for row in rows {
      let (cost, budget) = (try number(row, "cost"), try number(row, "budget"))
      #expect(try cost <= budget && (number(row, "next_cost")) > budget)
      #expect(try abs(budget - 1.05 * (number(row, "cost_before"))) < 0.01)
    }
  }

  /// The share of draws within the budget reaches the wanted one, and does not a step higher: common draws.
  @Test func withAProbability() throws {
    let row = try solve([
      Self.scenario, "--vary", "amount.dibao_standard@rural", "--budget", "36000 10k CNY", "--probability",
      "80%", "--draws", "256", "--seed", "0",
    ])
    #expect(try number(row, "probability") >= 0.8)
    // With the answer decided an ensemble of the same draws says the same.
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let ensemble = try Program.run(
      "ensemble", Self.scenario, "--set", row["set"] as? String ?? "", "--draws", "256", "--seed", "0",
      "--replicates", "1", "--keep", "--out", folder)
    #expect(ensemble.code == 0, "\(ensemble.err)")
    let draws = try String(contentsOfFile: folder + "/draws.csv", encoding: .utf8).split(separator: "\n")
    var costs: [Double] = []
    for line in draws {
      let cells = line.split(separator: ",").map(String.init)
      guard cells[1] == "371000", cells[2] == "2029", cells[3] == "total" else { continue }
      costs.append(Double(cells[4]) ?? .nan)
    }
    #expect(costs.count == 256)
    let within = costs.filter { $0 <= 360_000_000 }.count
    #expect(try Double(within) / 256 == number(row, "probability"))
    let plain = try solve([
      Self.scenario, "--vary", "amount.dibao_standard@rural", "--budget", "36000 10k CNY",
    ])
    #expect(try number(row, "value") < (try number(plain, "value")))
  }

  @Test func closingTheGap() throws {
    let result = try Program.run(
      "solve", Self.scenario, "--vary", "amount.dibao_standard@rural", "--close-gap", "2028", "--budget",
      "50000 10k CNY", "--json")
    let rows = try #require(try result.object()["path"] as? [[String: Any]], "\(result.err)")
    let last = rows.filter { $0["month"] as? String == "2028-01" }
    #expect(last.count == 7 && last.allSatisfy { ($0["ratio"] as? String).flatMap(Double.init) == 1 })
    let tight = try Program.run(
      "solve", Self.scenario, "--vary", "amount.dibao_standard@rural", "--close-gap", "2028", "--budget",
      "105%", "--lang", "en")
    #expect(tight.code == 0 && tight.text.contains("% of the gap can be closed by 2028"))
  }

  @Test func wrongQuestions() throws {
    for (arguments, code) in [
      (["--vary", "amount.dibao", "--budget", "1"], 1), (["--vary", "N03.ratio", "--budget", "much"], 64),
      (["--vary", "N03.ratio@999999", "--budget", "1"], 1), (["--vary", "N03.ratio"], 64),
      (["--vary", "N03.ratio", "--budget", "1", "--year", "1999"], 64),
      (["--vary", "N03.ratio", "--budget", "1", "--of", "nothing"], 1),
      (["--vary", "N03.ratio", "--budget", "1", "--region", "999999"], 1),
      (["--vary", "N03.ratio", "--budget", "1", "--from", "2028-01"], 64),
      (["--vary", "N12.months", "--budget", "1"], 1),
      (["--vary", "N03.ratio", "--budget", "5", "--each"], 64),
      (["--vary", "N03.ratio", "--budget", "1", "--probability", "120%"], 64),
      (["--vary", "N03.ratio", "--close-gap", "2028", "--budget", "1"], 64),
    ] {
      let result = try Program.run(["solve", Self.scenario] + arguments)
      #expect(result.code == Int32(code), "\(arguments): \(result.code) \(result.err)")
      #expect(result.out.isEmpty && !result.err.isEmpty)
    }
  }
}

import Foundation
import Testing
import _DoudiTestSupport

@Suite("doudi allocate")
struct AllocateCommandTests {
  private func rows(_ result: Program.Result) throws -> [[String: Any]] {
    try JSONSerialization.jsonObject(with: result.out) as? [[String: Any]] ?? []
  }

  private func allocate(_ spec: String, _ table: String) throws -> [[String: Any]] {
    let folder = try TemporaryFolder()
    try folder.write(spec, to: "spec.yaml")
    try folder.write(table, to: "rows.csv")
    let result = try Program.run("allocate", folder.path + "/spec.yaml", "--json")
    #expect(result.code == 0, "\(result.err)")
    return try rows(result)
  }

  /// What scripts read: an array, exact shares as fractions, whole amounts as numbers.
  @Test func theArrayHasExactShares() throws {
    let found = try allocate(
      "envelope: 100\nunit: yuan\nmethod: largest_remainder\nrows: rows.csv\n",
      "region,weight,cap\na,1,\nb,2,\nc,3,20\nd,4,\n")
    #expect(found.map { $0["region"] as? String } == ["a", "b", "c", "d"])
    #expect(found.map { $0["share_exact"] as? String } == ["80/7", "160/7", "20", "320/7"])
    #expect(found.map { $0["amount"] as? Int } == [11, 23, 20, 46])
    #expect(found.map { $0["bound"] as? String } == [nil, nil, "cap", nil])
    #expect(found.map { $0["moved"] as? Int } == [1, 3, -10, 6])
  }

  @Test(arguments: [
    ("100", ["100/3", "100/3", "100/3"]), ("200", ["50", "75", "75"]), ("300", ["50", "100", "150"]),
  ])
  func talmud(pot: String, expected: [String]) throws {
    let found = try allocate(
      "envelope: \(pot)\nunit: yuan\nmethod: talmud\nrows: rows.csv\n", "region,claim\na,100\nb,200\nc,300\n")
    #expect(found.map { $0["share_exact"] as? String } == expected)
  }

  /// Census counts and seats as in the tests of DoudiAllocation, from the US Census Bureau's tables.
  @Test(arguments: [1970, 1980, 1990, 2000, 2010, 2020])
  func seatsOfTheUSHouse(year: Int) throws {
    let path = Program.root + "/Tests/DoudiAllocationTests/Reference/house-seats.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    let header = try #require(lines.first { $0.contains("state") })
    let all = lines.filter { $0.count == header.count && $0[0] == "\(year)" }
    let (state, people, seats) = try (
      #require(header.firstIndex(of: "state")), #require(header.firstIndex(of: "population")),
      #require(header.firstIndex(of: "seats"))
    )
    let found = try allocate(
      "envelope: 435\nunit: seat\nmethod: huntington_hill\nrows: rows.csv\n",
      "region,weight\n" + all.map { "\($0[state]),\($0[people])" }.joined(separator: "\n") + "\n")
    #expect(found.count == 50)
    #expect(found.map { $0["amount"] as? Int } == all.map { Int($0[seats]) })
  }

  /// What is printed adds up as printed, in ten thousands of a hundred million.
  @Test func printedAmountsAddUp() throws {
    let page = try Program.run("allocate", "scenarios/central-pot-2018", "--lang", "en", "--unit", "yi").text
    let table = page.components(separatedBy: "\n\n")[0].split(separator: "\n")
    let amounts = table.compactMap { line -> Int? in
      guard let last = line.split(separator: " ").last, last.contains(".") else { return nil }
      return Int(last.filter { $0 != "." && $0 != "," })
    }
    // 31 provinces, then their total.
    #expect(amounts.count == 32 && amounts.last == 14_009_000)
    #expect(amounts.dropLast().reduce(0, +) == amounts.last)
  }

  @Test(arguments: [("central-pot-2016", 137_455_000_000), ("central-pot-2018", 140_090_000_000)])
  func theCentralPotIsGivenOutToTheFen(folder: String, yuan: Int) throws {
    let result = try Program.run("allocate", "scenarios/" + folder, "--json")
    let found = try rows(result)
    #expect(result.code == 0 && found.count == 31)
    #expect(found.reduce(0) { $0 + ($1["amount"] as? Int ?? 0) } == yuan * 100)
  }

  /// Seven units, the pot to the fen, every reserve of 5 CNY a resident met, chances between 0 and 1.
  @Test func aCitySubsidyOverUnitsWithTheirOwnReserves() throws {
    let found = try rows(try Program.run("allocate", "scenarios/weihai-subsidy", "--json"))
    #expect(found.count == 7)
    #expect(found.reduce(0) { $0 + ($1["amount"] as? Int ?? 0) } == 3_000_000_000)
    for one in found {
      let (amount, people) = (one["amount"] as? Int ?? 0, one["people"] as? Double ?? 0)
      #expect(people > 0 && amount > 0)
      let chance = try #require(one["short_probability"] as? Double)
      #expect((0...1).contains(chance))
      #expect((one["need_p05"] as? Double ?? 0) < (one["need_p95"] as? Double ?? 0))
    }
    let page = try Program.run("allocate", "scenarios/weihai-subsidy", "--lang", "en").text
    #expect(page.contains("reserve") && !page.contains("broken"))
  }

  @Test func filesAppearTogetherOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    let good = try Program.run(
      "allocate", "scenarios/central-pot-2018", "--out", folder.path + "/out", "--lang", "en")
    #expect(good.code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()
    #expect(
      names == [
        "allocation.csv", "assumptions.csv", "batches.csv", "equity.csv", "factors.csv", "rounding.csv",
        "summary.csv",
      ])
    try folder.write("envelope: 100\nunit: yuan\nrows: rows.csv\n", to: "bad.yaml")
    try folder.write("region,weight,floor\na,-1,60\nb,NaN,50\n", to: "rows.csv")
    let bad = try Program.run(
      "allocate", folder.path + "/bad.yaml", "--out", folder.path + "/none", "--lang", "en")
    #expect(bad.code == 1 && bad.text.isEmpty)
    #expect(
      bad.err.contains("rows.csv:2:3") && bad.err.contains("rows.csv:3:3") && bad.err.contains("DD1808"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/none"))
    #expect(try Program.run("allocate", folder.path + "/absent.yaml").code == 5)
  }

  /// `check` knows a specification by its keys, and a folder that holds one and no scenario.
  @Test func checkReadsSpecifications() throws {
    let good = try Program.run("check", "scenarios/central-pot-2016", "--lang", "en")
    #expect(good.code == 0 && good.err.contains("no problem found"))
    let folder = try TemporaryFolder()
    try folder.write("envelope: 100\nunit: yuan\nrows: rows.csv\n", to: "spec.yaml")
    try folder.write("region,weight\na,-1\n", to: "rows.csv")
    let bad = try Program.run("check", folder.path + "/spec.yaml", "--lang", "en", "--json")
    #expect(bad.code == 1 && bad.text.contains("DD1804"))
  }

  @Test func screensSpeakBothLanguages() throws {
    let zh = try Program.run("allocate", "scenarios/central-pot-2016", "--lang", "zh", "--unit", "yi").text
    #expect(zh.contains("单位：亿元") && zh.contains("资金总额1,374.5500亿元") && zh.contains("假设：fiscal"))
    let en = try Program.run("allocate", "scenarios/central-pot-2016", "--lang", "en", "--unit", "yi").text
    #expect(en.contains("in 100 million CNY") && en.contains("assumed: fiscal"))
    #expect(!zh.contains("Multiplier") && !en.contains("系数"))
  }

  /// The need is the money of the run to the fen, and the probability that of the ensemble's own draws.
  @Test func needsAreThoseOfTheRunAndItsDraws() throws {
    let folder = try TemporaryFolder()
    let scenario = Program.root + "/scenarios/weihai-2027"
    try folder.write(
      """
      envelope: 30000 10k CNY
      unit: fen
      rows: rows.csv
      weights: {product: [need]}
      need: {ensemble: \(scenario), output: total, year: 2027, draws: 64, seed: 3}
      """, to: "spec.yaml")
    let units = ["371002", "371003", "371071", "371072", "371073", "371082", "371083"]
    try folder.write("region\n" + units.joined(separator: "\n") + "\n", to: "rows.csv")
    let found = try rows(try Program.run("allocate", folder.path + "/spec.yaml", "--json"))
    let run = try Program.run("run", scenario, "--by", "year", "--json").object()
    var fen: [String: Int] = [:]
    for line in run["ledger"] as? [[String: Any]] ?? [] {
      guard let place = line["region"] as? String, (line["month"] as? String)?.hasPrefix("2027") == true
      else { continue }
      fen[place, default: 0] += line["fen"] as? Int ?? 0
    }
    #expect(found.map { $0["need"] as? Int } == units.map { fen[$0] })
    let drawn = try Program.run(
      "ensemble", scenario, "--draws", "64", "--seed", "3", "--replicates", "1", "--keep", "--out",
      folder.path + "/out")
    #expect(drawn.code == 0)
    let draws = try String(contentsOfFile: folder.path + "/out/draws.csv", encoding: .utf8).split(
      separator: "\n"
    )
    .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    for one in found {
      let (place, amount) = (one["region"] as? String ?? "", Double(one["amount"] as? Int ?? 0) / 100)
      let values = draws.filter { $0[1] == place && $0[2] == "2027" && $0[3] == "total" }.compactMap {
        Double($0[4])
      }
      #expect(values.count == 64)
      #expect(one["short_probability"] as? Double == Double(values.count { $0 > amount }) / 64)
    }
  }
}

import Foundation
import Testing

@Suite("doudi sweep")
struct SweepCommandTests {
  static let scenario = "scenarios/weihai-2027"

  private func design(_ text: String) throws -> (folder: String, path: String) {
    let folder = try Program.temporaryFolder()
    try text.write(toFile: folder + "/design.csv", atomically: true, encoding: .utf8)
    return (folder, folder + "/design.csv")
  }

  /// Money of the whole by year, in CNY, of a run.
  private func totals(_ arguments: [String]) throws -> [String: Double] {
    let list = arguments.flatMap { ["--set", $0] }.map { "'\($0)'" }.joined(separator: " ")
    let result = try Program.shell("$DOUDI run \(Self.scenario) --json --by year --level root \(list)")
    let rows = try #require(try result.object()["ledger"] as? [[String: Any]])
    return rows.reduce(into: [:]) { sums, row in
      let year = String((row["month"] as? String ?? "").prefix(4))
      sums[year, default: 0] += Double(row["fen"] as? Int ?? 0) / 100
    }
  }

  /// Exactly the draws given: each is the run with these values after --set.
  @Test func drawsOfADesignAreRuns() throws {
    let (folder, path) = try design(
      "draw,N03.ratio,D01.exit@371083\nlow,40,1.5\n\"high, too\",0.65,1.0\n".replacing("0.65", with: "65 %"))
    let result = try Program.run(
      "sweep", Self.scenario, "--design", path, "--keep", "--out", folder + "/o", "--lang", "en")
    #expect(result.code == 0, "\(result.err)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder + "/o").sorted()
        == ["draws.csv", "failed.csv", "fan.csv", "probabilities.csv"])
    let text = try String(contentsOfFile: folder + "/o/draws.csv", encoding: .utf8)
    #expect(text.hasPrefix("draw,region,year,output,value,status\nlow,371002,2027,dibao,"))
    // A name with a comma stays one field.
    #expect(text.contains("\n\"high, too\",371000,2029,total,"))
    for (name, set) in [
      ("low", ["N03.ratio=40", "D01.exit@371083=1.5"]),
      ("\"high, too\"", ["N03.ratio=65", "D01.exit@371083=1"]),
    ] {
      let official = try totals(set)
      for year in ["2027", "2028", "2029"] {
        let start = "\n\(name),371000,\(year),total,"
        let rest = try #require(text.range(of: start)).upperBound
        let value = try #require(Double(text[rest...].prefix { $0 != "," }))
        let expected = try #require(official[year])
        #expect(abs(value - expected) < 1e-7 * expected, "\(name) \(year)")
      }
    }
    let regions = Set(
      text.split(separator: "\n").filter { $0.hasPrefix("low,") }.map { $0.split(separator: ",")[1] })
    #expect(regions.count == 8)
  }

  @Test func faultsHaveTheirCodes() throws {
    for (text, code) in [
      ("draw,N03.rato\n0,50\n", "DD1711"), ("N03.ratio@999999\n50\n", "DD1711"), ("draw\n0\n", "DD1711"),
      ("N03.ratio\nmany\n", "DD1712"), ("draw,N03.ratio\n1,50\n1,51\n", "DD1704"),
    ] {
      let (folder, path) = try design(text)
      let result = try Program.run(
        "sweep", Self.scenario, "--design", path, "--out", folder + "/o", "--lang", "en")
      #expect(result.code == 1 && result.out.isEmpty, "\(text)")
      #expect(result.err.contains(code) && result.err.contains("design.csv"), "\(result.err)")
      #expect(!FileManager.default.fileExists(atPath: folder + "/o"))
    }
    #expect(try Program.run("sweep", Self.scenario, "--design", "none.csv").code == 5)
    #expect(try Program.run("sweep", Self.scenario, "--keep").code == 64)
    #expect(try Program.run("sweep", Self.scenario, "--design", "x.csv", "--tornado").code == 64)
    // What shapes the calculation itself is not drawn.
    let (_, path) = try design("N12.months\n3\n")
    #expect(try Program.run("sweep", Self.scenario, "--design", path).code == 1)
  }

  /// Both ends of a bar are official runs with the parameter at its quantiles.
  @Test func tornado() throws {
    let folder = try Program.temporaryFolder()
    try """
    schema: 1
    uncertainty: test
    inputs:
      - {id: ratio, parameter: N03.ratio, distribution: {uniform: {low: 50 %, high: 70 %}}}
      - {id: cost, parameter: W04.cost, distribution: {uniform: {low: 600, high: 700}}}

    """.write(toFile: folder + "/u.yaml", atomically: true, encoding: .utf8)
    let result = try Program.run(
      "sweep", Self.scenario, "--tornado", "--uncertainty", folder + "/u.yaml", "--out", folder + "/o",
      "--lang", "en")
    #expect(result.code == 0, "\(result.err)")
    let rows = try EnsembleCommandTests.rows(folder + "/o/tornado.csv")
    #expect(rows[0] == ["input", "parameter", "region", "year", "output", "low", "middle", "high"])
    let bars = rows.filter { $0[2] == "371000" && $0[3] == "2029" }
    // The widest first.
    #expect(bars.map { $0[0] } == ["ratio", "cost"])
    let runs = try ["52", "60", "68"].map { try totals(["N03.ratio=\($0)", "W04.cost=650"])["2029"] ?? 0 }
    for (written, expected) in zip(bars[0][5...7], runs) {
      #expect(abs((Double(written) ?? 0) - expected) < 10, "\(written), \(expected)")
    }
    // Another output by name.
    let other = try Program.run(
      "sweep", Self.scenario, "--tornado", "--uncertainty", folder + "/u.yaml", "--of", "persons.dibao",
      "--lang", "en")
    #expect(other.code == 0 && other.text.contains("persons.dibao"), "\(other.err)")
  }

  /// What one unit costs is the difference of two official runs.
  @Test func reckoner() throws {
    let folder = try Program.temporaryFolder()
    let result = try Program.run("sweep", Self.scenario, "--out", folder + "/o", "--lang", "en")
    #expect(result.code == 0 && result.text.contains("+1 pp a year"), "\(result.err)")
    let rows = try EnsembleCommandTests.rows(folder + "/o/reckoner.csv")
    for (name, central, more) in [("N03.ratio", "54.5", "55.5"), ("W04.cost_share", "50", "51")] {
      let row = try #require(
        rows.first {
          $0[0] == name && $0[5] == "371000" && $0[6] == "2029" && $0[7] == "total" && $0[8] == "all"
        })
      let change = try totals(["\(name)=\(more)"])["2029"] ?? 0
      let base = try totals(["\(name)=\(central)"])["2029"] ?? 0
      #expect(abs((Double(row[9]) ?? 0) - (change - base)) < 0.01 * abs(change - base) + 10, "\(name)")
    }
  }

  /// The reference model: parameters, and figures of one region; the whole is called "all".
  @Test func yearlyScenarios() throws {
    let (folder, path) = try design("draw,g,sigma@110000,u\na,0.045,0.62,0.75\nb,0.02,0.5,0.9\n")
    let result = try Program.run(
      "sweep", "scenarios/reference", "--design", path, "--keep", "--out", folder + "/o")
    #expect(result.code == 0, "\(result.err)")
    let rows = try EnsembleCommandTests.rows(folder + "/o/draws.csv")
    #expect(rows[0] == ["draw", "region", "year", "output", "value", "status"])
    // 31 regions with ten outputs, the whole with nine: a standard has no sum.
    #expect(rows.count == 1 + 2 * 10 * (31 * 10 + 9))
    #expect(rows.dropFirst().allSatisfy { $0.count == 6 && $0[5] == "ok" })
    // Draw a is the scenario itself.
    let run = try Program.run("run", "scenarios/reference", "--json").object()
    let reference = try #require(run["reference"] as? [[String: Any]])
    var figures: [String: Double] = [:]
    for row in reference {
      for (key, value) in row where key != "region" && key != "year" {
        figures["\(row["region"] ?? ""),\(row["year"] ?? ""),\(key)"] = (value as? NSNumber)?.doubleValue
      }
    }
    for row in rows.dropFirst() where row[0] == "a" && row[1] != "all" {
      let expected = try #require(figures["\(row[1]),\(row[2]),\(row[3])"])
      let value = try #require(Double(row[4]))
      #expect(abs(value - expected) <= 1e-11 * abs(expected), "\(row)")
    }
    let (_, wrong) = try design("gg\n1\n")
    #expect(try Program.run("sweep", "scenarios/reference", "--design", wrong).code == 1)
  }

  /// The reckoner of a yearly scenario: five points of take-up cost what two runs differ by.
  @Test func reckonerOfAYearlyScenario() throws {
    let folder = try Program.temporaryFolder()
    let result = try Program.run("sweep", "scenarios/reference", "--out", folder + "/o", "--lang", "en")
    #expect(result.code == 0, "\(result.err)")
    for words in ["+5 pp", "+1 pp a year", "+0.1", "+1 CNY/person/month", "u take-up", "year 10"] {
      #expect(result.text.contains(words), "\(words)")
    }
    let rows = try EnsembleCommandTests.rows(folder + "/o/reckoner.csv")
    #expect(
      rows[0] == [
        "lever", "kind", "step", "effect", "step_unit", "region", "year", "output", "part", "change", "unit",
      ])
    func figure(_ set: [String], _ region: String) throws -> Double {
      let run = try Program.run(["run", "scenarios/reference", "--json"] + set).object()
      let table = try #require(run["reference"] as? [[String: Any]])
      let row = try #require(
        table.first { "\($0["region"] ?? "")" == region && "\($0["year"] ?? "")" == "10" })
      return try #require((row["total"] as? NSNumber)?.doubleValue)
    }
    let row = try #require(
      rows.first { $0[0] == "u" && $0[5] == "110000" && $0[6] == "10" && $0[7] == "total" })
    #expect(row[1] == "take_up" && row[2] == "5" && row[4] == "%" && row[8] == "all")
    let difference = try figure(["--set", "u=0.8"], "110000") - figure([], "110000")
    #expect(abs(try #require(Double(row[9])) - difference) < 1e-7 * abs(difference))
    // A standard has no sum: leaves only.
    #expect(
      rows.contains { $0[5] == "110000" && $0[7] == "Z" } && !rows.contains { $0[5] == "all" && $0[7] == "Z" }
    )
  }
}

import Foundation
import Testing

@Suite("doudi ensemble")
struct EnsembleCommandTests {
  static let scenario = "scenarios/weihai-2027"

  /// Rows of a CSV file without quotes, the header first.
  static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func filesAndScreen() throws {
    let folder = try Program.temporaryFolder()
    let result = try Program.run(
      "ensemble", Self.scenario, "--draws", "160", "--seed", "0", "--out", folder + "/a", "--keep", "--lang",
      "en")
    #expect(result.code == 0, "\(result.err)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder + "/a").sorted()
        == ["draws.csv", "failed.csv", "fan.csv", "probabilities.csv"])
    #expect(try Self.rows(folder + "/a/failed.csv") == [["draw", "region", "year", "output"]])
    // The seed is always printed, and 0 is one.
    #expect(result.text.contains("160 draws (sobol, seed 0)"))
    let fan = try Self.rows(folder + "/a/fan.csv")
    let levels = ["05", "10", "25", "50", "75", "90", "95"]
    #expect(
      fan[0] == ["region", "year", "output", "unit", "central", "mean", "sd"] + levels.map { "p" + $0 }
        + levels.map { "se" + $0 } + ["failed"])
    let root = try #require(fan.first { $0[0] == "371000" && $0[1] == "2029" && $0[2] == "total" })
    let quantiles = root[7...13].compactMap(Double.init)
    #expect(quantiles == quantiles.sorted() && quantiles.count == 7)
    // Every draw of every figure that the fan has, and the same median.
    let draws = try Self.rows(folder + "/a/draws.csv")
    #expect(draws[0] == ["draw", "region", "year", "output", "value", "status"])
    let own = draws.dropFirst().filter { $0[1] == "371000" && $0[2] == "2029" && $0[3] == "total" }
    #expect(own.map { $0[0] } == (0..<160).map { "\($0)" } && own.allSatisfy { $0[5] == "ok" })
    let values = own.compactMap { Double($0[4]) }.sorted()
    #expect(abs((values[79] + values[80]) / 2 - quantiles[3]) < 1e-6)
    let chances = try Self.rows(folder + "/a/probabilities.csv")
    #expect(chances[0] == ["kind", "id", "region", "year", "bound", "probability"])
    let ceiling = try #require(chances.first { $0[0] == "ceiling" })
    let above = values.filter { $0 > 360_000_000 }.count
    #expect(ceiling[4] == "360000000" && Double(ceiling[5]) == Double(above) / 160)
  }

  /// Without a file of uncertain parameters the way to one is told.
  @Test func withoutUncertainParameters() throws {
    for command in [["ensemble"], ["sensitivity"], ["sweep", "--tornado"]] {
      let result = try Program.run(command + ["scenarios/jilin-2027", "--lang", "en"])
      #expect(result.code == 5 && result.err.contains("DD1001"), "\(command) \(result.code)")
      #expect(
        result.err.contains("docs/uncertainty.md") && result.err.contains("doudi schema uncertainty"),
        "\(result.err)")
    }
    // A file that is there and faulty needs no such hint.
    let folder = try Program.temporaryFolder()
    try "schema: 2\n".write(toFile: folder + "/u.yaml", atomically: true, encoding: .utf8)
    let result = try Program.run(
      "ensemble", Self.scenario, "--uncertainty", folder + "/u.yaml", "--lang", "en")
    #expect(result.code == 1 && !result.err.contains("docs/uncertainty.md"), "\(result.err)")
  }

  /// The same seed gives the same bytes, another one does not, whatever the language and the zone.
  @Test func seedsFixTheBytes() throws {
    func json(_ seed: String, _ method: String, _ language: String) throws -> Program.Result {
      try Program.run(
        "ensemble", Self.scenario, "--draws", "64", "--seed", seed, "--method", method, "--json", "--lang",
        language)
    }
    let first = try json("5", "sobol", "zh")
    #expect(first.code == 0 && first.text.contains("\"seed\":5"))
    #expect(try json("5", "sobol", "en").out == first.out)
    #expect(try json("6", "sobol", "zh").out != first.out)
    #expect(try json("5", "lhs", "zh").out != first.out)
    #expect(try json("5", "mc", "zh").code == 0)
  }

  @Test func faultsHaveTheirCodes() throws {
    #expect(try Program.run("ensemble", Self.scenario, "--keep").code == 64)
    #expect(try Program.run("ensemble", Self.scenario, "--draws", "0").code == 64)
    #expect(try Program.run("ensemble", Self.scenario, "--method", "dice").code == 64)
    #expect(try Program.run("ensemble", Self.scenario, "--replicates", "0").code == 64)
    #expect(try Program.run("ensemble", "scenarios/jimo-2027").code == 5)
    let folder = try Program.temporaryFolder()
    try """
    schema: 1
    uncertainty: test
    inputs:
      - {parameter: D01.entyr, effect: multiply, distribution: {normal: {mean: 1, sd: 0.1}}}
    """.write(toFile: folder + "/u.yaml", atomically: true, encoding: .utf8)
    let wrong = try Program.run(
      "ensemble", Self.scenario, "--uncertainty", folder + "/u.yaml", "--lang", "en", "--out", folder + "/o")
    #expect(wrong.code == 1 && wrong.out.isEmpty)
    #expect(wrong.err.contains("DD1702") && wrong.err.contains("did you mean \"D01.entry\"?"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/o"))
  }

  /// Covariances and components of all money: variances are those of the fan, shares add up, the same in JSON.
  @Test func components() throws {
    let folder = try Program.temporaryFolder()
    let arguments = ["ensemble", Self.scenario, "--draws", "512", "--components", "--lang", "en"]
    let result = try Program.run(arguments + ["--out", folder + "/a"])
    #expect(result.code == 0 && result.text.contains("How regions move together"), "\(result.err)")
    let covariance = try Self.rows(folder + "/a/covariance.csv")
    #expect(covariance[0] == ["region", "other", "year", "output", "covariance", "correlation"])
    let fan = try Self.rows(folder + "/a/fan.csv").filter { $0[1] == "2029" && $0[2] == "total" }
    var trace = 0.0
    for row in covariance.dropFirst() where row[0] == row[1] {
      let deviation = try #require(fan.first { $0[0] == row[0] }.flatMap { Double($0[6]) })
      let variance = try #require(Double(row[4]))
      trace += variance
      // The fan divides by n, covariances by n - 1.
      #expect(abs(variance / (deviation * deviation) - 1) < 0.003 && row[2...3] == ["2029", "total"])
    }
    // The whole's variance is the sum of all covariances.
    let sum = covariance.dropFirst().reduce(0.0) { $0 + ($1[0] == $1[1] ? 1 : 2) * (Double($1[4]) ?? .nan) }
    let whole = try #require(fan.first { $0[0] == "371000" }.flatMap { Double($0[6]) })
    #expect(abs(sum / (whole * whole) - 1) < 0.003 && trace < sum)
    let components = try Self.rows(folder + "/a/components.csv")
    #expect(components[0] == ["component", "share", "region", "loading"])
    let regions = Set(components.dropFirst().map { $0[2] }).count
    let shares = stride(from: 1, to: components.count, by: regions).compactMap { Double(components[$0][1]) }
    #expect(shares == shares.sorted(by: >) && abs(shares.reduce(0, +) - 1) < 1e-9)
    let first = components.dropFirst().prefix(regions).compactMap { Double($0[3]) }
    #expect(abs(first.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
    let json = try Program.run(arguments + ["--json"]).object()
    #expect((json["covariance"] as? [Any])?.count == covariance.count - 1)
    #expect((json["components"] as? [Any])?.count == components.count - 1)
    let other = try Program.run(arguments + ["--of", "dibao"])
    #expect(other.text.contains("dibao of 2029"))
  }

  @Test func componentsWithoutSense() throws {
    for wrong in [
      ["--of", "total"], ["--components", "--shard", "0/2", "--out", "x"], ["--components", "--draw", "1"],
    ] {
      #expect(try Program.run(["ensemble", Self.scenario] + wrong).code == 64, "\(wrong)")
    }
    let wrong = try Program.run("ensemble", Self.scenario, "--components", "--of", "dibo", "--lang", "en")
    #expect(wrong.code == 1 && wrong.err.contains("did you mean \"dibao\"?"))
  }
}

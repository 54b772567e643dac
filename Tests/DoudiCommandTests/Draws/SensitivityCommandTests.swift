import Foundation
import Testing

/// Two costs that enter all money as products with constants: the shares follow from their ranges and from
/// what official runs say that one unit of each costs.
@Suite("doudi sensitivity")
struct SensitivityCommandTests {
  private static let scenario = "scenarios/weihai-2027"
  private static let inputs = [
    (name: "W04.cost", low: 500.0, high: 900.0), (name: "N18.premium", low: 200.0, high: 600.0),
  ]

  private func file() throws -> (folder: String, path: String) {
    let folder = try Program.temporaryFolder()
    let lines = Self.inputs.map {
      "  - {id: \($0.name), parameter: \($0.name), distribution: {uniform: {low: \($0.low), high: \($0.high)}}}"
    }
    try "schema: 1\nuncertainty: test\ninputs:\n\(lines.joined(separator: "\n"))\n"
      .write(toFile: folder + "/u.yaml", atomically: true, encoding: .utf8)
    return (folder, folder + "/u.yaml")
  }

  /// All money of 2029 of an official run, CNY.
  private func total(_ name: String, _ value: Double) throws -> Double {
    let result = try Program.run(
      "run", Self.scenario, "--json", "--by", "year", "--level", "root", "--set", "\(name)=\(value)")
    let rows = try #require(try result.object()["ledger"] as? [[String: Any]])
    return rows.filter { ($0["month"] as? String ?? "").hasPrefix("2029") }
      .reduce(0.0) { $0 + Double($1["fen"] as? Int ?? 0) / 100 }
  }

  private func spans() throws -> [Double] {
    try Self.inputs.map { abs(try total($0.name, $0.high) - total($0.name, $0.low)) }
  }

  @Test(arguments: ["chaos", "saltelli", "shapley", "linear"]) func sharesOfTwoCosts(_ method: String) throws
  {
    let spans = try spans()
    let whole = spans.reduce(0) { $0 + $1 * $1 }
    let (folder, path) = try file()
    let result = try Program.run(
      "sensitivity", Self.scenario, "--uncertainty", path, "--method", method, "--out", folder + "/o")
    #expect(result.code == 0 && result.err.contains("1"), "\(result.err)")
    let rows = try EnsembleCommandTests.rows(folder + "/o/sensitivity.csv")
    let column = try #require(
      rows[0].firstIndex(of: ["shapley": "shapley", "linear": "share"][method] ?? "first"))
    for (place, one) in Self.inputs.enumerated() {
      let row = try #require(
        rows.first { $0[1] == one.name && $0[3] == "371000" && $0[4] == "2029" && $0[5] == "total" })
      let share = try #require(Double(row[column]))
      #expect(abs(share - spans[place] * spans[place] / whole) < 0.02, "\(method) \(one.name): \(share)")
    }
  }

  /// Morris' mean effect of a linear parameter is what its whole range moves.
  @Test func screening() throws {
    let spans = try spans()
    let (folder, path) = try file()
    let result = try Program.run(
      "sensitivity", Self.scenario, "--uncertainty", path, "--method", "morris", "--seed", "0", "--out",
      folder + "/o", "--lang", "en")
    #expect(result.code == 0 && result.err.contains("seed 0"), "\(result.err)")
    let rows = try EnsembleCommandTests.rows(folder + "/o/sensitivity.csv")
    let column = try #require(rows[0].firstIndex(of: "mu_star"))
    for (place, one) in Self.inputs.enumerated() {
      let row = try #require(
        rows.first { $0[1] == one.name && $0[3] == "371000" && $0[4] == "2029" && $0[5] == "total" })
      let effect = try #require(Double(row[column]))
      #expect(abs(effect - spans[place]) < 0.001 * spans[place], "\(one.name): \(effect), \(spans[place])")
    }
  }

  /// The derivative of a linear parameter is what a unit of it costs in official runs; the note has both spreads.
  @Test func derivatives() throws {
    let spans = try spans()
    let (folder, path) = try file()
    let result = try Program.run(
      "sensitivity", Self.scenario, "--uncertainty", path, "--method", "linear", "--out", folder + "/o",
      "--lang", "en", "--step", "0.5")
    #expect(result.code == 0 && result.text.contains("5 runs"), "\(result.err)")
    let rows = try EnsembleCommandTests.rows(folder + "/o/sensitivity.csv")
    #expect(rows[0].suffix(5) == ["per", "derivative", "share", "linear_sd", "failed"])
    let root = rows.filter { $0[3] == "371000" && $0[4] == "2029" && $0[5] == "total" }
    for (place, one) in Self.inputs.enumerated() {
      let row = try #require(root.first { $0[1] == one.name })
      let (slope, exact) = (try #require(Double(row[7])), spans[place] / (one.high - one.low))
      #expect(abs(slope - exact) < 1e-5 * exact, "\(one.name): \(slope), \(exact)")
    }
    // Uniform costs: the deviation is the span over the root of 12, both together by Pythagoras.
    let deviation = (spans.reduce(0) { $0 + $1 * $1 } / 12).squareRoot()
    #expect(abs(try #require(Double(root[0][9])) - deviation) < 1e-5 * deviation)
    let words = "Standard deviation: "
    let line = try #require(result.text.split(separator: "\n").first { $0.hasPrefix(words) })
    let shown = line.dropFirst(words.count).split(separator: " ").compactMap {
      Double($0.replacing(",", with: ""))
    }
    #expect(abs(try #require(shown.first) * 10_000 - deviation) < 60, "\(line)")
    #expect(line.contains("by 512 draws"))
    for wrong in [["--method", "linear", "--step", "0"], ["--step", "1"]] {
      #expect(try Program.run(["sensitivity", Self.scenario] + wrong).code == 64)
    }
  }

  /// A ratio above 100 % has no result: a fifth of the runs, said on the screen, in the file and in JSON, where standard
  /// errors stand, too.
  @Test(arguments: ["chaos", "saltelli", "morris", "shapley"]) func failedRunsAndErrors(_ method: String)
    throws
  {
    let folder = try Program.temporaryFolder()
    try """
    schema: 1
    uncertainty: test
    inputs:
      - {id: ratio, parameter: N03.ratio, distribution: {uniform: {low: 60 %, high: 110 %}}}
      - {id: cost, parameter: W04.cost, distribution: {uniform: {low: 600, high: 700}}}

    """.write(toFile: folder + "/u.yaml", atomically: true, encoding: .utf8)
    let all = [
      "sensitivity", Self.scenario, "--uncertainty", folder + "/u.yaml", "--method", method, "--draws", "64",
      "--lang", "en",
    ]
    let result = try Program.run(all + ["--out", folder + "/o"])
    #expect(result.code == 0, "\(result.err)")
    let rows = try EnsembleCommandTests.rows(folder + "/o/sensitivity.csv")
    let column = try #require(rows[0].firstIndex(of: "failed"))
    func failed(_ output: String) throws -> Double {
      let row = try #require(rows.first { $0[3] == "371000" && $0[4] == "2029" && $0[5] == output })
      return try #require(Double(row[column]))
    }
    let total = try failed("total")
    let note = try #require(result.text.split(separator: "\n").first { $0.contains("runs have no result") })
    let counts = note.split(separator: " ").compactMap { Double($0) }
    #expect(counts.first == total && counts.count >= 2, "\(note)")
    #expect(abs(total / counts[1] - 0.2) < 0.06, "\(note)")
    let hasErrors = method != "chaos"
    #expect(result.text.contains("Standard error") == hasErrors)
    let json = try Program.run(all + ["--json"]).object()
    let first = try #require((json["sensitivity"] as? [[String: Any]])?.first)
    #expect(first["failed"] != nil)
    if method == "saltelli" { #expect(first["first_se"] != nil && first["total_se"] != nil) }
  }

  @Test func yearlyScenariosAndWrongWords() throws {
    let result = try Program.run("sensitivity", "scenarios/reference", "--of", "dibao", "--lang", "en")
    #expect(result.code == 0 && result.text.contains("dibao of year 10"), "\(result.err)")
    let wrong = try Program.run("sensitivity", "scenarios/reference", "--of", "dibo", "--lang", "en")
    #expect(wrong.code == 1 && wrong.err.contains("did you mean \"dibao\"?"))
    #expect(try Program.run("sensitivity", Self.scenario, "--method", "guess").code == 64)
    #expect(try Program.run("sensitivity", Self.scenario, "--uncertainty", "none.yaml").code == 5)
  }
}

import Foundation
import Testing

@Suite("doudi calibrate")
struct CalibrateCommandTests {
  private static let scenario = "scenarios/weihai-2027"

  /// A file of targets in a new folder.
  private func file(_ rows: String) throws -> (folder: String, path: String) {
    let folder = try Program.temporaryFolder()
    try ("region,year,output,value\n" + rows)
      .write(toFile: folder + "/t.csv", atomically: true, encoding: .utf8)
    return (folder, folder + "/t.csv")
  }

  /// What is wrong with parameters and with targets is said at once.
  @Test func faultsOfBothAtOnce() throws {
    let (folder, path) = try file("371000,2029,dibo,5\n371000,1999,dibao,5\n")
    let result = try Program.run(
      "calibrate", Self.scenario, "--targets", path, "--with", "N03.rato", "--with", "D01.exit=9:1", "--out",
      folder + "/o", "--lang", "en")
    #expect(result.code == 1 && result.out.isEmpty)
    for words in ["--with N03.rato", "--with D01.exit=9:1", "t.csv:2", "t.csv:3"] {
      #expect(result.err.contains(words), "\(words): \(result.err)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/o"))
  }

  /// Money and persons of official runs with two other values are the targets; the values come back, in both languages
  /// and in all forms of output, and the line printed gives the figures printed.
  @Test func valuesOfAnotherRunAreFound() throws {
    let truth = [("D01.exit", "0.7 %/month"), ("N03.ratio", "48 %")]
    let all = truth.flatMap { ["--set", "\($0.0)=\($0.1)"] }
    let rows = try [2027, 2028, 2029].flatMap { year in
      let figures = try figures(all, year)
      return ["dibao", "persons.dibao"].map { "371000,\(year),\($0),\(figures[$0] ?? .nan)\n" }
    }.joined()
    let (folder, path) = try file(rows)
    let result = try Program.run(
      "calibrate", Self.scenario, "--targets", path, "--with", "D01.exit", "--with", "N03.ratio", "--out",
      folder + "/o", "--lang", "en")
    #expect(result.code == 0 && result.text.contains("\nConverged\n"), "\(result.err) \(result.text)")
    #expect(result.text.contains("To run it: --set 'D01.exit=0.7") && result.err.contains("calibration.csv"))
    let found = try EnsembleCommandTests.rows(folder + "/o/calibration.csv")
    #expect(found[0] == ["parameter", "unit", "before", "after", "standard_error", "at_bound"])
    for (row, value) in zip(found.dropFirst(), [0.7, 48]) {
      #expect(abs(try #require(Double(row[3])) / value - 1) < 1e-5, "\(row)")
      #expect(try #require(Double(row[4])) < 0.001 * value && row[5].isEmpty)
    }
    let targets = try EnsembleCommandTests.rows(folder + "/o/targets.csv")
    #expect(
      targets[0] == [
        "region", "year", "output", "unit", "weight", "target", "before", "after", "residual",
      ])
    let written = found.dropFirst().flatMap { ["--set", "\($0[0])=\($0[3]) \($0[1])"] }
    for row in targets.dropFirst() {
      let official = try figures(Array(written), Int(row[1]) ?? 0)
      #expect(Double(row[7]) == official[row[2]], "\(row)")
      #expect(abs(try #require(Double(row[8]))) <= 1e-5 * (Double(row[5]) ?? 0))
    }
    let json = try Program.run(
      "calibrate", Self.scenario, "--targets", path, "--with", "D01.exit", "--with", "N03.ratio", "--json")
    let search = try #require((try json.object()["search"] as? [[String: Any]])?.first)
    #expect(search["reason"] as? String == "converged")
    #expect(try #require(search["largest_difference_from_draws"] as? Double) < 1e-6)
    #expect((try json.object()["targets"] as? [Any])?.count == 6)
    #expect(
      try Program.run(
        "calibrate", Self.scenario, "--targets", path, "--with", "D01.exit", "--with", "N03.ratio"
      ).text.contains("已收敛"))
  }

  /// A year's figures of the whole of an official run: those of `ensemble`'s column "central".
  private func figures(_ settings: [String], _ year: Int) throws -> [String: Double] {
    let folder = try Program.temporaryFolder()
    let result = try Program.run(
      ["ensemble", Self.scenario, "--draws", "8", "--out", folder + "/o"] + settings)
    #expect(result.code == 0, "\(result.err)")
    let rows = try EnsembleCommandTests.rows(folder + "/o/fan.csv")
    return rows.filter { $0[0] == "371000" && $0[1] == "\(year)" }.reduce(into: [:]) {
      $0[$1[2]] = Double($1[4])
    }
  }

  /// No answer is an error that names what is at fault.
  @Test func noAnswer() throws {
    let (_, path) = try file("371000,2029,dibao,180000000\n")
    let rank = try Program.run(
      "calibrate", Self.scenario, "--targets", path, "--with", "D01.exit", "--with", "N03.ratio", "--lang",
      "en")
    #expect(rank.code == 1 && rank.out.isEmpty)
    #expect(rank.err.contains("cannot tell D01.exit, N03.ratio apart"), "\(rank.err)")
    let none = try Program.run(
      "calibrate", Self.scenario, "--targets", path, "--with", "W04.cost", "--lang", "zh")
    #expect(none.code == 1 && none.err.contains("W04.cost不影响任何目标"), "\(none.err)")
    let bound = try Program.run(
      "calibrate", Self.scenario, "--targets", path, "--with", "N03.ratio=50:52", "--lang", "en")
    #expect(bound.code == 0 && bound.text.contains("N03.ratio at a bound") && bound.text.contains("upper"))
  }

  /// One value for a ratio that differs by area cannot come nearer than the file that the targets were taken from.
  @Test func severalValuesBecomeOne() throws {
    let rows = try [2027, 2029].flatMap { year in
      let figures = try figures([], year)
      return ["dibao", "tekun"].map { "371000,\(year),\($0),\(figures[$0] ?? .nan)\n" }
    }.joined()
    let (_, path) = try file(rows)
    let result = try Program.run(
      "calibrate", Self.scenario, "--targets", path, "--with", "W09.ratio", "--lang", "en")
    #expect(result.code == 0 && result.text.contains("W09.ratio had several values (27.6 to 38.7)"))
    #expect(result.text.contains("Further from the targets than before"), "\(result.text)")
  }

  @Test func faultsHaveTheirPlaces() throws {
    let (_, path) = try file("371000,2029,dibo,180000000\n371000,2027,dibao,many\n")
    let wrong = try Program.run(
      "calibrate", Self.scenario, "--targets", path, "--with", "N03.ratio", "--lang", "en")
    #expect(wrong.code == 1 && wrong.out.isEmpty)
    for text in ["DD1722", "t.csv:2:13", "did you mean \"dibao\"?", "DD1723", "t.csv:3:19"] {
      #expect(wrong.err.contains(text), "\(text): \(wrong.err)")
    }
    let parameter = try Program.run(
      "calibrate", Self.scenario, "--targets", path, "--with", "N03.rato", "--lang", "en")
    #expect(parameter.code == 1 && parameter.err.contains("--with N03.rato:1:1"))
    // What shapes the calculation itself cannot be found by slopes.
    let (_, good) = try file("371000,2029,dibao,180000000\n")
    #expect(
      try Program.run("calibrate", Self.scenario, "--targets", good, "--with", "N12.months").code == 1)
    #expect(
      try Program.run("calibrate", Self.scenario, "--targets", "none.csv", "--with", "N03.ratio").code == 5)
    #expect(try Program.run("calibrate", Self.scenario, "--targets", good).code == 64)
    #expect(try Program.run("calibrate", Self.scenario, "--with", "N03.ratio").code == 64)
  }

  @Test func yearlyScenarios() throws {
    let (_, path) = try file("all,5,dibao,5e10\n110000,5,dibao,1.5e8\n")
    let result = try Program.run(
      "calibrate", "scenarios/reference", "--targets", path, "--with", "phi_target", "--with", "u@110000=0:1",
      "--lang", "en")
    #expect(result.code == 0 && result.text.contains("--set phi_target=0."), "\(result.err)")
  }
}

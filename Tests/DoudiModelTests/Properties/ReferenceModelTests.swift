import DoudiInputs
import DoudiModel
import Foundation
import Testing
import _DoudiTestSupport

/// The reference model, made of general forms, against one written out plainly: 1e-11 of every figure.
@Suite struct ReferenceModelTests {
  static let folder = Shipped.folder + "/reference"
  static let columns = ["P", "C", "Y", "sigma", "beta", "phi0", "cap", "N", "G", "K", "w", "A", "n"]
  static let parameters = ["g", "pi", "phi_target", "u", "s", "v", "x", "e", "m", "h", "kappa", "q"]

  /// Rows of a table by its first column.
  private static func table(_ text: String) -> [String: [String: Double]] {
    let rows = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    var found: [String: [String: Double]] = [:]
    for row in rows.dropFirst() {
      found[row[0]] = Dictionary(
        uniqueKeysWithValues: zip(rows[0], row).dropFirst().map { ($0, Double($1) ?? .nan) })
    }
    return found
  }

  private static func compare(_ regions: String, _ parameters: String, data: String?) throws {
    let (model, problems) = YearlyFolder.load(folder, data: data)
    let found = try #require(model, "\(problems)")
    #expect(found.outputs == ReferenceStep.outputs && found.years == 10)
    let (rows, values) = (table(regions), table(parameters).mapValues { $0["value"] ?? .nan })
    #expect(found.regions.count == rows.count)
    for (region, results) in zip(found.regions, try YearlyFolder.results(found)) {
      let plain = ReferenceStep(p: values, r: rows[region] ?? [:]).years(found.years)
      for (year, (a, b)) in zip(results, plain).enumerated() {
        for (output, (x, y)) in zip(ReferenceStep.outputs, zip(a, b)) {
          #expect(
            abs(x - y) <= 1e-11 * abs(y), "\(region), year \(year + 1), \(output): \(x), written plainly \(y)"
          )
        }
      }
    }
  }

  @Test func theShippedTables() throws {
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
    }
    try Self.compare(text("regions.csv"), text("parameters.csv"), data: nil)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func randomTables(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * random.unit() }
    let ranges: [String: (Double, Double)] = [
      "P": (1e3, 1e8), "C": (4000, 60_000), "sigma": (0.2, 1.1), "beta": (0, 1.8),
      "phi0": (0.05, 0.6), "cap": (0, 0.05), "G": (0, 1e5), "K": (0, 1e5), "w": (0, 1), "A": (0, 9000),
      "n": (-0.03, 0.03), "g": (-0.1, 0.12), "pi": (-0.03, 0.08), "phi_target": (0.05, 0.7), "u": (0, 1),
      "s": (0.5, 1.6), "v": (-0.03, 0.03), "x": (0, 0.5), "e": (0, 1), "m": (1, 2), "h": (0, 0.02),
      "kappa": (-0.05, 0.05), "q": (0, 0.05),
    ]
    func value(_ name: String) -> Double { ranges[name].map { between($0.0, $0.1) } ?? .nan }
    var regions = "region," + Self.columns.joined(separator: ",") + "\n"
    for region in 0..<20 {
      var row = Dictionary(uniqueKeysWithValues: Self.columns.map { ($0, value($0)) })
      row["Y"] = (row["C"] ?? 0) * between(1, 2.5)
      row["N"] = (row["P"] ?? 0) * between(0, 0.1)
      regions += "r\(region)," + Self.columns.map { "\(row[$0] ?? .nan)" }.joined(separator: ",") + "\n"
    }
    let parameters = "name,value\n" + Self.parameters.map { "\($0),\(value($0))" }.joined(separator: "\n")
    let folder = try TemporaryFolder()
    try folder.write(regions, to: "regions.csv")
    try folder.write(parameters + "\n", to: "parameters.csv")
    try Self.compare(regions, parameters, data: folder.path)
  }

  /// A line so far below incomes that nobody is under it: no top-up, and no figure that is none.
  @Test func nobodyBelowTheLine() throws {
    let columns = Self.columns.joined(separator: ",")
    let regions = "region,\(columns)\nx,1000,10,1e9,0.1,1,0.3,0.02,50,5,3,0.2,2400,0\n"
    let parameters = try String(contentsOfFile: Self.folder + "/parameters.csv", encoding: .utf8)
    let folder = try TemporaryFolder()
    try folder.write(regions, to: "regions.csv")
    try Self.compare(regions, parameters, data: folder.path)
    let model = try #require(YearlyFolder.load(Self.folder, data: folder.path).model)
    let first = try YearlyFolder.results(model)[0][0]
    #expect(first[0] == 0 && first[1] == 0 && first.allSatisfy(\.isFinite))
  }
}

import Foundation
import Testing

/// `doudi run scenarios/reference`: the shapes that other programs read.
@Suite struct ReferenceRunTests {
  @Test func theObjectHasTheContractsKeys() throws {
    let result = try Program.run("run", "scenarios/reference", "--json")
    #expect(result.code == 0, "\(result.err)")
    let object = try result.object()
    #expect(object["schema_version"] as? Int == 1 && object["scenario"] as? String == "reference")
    let rows = try #require(object["reference"] as? [[String: Any]])
    #expect(rows.count == 310)
    let keys = [
      "region", "year", "dibao", "gradual", "tekun", "temporary", "services", "total", "N", "G", "K", "Z",
    ]
    let line = try #require(result.text.split(separator: "\n").first { $0.contains("\"region\"") })
    #expect(line.matches(of: #/[{,]"([A-Za-z_]+)":/#).map { String($0.1) }.suffix(12) == keys)
    #expect(rows.allSatisfy { Set($0.keys) == Set(keys) })
    for row in rows {
      func value(_ key: String) -> Double { (row[key] as? NSNumber)?.doubleValue ?? .nan }
      let parts = ["dibao", "gradual", "tekun", "temporary", "services"].reduce(0) { $0 + value($1) }
      #expect(abs(value("total") - parts) <= 1e-12 * parts)
    }
  }

  /// Both tables may be replaced, and a parameter set: 17 digits come back.
  @Test func otherTables() throws {
    let folder = try Program.temporaryFolder()
    try """
    region,P,C,Y,sigma,beta,phi0,cap,N,G,K,w,A,n
    x,1000000,20000,30000,0.6,1,0.3,0.02,30000,1500,3000,0.2,2400,0

    """.write(toFile: folder + "/regions.csv", atomically: true, encoding: .utf8)
    let result = try Program.run(
      "run", "scenarios/reference", "--json", "--data", folder, "--set", "kappa=0.1", "--set", "x=0")
    let rows = try #require(try result.object()["reference"] as? [[String: Any]])
    #expect(rows.count == 10 && rows.allSatisfy { $0["region"] as? String == "x" })
    // All digits of 3000 x (1 + 0.1) in doubles.
    #expect(result.text.contains("\"K\":3300.0000000000005,"))
    // Nobody leaves, so nobody is in a phase-out but those who were.
    #expect((rows[0]["G"] as? NSNumber)?.doubleValue == 500)
    let wrong = try Program.run("run", "scenarios/reference", "--set", "kapa=0.1", "--lang", "en")
    #expect(wrong.code == 1 && wrong.err.contains("did you mean \"kappa\"?"))
  }

  @Test func filesAndScreen() throws {
    let folder = try Program.temporaryFolder()
    let result = try Program.run("run", "scenarios/reference", "--out", folder + "/o", "--lang", "en")
    #expect(result.code == 0)
    let rows = try EnsembleCommandTests.rows(folder + "/o/reference.csv")
    #expect(rows.count == 311 && rows[0].prefix(3) == ["region", "year", "dibao"])
    #expect(result.text.contains("Reference model"))
  }
}

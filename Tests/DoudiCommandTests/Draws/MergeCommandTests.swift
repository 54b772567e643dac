import Foundation
import Testing

@Suite("doudi merge")
struct MergeCommandTests {
  private static let ensemble = [
    "scenarios/weihai-2027", "--draws", "203", "--replicates", "3", "--seed", "0",
  ]

  private func shell(_ command: String) throws -> Program.Result { try Program.shell("set -e; " + command) }

  @Test(arguments: ["sobol", "lhs", "mc"]) func shardsHaveTheBitsOfOneProcess(method: String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let own = Self.ensemble.joined(separator: " ") + " --method \(method)"
    let done = try shell(
      """
      $DOUDI ensemble \(own) --keep --out \(folder)/one >/dev/null
      for i in 0 1 2; do $DOUDI ensemble \(own) --shard $i/3 --out \(folder)/s$((i % 2)); done
      $DOUDI merge \(folder)/s0 \(folder)/s1 --keep --out \(folder)/many --json > \(folder)/many.json
      $DOUDI ensemble \(own) --json > \(folder)/one.json
      cmp \(folder)/one.json \(folder)/many.json
      diff -r \(folder)/one \(folder)/many && ls \(folder)/many
      """)
    #expect(done.code == 0, "\(done.err)")
    #expect(done.text == "draws.csv\nfailed.csv\nfan.csv\nprobabilities.csv\n")
  }

  /// Components and covariances of shards, with the bits of one process.
  @Test func componentsFromShards() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let own = Self.ensemble.joined(separator: " ")
    let done = try shell(
      """
      $DOUDI ensemble \(own) --components --of dibao --json > \(folder)/one.json
      for i in 0 1 2; do $DOUDI ensemble \(own) --shard $i/3 --out \(folder)/s; done
      $DOUDI ensemble \(own) --components --of dibao --out \(folder)/one > /dev/null
      $DOUDI merge \(folder)/s --components --of dibao --out \(folder)/many --json > \(folder)/many.json
      cmp \(folder)/one.json \(folder)/many.json
      diff -r \(folder)/one \(folder)/many && ls \(folder)/many
      """)
    #expect(done.code == 0, "\(done.err)")
    #expect(done.text == "components.csv\ncovariance.csv\nfailed.csv\nfan.csv\nprobabilities.csv\n")
    let wrong = try Program.run(
      "merge", folder + "/s", "--components", "--of", "dibo", "--out", folder + "/w", "--lang", "en")
    #expect(wrong.code == 1 && wrong.err.contains("did you mean \"dibao\"?"), "\(wrong.err)")
    #expect(try Program.run("merge", folder + "/s", "--of", "dibao", "--out", folder + "/w").code == 64)
    #expect(!FileManager.default.fileExists(atPath: folder + "/w"))
  }

  @Test func shardsOfYearlyDesignsToo() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let done = try shell(
      """
      printf 'draw,g\\na,0.04\\nb,0.05\\nc,0.06\\n' > \(folder)/d.csv
      $DOUDI sweep scenarios/reference --design \(folder)/d.csv --keep --out \(folder)/one > /dev/null
      for i in 0 1; do $DOUDI sweep scenarios/reference --design \(folder)/d.csv --shard $i/2 --out \(folder)/s; done
      $DOUDI merge \(folder)/s --keep --out \(folder)/many > /dev/null
      diff -r \(folder)/one \(folder)/many && echo same
      """)
    #expect(done.code == 0, "\(done.err)")
    #expect(done.text == "same\n")
  }

  @Test func missingShardsAreNamed() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let own = Self.ensemble.joined(separator: " ")
    let result = try Program.shell(
      """
      $DOUDI ensemble \(own) --shard 1/3 --out \(folder) 2>/dev/null
      $DOUDI merge \(folder) --out \(folder)/out --lang en
      """)
    #expect(result.code == 1)
    #expect(result.err.contains("2 shards are missing: 0/3, 2/3"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
    #expect(try Program.run("merge", folder + "/none", "--out", folder + "/out").code == 1)
    #expect(try Program.run("merge", folder).code == 64)
  }
}

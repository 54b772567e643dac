import Foundation
import Testing

@Suite("What ensembles write")
struct EnsembleOutputTests {
  private static let scenario = "scenarios/weihai-2027"

  @Test func aReplayedDrawHasTheValuesOfDrawsCSV() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let draws = ["--draws", "64", "--replicates", "2", "--seed", "5"].joined(separator: " ")
    let result = try Program.shell(
      """
      $DOUDI ensemble \(Self.scenario) \(draws) --keep --out \(folder) >/dev/null 2>&1
      grep '^41,371000,2029,total,' \(folder)/draws.csv | cut -d, -f5
      $DOUDI ensemble \(Self.scenario) \(draws) --draw 41 --json
      """)
    #expect(result.code == 0, "\(result.err)")
    let lines = result.text.split(separator: "\n", maxSplits: 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
    let figures = try #require(object["figures"] as? [[String: Any]])
    let total = figures.first {
      $0["region"] as? String == "371000" && $0["year"] as? String == "2029"
        && $0["output"] as? String == "total"
    }
    let (read, kept) = (total?["value"] as? Double ?? .nan, Double(lines[0]) ?? .infinity)
    #expect(abs(read - kept) <= 4 * kept.ulp)
    #expect((object["inputs"] as? [[String: Any]])?.count == 12)
  }

  @Test func aDrawThatIsNotThereIsAnError() throws {
    let result = try Program.run("ensemble", Self.scenario, "--draws", "8", "--draw", "8", "--lang", "en")
    #expect(result.code == 1)
    #expect(result.err.contains("there is no draw \"8\"; there are 8"))
  }

  @Test func failedDrawsAreNamed() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let result = try Program.shell(
      """
      printf 'draw,growth.consumption_pc.urban\\nfine,5\\nfaulty,1e308\\n' > \(folder)/d.csv
      $DOUDI sweep \(Self.scenario) --design \(folder)/d.csv --keep --out \(folder)/out >/dev/null
      head -1 \(folder)/out/failed.csv; cut -d, -f1 \(folder)/out/failed.csv | sort -u
      grep -c ',failed$' \(folder)/out/draws.csv
      """)
    #expect(result.code == 0, "\(result.err)")
    let lines = result.text.split(separator: "\n")
    #expect(lines.first == "draw,region,year,output")
    #expect(lines.contains("faulty"))
    #expect(!lines.contains("fine"))
  }

  @Test(arguments: [
    ["--keep"], ["--resume"], ["--shard", "0/2"], ["--draw", "1", "--out", "x"],
    ["--shard", "2/2", "--out", "x"], ["--shard", "0/2", "--keep", "--out", "x"], ["--out", ""],
  ]) func optionsThatDoNotGoTogetherAreUsageErrors(options: [String]) throws {
    let words = options.map { $0.isEmpty ? "''" : $0 }.joined(separator: " ")
    #expect(try Program.shell("$DOUDI ensemble \(Self.scenario) --draws 8 \(words)").code == 64)
  }

  @Test func aShardThatIsThereIsNotRunAgain() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let own = "ensemble \(Self.scenario) --draws 64 --shard 0/2 --out \(folder) --lang en"
    let result = try Program.shell("$DOUDI \(own); $DOUDI \(own) --resume; $DOUDI \(own) --resume --seed 9")
    #expect(result.err.contains("is there already"))
    #expect(result.err.components(separatedBy: "Written:").count == 3)
  }

  @Test func progressIsForTerminalsAlone() throws {
    let result = try Program.run("ensemble", Self.scenario, "--draws", "64", "--json", "--lang", "en")
    #expect(result.err.isEmpty)
  }

  @Test func anInterruptedRunGoesOnToTheSameBits() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let own = "ensemble \(Self.scenario) --draws 40000 --replicates 1 --lang en"
    // It is stopped at the end of the batch it is at, at once before the first, or it has ended already.
    let result = try Program.shell(
      """
      $DOUDI \(own) --out \(folder)/many >/dev/null & program=$!
      sleep 1; kill -INT $program; wait $program; code=$?
      [[ $code == 130 || $code == 0 ]] || echo $code
      if [[ -e \(folder)/many/unfinished/table-0.bin ]]; then
        $DOUDI \(own) --out \(folder)/many --seed 2 --resume >/dev/null; [[ $? == 1 ]] || echo taken
      fi
      $DOUDI \(own) --out \(folder)/many --resume >/dev/null; echo $?
      $DOUDI \(own) --out \(folder)/one >/dev/null
      diff -rq \(folder)/one \(folder)/many && echo same
      """)
    #expect(result.text == "0\nsame\n", "\(result.err)")
  }
}

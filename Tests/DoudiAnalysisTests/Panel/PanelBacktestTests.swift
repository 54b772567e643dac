import DoudiAnalysis
import DoudiInputs
import DoudiReport
import DoudiUnits
import Foundation
import Testing

@Suite struct PanelBacktestTests {
  private func near(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
    ((a ?? .nan) - b).magnitude <= tolerance
  }

  /// -10 % a year everywhere: trends are exact, persistence says 1/0.9 and 1/0.729 of what comes, the
  /// damped trend 0.9^(0.8 - 1) and 0.9^(0.8 + 0.64 + 0.512 - 3).
  @Test(arguments: [
    (0, 11.111_111_111_111_11, 2.129_568_760_013_512), (1, 37.174_211_248_285_32, 11.674_457_166_935_36),
  ])
  func constantGrowth(place: Int, persistence: Double, damped: Double) throws {
    let (found, problems) = PanelPlace.run()
    #expect(problems.isEmpty, "\(problems)")
    let block = try #require(found).blocks[place]
    #expect(block.rows.count == 2 && block.left == 0)
    let means = PanelMethod.allCases.map { block.scores[$0]?.meanError }
    for (mean, expected) in zip(means, [0, persistence, 0, damped, 0]) { #expect(near(mean, expected)) }
    #expect(near(block.scores[.persistence]?.totalError, persistence))
    #expect(near(block.scores[.persistence]?.worstError, persistence))
    #expect(block.bestNaive == .ownTrend || block.bestNaive == .nationalTrend)
  }

  /// A: 100, 110, then 121 and 100 come. B: 300, 270, then 243 and 300.
  @Test func errorsByHand() throws {
    let rows = [(2010, 100, 300), (2011, 110, 270), (2012, 121, 243), (2013, 100, 300)].map { year, a, b in
      "990100,urban,\(year),aid_persons,\(a),persons,observed,s\n"
        + "990200,urban,\(year),aid_persons,\(b),persons,observed,s\n"
    }.joined()
    let two = try #require(PanelYears(from: 2011, to: 2013))
    let block = try #require(PanelPlace.run(rows: rows, years: two).result?.blocks.first)
    // Own trend: 110 x 1.21 = 133.1 of 100, 270 x 0.81 = 218.7 of 300.
    let own = try #require(block.scores[.ownTrend])
    #expect(near(own.meanError, (33.1 + 27.1) / 2) && near(own.worstError, 33.1))
    #expect(own.worst.code.text == "990100" && near(own.totalError, 100 * (351.8 / 400 - 1)))
    // National: (380 / 400)^2 = 0.9025.
    let national = try #require(block.scores[.nationalTrend])
    #expect(near(national.totalError, 100 * (380 * 0.9025 / 400 - 1)))
    // It says 99.275 and 243.675: 0.725 % and 18.775 % off, the best of the four.
    #expect(near(block.scores[.persistence]?.meanError, 10) && block.bestNaive == .nationalTrend)
    // The model has one year's change: no share comes again, no miss; one up, one down: no second year.
    #expect(block.fit.damping == 0 && block.fit.repeated == 0)
    #expect(near(block.scores[.model]?.totalError, 100 * (380 * 0.95 / 400 - 1)))
    // 104.5 and 256.5.
    #expect(near(block.ratio, (4.5 + 14.5) / (0.725 + 18.775)))
  }

  /// Nonsense after the first year changes the reports and nothing that was said.
  @Test func laterCountsAreHidden() throws {
    let rows = PanelPlace.falling.split(separator: "\n").map { line -> String in
      var fields = line.split(separator: ",").map(String.init)
      if (Int(fields[2]) ?? 0) > 2013 { fields[4] = "31415" }
      return fields.joined(separator: ",")
    }.joined(separator: "\n")
    let extra = "\n990100,urban,2030,aid_persons,1,persons,observed,s\n"
    let before = try #require(PanelPlace.run().result)
    let after = try #require(PanelPlace.run(rows: rows + extra).result)
    for (a, b) in zip(before.blocks, after.blocks) {
      #expect(a.rows.map(\.values) == b.rows.map(\.values))
      #expect(a.rows.map(\.actual) != b.rows.map(\.actual))
    }
  }

  @Test func anotherFolderStandsIn() throws {
    let doubled = PanelPlace.falling.replacing("20000.0", with: "40000").replacing("14580.0", with: "29160")
    let result = try #require(PanelPlace.run(overlay: doubled).result)
    let block = result.blocks[0]
    #expect(block.fit.year == 2013 && result.shown.map(\.text) == ["990200"])
    #expect(block.rows[1].base == 29_160 && block.rows[0].base == 7290)
    let none = PanelPlace.run(overlay: PanelPlace.falling.replacing("aid_persons", with: "other"))
    #expect(none.result == nil && none.problems.contains { $0.code == "DD1617" && $0.severity == .error })
  }

  /// Years without counts are left out with a warning; regions without one of the two do not count.
  @Test func missingYears() throws {
    let rows = PanelPlace.falling.split(separator: "\n")
    let short = rows.filter { !$0.contains(",2016,") }.joined(separator: "\n") + "\n"
    let (result, problems) = PanelPlace.run(rows: short)
    #expect(result?.blocks.count == 1)
    #expect(problems.map(\.code) == ["DD1617"] && problems.allSatisfy { $0.severity == .warning })
    let one = rows.filter { !$0.hasPrefix("990200,urban,2014") }.joined(separator: "\n") + "\n"
    let block = try #require(PanelPlace.run(rows: one).result?.blocks.first)
    #expect(block.rows.count == 1 && block.left == 1)
  }

  @Test func yearsInOrder() {
    #expect(PanelYears(from: 2013, to: 2013) == nil && PanelYears(from: 2013, to: 2012) == nil)
    #expect(PanelYears(from: 2013, to: 2064) == nil && PanelYears(from: 1, to: 2) == nil)
    #expect(PanelYears(from: 2013, to: 2016)?.horizon == 3)
  }

  @Test func jsonHoldsEveryFigure() throws {
    let report = PanelReport(try #require(PanelPlace.run().result))
    let bytes = try ByteOutput.collect { try BacktestJSON.write(report, to: $0) }
    let top = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(top["scenario"] as? String == "tiny" && top["cutoff"] == nil)
    let scores = try #require(top["backtest"] as? [[String: Any]])
    #expect(scores.count == 10 && scores[0]["method"] as? String == "model")
    #expect(scores[1]["from"] as? Int == 2013 && near(scores[1]["mape"] as? Double, 100 / 9.0))
    #expect((top["backtest_regions"] as? [[String: Any]])?.count == 4)
    #expect((top["backtest_fits"] as? [[String: Any]])?.count == 2)
  }

  @Test func screensNameTheBest() throws {
    let report = PanelReport(try #require(PanelPlace.run().result))
    for language in Language.allCases {
      let writer = TextTableWriter(language: language, unit: .wan)
      let text = report.screenTables().map(writer.text).joined()
      #expect(text.contains("2013-2016") && text.contains("37.17"))
      #expect(text.contains(language == .zh ? "最好的简单规则" : "Best naive"))
    }
  }
}

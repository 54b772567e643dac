import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing

@Suite struct BacktestTests {
  private func near(_ a: Double?, _ b: Double) -> Bool {
    guard let a else { return false }
    return (a - b).magnitude <= 1e-12 * b.magnitude
  }

  /// N(m) = 0.99 N(m-1) + 20 from 1,000; each of the two regions pays its own rounded line.
  @Test(arguments: [
    (0, "aid_persons", 1019.9), (3, "aid_persons", 1039.40399),
    (1, "aid_benefit", 101_990.00 / 1019.9), (4, "aid_benefit", 124_728.48 / 1039.40399),
    (2, "aid_spend_ytd", 95 + (101_000.00 + 101_990.00) / 10_000),
    (5, "aid_spend_ytd", (123_564.12 + 124_728.48) / 10_000),
  ])
  func projectionByHand(row: Int, series: String, value: Double) throws {
    let (found, problems) = TinyPlace.run()
    #expect(problems.isEmpty, "\(problems)")
    let result = try #require(found)
    #expect(result.rows.count == 6)
    #expect(result.rows[row].series.name == series)
    #expect(near(result.rows[row].values[.model], value))
  }

  @Test(arguments: [
    (0, 1000, 1020.408163265306), (1, 100, 105.26315789473684),
    // 95 by October, then two months; the trend's are x r and x r^2 with r = sqrt(1 / (0.98 x 0.95)).
    (2, 115, 116.10508499083046), (3, 1000, 1041.2328196584757), (4, 100, 110.80332409972299),
    (5, 20, 22.669264222159459),
  ])
  func peersByHand(row: Int, persistence: Double, trend: Double) throws {
    let result = try #require(TinyPlace.run().result)
    #expect(near(result.rows[row].values[.persistence], persistence))
    let value = try #require(result.rows[row].values[.trend])
    #expect((value - trend).magnitude <= 1e-14 * trend)
  }

  @Test func errorsAndSummary() throws {
    let result = try #require(TinyPlace.run().result)
    #expect(near(result.rows[0].error(.model), 1.99))
    #expect(near(result.rows[4].error(.persistence), -20))
    #expect(near(result.rows[0].roundingError, 5))
    #expect(result.rows[1].roundingError == nil)
    #expect(result.summaries.map { $0.series?.name } == ["aid_persons", "aid_benefit", "aid_spend_ytd", nil])
    #expect(result.summaries.map(\.count) == [2, 2, 2, 6])
    #expect(near(result.summaries[0].meanErrors[.model], (1.99 + 3.940399) / 2))
    #expect(result.summaries[0].meanErrors[.persistence] == 0)
    #expect(result.summaries.map(\.best) == [.persistence, .model, .model, .model])
  }

  /// Whatever is changed after the cutoff, the figure of 2020 among it, changes only the reports.
  @Test func laterFiguresAreHidden() throws {
    let before = try #require(TinyPlace.run().result)
    let lines = TinyPlace.data.split(separator: "\n").map { line -> String in
      var fields = line.split(separator: ",").map(String.init)
      guard fields[2] > "2020-10" || fields[2] == "2020" else { return String(line) }
      if fields[2] != "period" { fields[4] = "31415" }
      return fields.joined(separator: ",")
    }
    let after = try #require(TinyPlace.run(data: lines.joined(separator: "\n") + "\n").result)
    #expect(after.rows.map(\.values) == before.rows.map(\.values))
    #expect(after.rows.allSatisfy { $0.actual == Rational(31415) })
  }

  /// The reverse: a figure up to the cutoff does count.
  @Test func earlierFiguresCount() throws {
    let data = TinyPlace.data.replacing("2019,residents,6000", with: "2019,residents,6001")
    let (before, after) = (
      try #require(TinyPlace.run().result), try #require(TinyPlace.run(data: data).result)
    )
    #expect(after.rows[0].values[.model] != before.rows[0].values[.model])
  }

  /// A December cutoff knows the year that ends with it.
  @Test func theYearIsKnownInDecember() throws {
    let data = TinyPlace.data.replacing(
      "aid_spend_ytd,120,10k CNY,observed,s\n",
      with: """
        aid_spend_ytd,120,10k CNY,observed,s
        990000,urban,2020-12,aid_spend_month,12,10k CNY,observed,s
        990200,urban,2020,residents,22223,persons,observed,s

        """)
    let text = TinyPlace.backtest.replacing("2020-10", with: "2020-12")
      .replacing("[2020-12, 2021-02]", with: "[2021-02]").replacing("rounded", with: "#")
    let (result, problems) = TinyPlace.run(backtest: text, data: data)
    // 100,000 residents: 200 come in. 1000 -> 1190 -> 1378.1
    #expect(near(result?.rows[0].values[.model], 1378.1), "\(problems)")
  }

  @Test func overridesComeLast() throws {
    let (bag, loader) = (DiagnosticBag(), SourceLoader(root: ""))
    let files = [
      "tiny/backtest.yaml": TinyPlace.backtest, "tiny/scenario.yaml": TinyPlace.scenario,
      "tiny/regions.csv": TinyPlace.regions, "tiny/data.csv": TinyPlace.data,
      "books/tiny/book.yaml": TinyPlace.book,
    ]
    for (path, text) in files { loader.remember(SourceFile(path: path, text: text)) }
    let override = try #require(Override(argument: "T2.exit=2"))
    let result = Backtest(loader: loader, bag: bag).run(folder: "tiny", overrides: [override])
    #expect(near(result?.rows[0].values[.model], 1000 * 0.98 * 0.98 + 20 * 0.98 + 20), "\(bag.all)")
  }

  @Test func withoutPersistence() throws {
    let text =
      TinyPlace.backtest + "peers: {persistence: false, last_two_comparable: {aid: [2020-08, 2020-10]}}\n"
    let result = try #require(TinyPlace.run(backtest: text).result)
    #expect(result.methods == [.model, .trend])
    #expect(result.rows.allSatisfy { $0.values[.persistence] == nil && $0.values[.trend] != nil })
    #expect(result.summaries.allSatisfy { $0.count > 0 && $0.meanErrors[.persistence] == nil })
  }

  /// A rule that the reports do not feed is left out with a warning; rows without it do not count.
  @Test func missingMonthlySpending() throws {
    let data = TinyPlace.data.replacing("aid_spend_month", with: "aid_spend_other")
    let (found, problems) = TinyPlace.run(data: data)
    let result = try #require(found)
    #expect(problems.map(\.code) == ["DD1609"] && problems.allSatisfy { $0.severity == .warning })
    #expect(result.rows[2].values[.persistence] == nil)
    #expect(result.summaries.map(\.count) == [2, 2, 0, 4])
    #expect(result.summaries[2].best == nil)
  }
}

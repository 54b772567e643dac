import DoudiAnalysis
import DoudiInputs
import DoudiModel
import Testing

/// The back-tests of the provinces that ship, against figures computed apart from this program.
@Suite struct ProvincesBacktestTests {
  static func run(_ years: PanelYears? = nil) throws -> PanelResult {
    let (bag, loader) = (DiagnosticBag(), SourceLoader(root: ""))
    let folder = JilinBacktestTests.root + "/scenarios/provinces"
    let found = PanelBacktest(loader: loader, bag: bag).run(folder: folder, years: years)
    #expect(!bag.hasErrors, "\(bag.all)")
    return try #require(found).result
  }

  /// What every method said for every province; see Reference/README.md.
  @Test func everyFigureEqualsTheReference() throws {
    let path = JilinBacktestTests.root + "/Tests/DoudiAnalysisTests/Reference/provinces_backtest.csv"
    let bag = DiagnosticBag()
    let file = try #require(SourceLoader(root: "").load(path, into: bag))
    let table = try #require(CSVReader.read(file, into: bag))
    var known: [String: PanelRow] = [:]
    for (from, to) in [(2015, 2016), (2018, 2021), (2020, 2021), (2012, 2013), (2011, 2014), (2017, 2019)] {
      for block in try Self.run(try #require(PanelYears(from: from, to: to))).blocks {
        for row in block.rows { known["\(from),\(to),\(block.area.id),\(row.region.code)"] = row }
      }
    }
    #expect(table.rowCount == known.count && known.count == 372)
    for place in 0..<table.rowCount {
      let texts = (0..<10).map { table.field(row: place, column: $0) }
      let row = try #require(known[texts[..<4].joined(separator: ",")])
      let found = [row.actual] + PanelMethod.allCases.map { row.values[$0] ?? .nan }
      for (value, text) in zip(found, texts[4...]) {
        let expected = try #require(Double(text))
        #expect((value - expected).magnitude <= 1e-9 * expected, "\(texts)")
      }
    }
  }

  /// Mean errors of docs/backtests.md: model, best naive rule.
  @Test func tableOfTheDocument() throws {
    let blocks = try Self.run().blocks
    let means = blocks.map { block in
      [PanelMethod.model, block.bestNaive ?? .model].map { method in
        ((block.scores[method]?.meanError ?? 0) * 100).rounded() / 100
      }
    }
    #expect(means[0] == [8.66, 9.12] && means[1] == [10.47, 10.54])
    #expect(means[2] == [31.07, 28.92] && means[3] == [20.42, 13.62])
    #expect(means[4] == [2.87, 3.71] && means[5] == [4.23, 4.67])
    #expect(blocks.allSatisfy { $0.rows.count == 31 && $0.left == 0 })
  }
}

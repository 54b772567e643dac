import DoudiAnalysis
import DoudiInputs
import DoudiModel
import Testing

/// The back-test that ships, on the reports of five months.
@Suite struct JilinBacktestTests {
  static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  static func run(reports: SourceFile? = nil) throws -> BacktestResult {
    let (bag, loader) = (DiagnosticBag(), SourceLoader(root: root + "/scenarios"))
    if let reports { loader.remember(reports) }
    let result = Backtest(loader: loader, bag: bag).run(folder: "jilin-2027")
    #expect(bag.all.isEmpty, "\(bag.all)")
    return try #require(result)
  }

  /// Persons computed apart from this program; see Reference/README.md.
  @Test func personsEqualTheReference() throws {
    let rows = try Self.run().rows
    let bag = DiagnosticBag()
    let path = Self.root + "/Tests/DoudiAnalysisTests/Reference/jilin_persons.csv"
    let file = try #require(SourceLoader(root: "").load(path, into: bag))
    let table = try #require(CSVReader.read(file, into: bag))
    #expect(table.rowCount == 8)
    for row in 0..<table.rowCount {
      let texts = (0..<4).map { table.field(row: row, column: $0) }
      let found = rows.first {
        "\($0.target),\($0.area.id),\($0.series.name)" == texts[..<3].joined(separator: ",")
      }
      let (value, expected) = (try #require(found?.values[.model]), try #require(Double(texts[3])))
      #expect((value - expected).magnitude <= 1e-12 * expected, "\(texts)")
    }
  }

  /// The standards of docs/backtests.md times their ratios.
  @Test(arguments: [(0, 576.222), (1, 317.997), (2, 594.306), (3, 336.42)])
  func payOfTheFirstFamily(place: Int, pay: Double) throws {
    let found = try Self.run().rows.filter { $0.series.name == "dibao_benefit" }.map {
      $0.values[.model] ?? 0
    }
    #expect((found[place] - pay).magnitude < 1e-6)
  }

  @Test func tableOfTheDocument() throws {
    let summaries = try Self.run().summaries
    #expect(
      summaries.map { $0.best?.rawValue } == [
        "model", "persistence", "trend", "model", "model", "model", "model",
      ])
    let model = summaries.map { (100 * ($0.meanErrors[.model] ?? 0)).rounded() / 100 }
    #expect(model == [0.62, 2.67, 3.28, 1.51, 2.97, 2.11, 2.19])
    #expect(summaries.last?.count == 24)
  }

  @Test func roundedReportsAreMarked() throws {
    let marked = try Self.run().rows.filter { $0.roundedTo != nil }
    #expect(
      marked.map { "\($0.target) \($0.area.id) \($0.series.name)" } == [
        "2022-05 urban tekun_persons", "2022-05 rural tekun_persons",
      ])
    #expect(marked.allSatisfy { ($0.roundingError ?? 9) < 0.6 })
  }

  /// Every report of 2022 tripled: projection and peers say the same, to the bit.
  @Test func reportsAfterTheCutoffAreNotRead() throws {
    let path = Self.root + "/scenarios/data/jilin-monthly.csv"
    let file = try #require(SourceLoader(root: "").load(path, into: DiagnosticBag()))
    let lines = file.text.split(separator: "\n").map { line -> String in
      var fields = line.split(separator: ",", maxSplits: 5).map(String.init)
      guard fields[2] > "2021-09", let value = Double(fields[4]) else { return String(line) }
      fields[4] = String(Int(3 * value))
      return fields.joined(separator: ",")
    }
    let changed = SourceFile(path: path, text: lines.joined(separator: "\n") + "\n")
    let (before, after) = (try Self.run(), try Self.run(reports: changed))
    #expect(before.rows.map(\.values) == after.rows.map(\.values))
    #expect(zip(before.rows, after.rows).allSatisfy { $0.actual != $1.actual })
  }
}

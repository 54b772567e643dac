import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Execution and forecast")
struct ExecutionReportTests {
  private func report(_ seed: UInt64, _ months: Int, budget: [Int: Money]? = nil) throws -> ExecutionReport? {
    let projection = try RandomPlace(seed: seed, leaves: 2, months: 24, hasThresholds: true).place.run()
      .projection
    let rows = (1...months).map { "990000,all,2028-0\($0),aid,\(seed * 977 % 100_000_003),observed,a\n" }
    let text = "region,area,month,programme,fen,status,source\n" + rows.joined()
    let bag = DiagnosticBag()
    let table = CSVReader.read(SourceFile(path: "paid.csv", text: text), into: bag)
      .flatMap { PaidReader(rows: $0, model: projection.model, bag: bag).read() }
    let report = RunReport(projection, withEffects: false)
    return table.map { ExecutionReport(report, Execution(projection, paid: $0, budget: budget)) }
  }

  /// Budget less forecast is what is left, paid and foreseen are the forecast, rows add up.
  @Test(arguments: MoneyUnit.allCases) func printedFiguresAddUp(_ unit: MoneyUnit) throws {
    for seed in UInt64(1)...6 {
      let table = try #require(try report(seed * 7919, 5)).table(unit)
      func units(_ id: String) -> [Int64] {
        guard case .units(let values, _) = table.columns.first(where: { $0.id == id })?.values else {
          return []
        }
        return values.map { $0 ?? .min }
      }
      let (paid, rest, forecast) = (units("paid"), units("rest"), units("forecast"))
      let (budget, gap) = (units("budget"), units("gap"))
      #expect(!paid.isEmpty)
      for row in paid.indices {
        #expect(paid[row] + rest[row] == forecast[row])
        #expect(budget[row] - forecast[row] == gap[row])
      }
      for column in [paid, rest, forecast, budget, gap] {
        #expect(column.dropLast().reduce(0, +) == column.last)
      }
    }
  }

  private func units(_ table: Table, _ id: String) -> [Int64?] {
    guard case .units(let values, _) = table.columns.first(where: { $0.id == id })?.values else { return [] }
    return values
  }

  /// Budget and forecast are those of the summary where the money is the same: no false gap of a digit.
  @Test(arguments: MoneyUnit.allCases) func equalMoneyPrintsEqual(_ unit: MoneyUnit) throws {
    for seed in UInt64(1)...12 {
      let report = try #require(try report(seed * 7919, 5))
      let table = report.table(unit)
      let printed = ["budget", "forecast", "paid", "planned", "gap"].map { units(table, $0) }
      for (row, one) in report.execution.rows.enumerated() {
        let summary = report.report.printed(one.programme, year: 2028, unit)
        #expect(printed[0][row] == summary, "the budget is the run's own")
        if one.forecast == one.budget { #expect(printed[1][row] == summary && printed[4][row] == 0) }
        if one.paid == one.planned { #expect(printed[2][row] == printed[3][row]) }
        for (units, fen) in [(printed[2][row], one.paid), (printed[3][row], one.planned)] {
          #expect(abs((units ?? .max / 2_000_000) * unit.quantum - fen) < unit.quantum)
        }
      }
    }
  }

  @Test func aBudgetThatIsNotGivenPrintsSo() throws {
    let report = try #require(try report(3, 5, budget: [0: Money(fen: 1_000_000)]))
    let table = report.table(.wan)
    let open = report.execution.rows.indices.filter { report.execution.rows[$0].programme != 0 }
    #expect(!open.isEmpty)
    for id in ["budget", "gap"] {
      let printed = units(table, id)
      #expect(printed[0] != nil && printed.last == .some(nil))
      for row in open { #expect(printed[row] == nil) }
    }
    let text = TextTableWriter(language: .zh, unit: .wan).text(table)
    #expect(text.split(separator: "\n").first { $0.hasPrefix("合计") }?.contains("未提供") == true)
    #expect(text.contains("--budget的文件中没有：") && !text.contains(" 1月\n"))
    let csv = String(
      decoding: try ByteOutput.collect { try CSVWriter.write(report.longTable(), to: $0) }, as: UTF8.self)
    let cells = csv.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    for row in open { #expect(cells[row][4].isEmpty && cells[row][9].isEmpty && cells[row][10].isEmpty) }
    let json = try ByteOutput.collect { try JSONRows.write(report.longTable(), to: $0) }
    #expect(String(decoding: json, as: UTF8.self).contains("\"budget_fen\":null"))
  }

  @Test func columnsAndNotesSayWhatTheyAre() throws {
    let report = try #require(try report(3, 5))
    let text = TextTableWriter(language: .zh, unit: .wan).text(report.table(.wan))
    #expect(text.hasPrefix("2028年执行与预计 · "))
    for words in ["1—5月实际", "6—12月预计", "取本方案的测算数", "不随实际支出变动", "其余用测算数"] {
      #expect(text.contains(words), "\(words)")
    }
    let months = report.monthTable()
    #expect(months.rowCount == 12 * report.longTable().rowCount)
  }
}

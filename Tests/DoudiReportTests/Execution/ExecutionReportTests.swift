import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Execution and forecast")
struct ExecutionReportTests {
  private func report(_ seed: UInt64, _ months: Int) throws -> ExecutionReport? {
    let projection = try RandomPlace(seed: seed, leaves: 2, months: 24, hasThresholds: true).place.run()
      .projection
    let rows = (1...months).map { "990000,all,2028-0\($0),aid,\(seed * 977 % 100_000_003),observed,a\n" }
    let text = "region,area,month,programme,fen,status,source\n" + rows.joined()
    let bag = DiagnosticBag()
    let table = CSVReader.read(SourceFile(path: "paid.csv", text: text), into: bag)
      .flatMap { PaidReader(rows: $0, model: projection.model, bag: bag).read() }
    let report = RunReport(projection, withEffects: false)
    return table.map { ExecutionReport(report, Execution(projection, paid: $0, budget: nil)) }
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

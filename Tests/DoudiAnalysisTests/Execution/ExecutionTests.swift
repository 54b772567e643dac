import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiAnalysis

@Suite struct ExecutionTests {
  private let paid = """
    990000,all,2027-01,aid,2500.00,observed,accounts
    990000,all,2027-02,aid,2500.00,observed,accounts
    990000,all,2027-03,aid,1000.01,observed,accounts
    """

  private func row(_ rows: String, budget: [Int: Money]? = nil, rest: Execution.Rest = .plan) throws
    -> Execution.Row
  {
    let execution = try #require(try PaidPlace.execution(rows, budget: budget, rest: rest).execution)
    return try #require(execution.rows.first { $0.programme == 0 })
  }

  @Test func elapsedMonthsAreReplacedAndTheRestStays() throws {
    let row = try row(paid)
    #expect(row.paid == 600_001 && row.planned == 600_000)
    #expect(row.months.dropFirst(3).allSatisfy { $0 == 200_000 })
    #expect(row.forecast == 2_400_001 && row.budget == 2_400_000 && row.gap == -1)
    #expect(row.runsOut == 12 && row.status == .observed && !row.isPartly)
  }

  @Test func aSmallerBudgetRunsOutEarlier() throws {
    let found = try row(paid, budget: [0: Money(fen: 1_000_000)])
    // 2,500 + 2,500 + 1,000.01 in March; 2,000 a month from April: 8,000.01, 10,000.01 in May.
    #expect(found.runsOut == 5 && found.gap == -1_400_001)
    #expect(try row(paid, budget: [0: Money(fen: 2_400_001)]).runsOut == nil)
  }

  /// A programme that the budgets do not name has none: no gap, no month, and no sum of all.
  @Test func aBudgetThatIsNotGivenIsNotZero() throws {
    let found = try PaidPlace.execution(paid, budget: [0: Money(fen: 1_000_000)])
    let execution = try #require(found.execution)
    let care = try #require(execution.rows.first { $0.programme == 1 })
    #expect(care.budget == nil && care.gap == nil && care.runsOut == nil && care.forecast == 2_400_000)
    #expect(execution.rows[0].gap == -1_400_001)
    #expect(execution.budget == nil && execution.runsOut == nil)
    let both = try PaidPlace.execution(paid, budget: [0: Money(fen: 1_000_000), 1: Money(fen: 0)])
    #expect(both.execution?.budget == 1_000_000 && both.execution?.runsOut == 3)
    #expect(both.execution?.rows.last?.runsOut == 1 && both.execution?.rows.last?.gap == -2_400_000)
  }

  /// 2,000 CNY a month are projected: 0.2 is a figure in 10,000 CNY, 2 a wrong month among right ones.
  @Test(arguments: [
    ("0.2", "0.2", 1), ("2500", "1", 1), ("2500", "1500", 0), ("0", "0", 0), ("30000000", "1", 1),
  ])
  func paymentsInAnotherUnitAreWarnedOf(_ january: String, _ february: String, _ count: Int) throws {
    let projection = try PaidPlace.place.run().projection
    let text = """
      region,area,month,programme,cny,status,source
      990000,all,2027-01,aid,\(january),observed,accounts
      990000,all,2027-02,aid,\(february),observed,accounts

      """
    let table = try #require(PaidPlace.read(text, model: projection.model).table)
    let found = table.scaleWarnings(projection)
    #expect(found.map(\.code) == Array(repeating: "DD1508", count: count))
    #expect(found.allSatisfy { $0.severity == .warning && $0.message.zh.contains("aid") })
    if january == "2500", count == 1 { #expect(found[0].span.start.line == 3) }
  }

  @Test func atThePaceSoFarTheRestIsScaled() throws {
    let row = try row(
      "990000,all,2027-01,aid,3000,observed,a\n990000,all,2027-02,aid,3000,observed,a", rest: .pace)
    #expect(row.months == Array(repeating: 300_000, count: 12))
  }

  @Test func placesAndProgrammesWithoutActualsKeepTheProjection() throws {
    let found = try PaidPlace.execution("990100,urban,2027-01,aid,700,estimated,")
    let execution = try #require(found.execution)
    let aid = try #require(execution.rows.first { $0.programme == 0 })
    #expect(aid.paid == 170_000 && aid.isPartly && aid.status == .estimated)
    let care = try #require(execution.rows.first { $0.programme == 1 })
    #expect(care.paid == 200_000 && care.isPartly && care.status == nil && care.gap == 0)
    #expect(execution.isOwnBudget && execution.runsOut == nil)
  }

  /// All twelve months may be there: then the forecast is what was paid.
  @Test func aWholeYearIsTheOutturn() throws {
    let rows = (1...12).map { "990000,all,2027-\($0 < 10 ? "0" : "")\($0),aid,1,observed,a" }
    #expect(try row(rows.joined(separator: "\n")).forecast == 1_200)
  }

  /// What was paid plus what is foreseen is the forecast, and actuals change no later month.
  @Test func itAddsUpInRandomPlaces() throws {
    try forAll(seed: 55, count: 15, generator: { $0.next() % 1_000_000 }) { seed in
      let projection = try RandomPlace(seed: seed, leaves: 2, months: 24, hasThresholds: true).place.run()
        .projection
      let text =
        "region,area,month,programme,fen,status,source\n"
        + (1...4).map { "990000,all,2028-0\($0),aid,\(seed),observed,a\n" }.joined()
      guard let table = PaidPlace.read(text, model: projection.model).table else { return false }
      let execution = Execution(projection, paid: table, budget: nil)
      let later = projection.lines.filter { $0.paid.year == 2028 && $0.paid.month > 4 }
      return execution.rows.allSatisfy { row in
        let own = later.filter { projection.programme(of: $0) == row.programme }.reduce(0) { $0 + $1.fen }
        return row.forecast == row.paid + own && (row.programme != 0 || row.paid == 4 * Int64(seed))
          && row.gap == row.budget.map { $0 - row.forecast }
      }
    }
  }
}

import DoudiAnalysis
import DoudiInputs
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct YearBudgetTests {
  private func read(_ rows: String) throws -> (budget: [Int: Money]?, codes: [String]) {
    let (bag, projection) = (DiagnosticBag(), try PaidPlace.place.run().projection)
    let text = "region,programme,budget,status,source\n\(rows)\n"
    let table = CSVReader.read(SourceFile(path: "budget.csv", text: text), into: bag)
    return (
      table.flatMap { YearBudget.read($0, beside: projection, year: 2027, into: bag) }, bag.all.map(\.code)
    )
  }

  @Test func partsAddUpToTheWhole() throws {
    let found = try read("990100,aid,1050.50,observed,a\n990200,aid,200,assumed,\n990000,care,100,observed,a")
    #expect(found.budget == [0: Money(fen: 125_050), 1: Money(fen: 10_000)] && found.codes.isEmpty)
  }

  /// The run projects 24,000 CNY a year for each programme.
  @Test func aBudgetInAnotherUnitIsWarnedOf() throws {
    let small = try read("990000,aid,2.4,observed,a\n990000,care,24001,observed,a")
    #expect(small.budget?[0] == Money(fen: 240) && small.codes == ["DD1508"])
    #expect(try read("990000,aid,240000000,observed,a\n990000,care,0,observed,a").codes == ["DD1508"])
  }

  @Test func aPartAloneIsAFault() throws {
    #expect(try read("990100,aid,10.50,observed,a").codes == ["DD1422"])
    #expect(try read("990000,aid,,observed,a").codes == ["DD1422"])
    #expect(try read("990000,aids,1,observed,a").budget == nil)
  }
}

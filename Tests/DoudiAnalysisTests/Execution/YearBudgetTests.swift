import DoudiAnalysis
import DoudiInputs
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct YearBudgetTests {
  private func read(_ rows: String) throws -> (budget: [Int: Money]?, codes: [String]) {
    let (bag, model) = (DiagnosticBag(), try PaidPlace.place.load())
    let text = "region,programme,budget,status,source\n\(rows)\n"
    let table = CSVReader.read(SourceFile(path: "budget.csv", text: text), into: bag)
    return (table.flatMap { YearBudget.read($0, model: model, into: bag) }, bag.all.map(\.code))
  }

  @Test func partsAddUpToTheWhole() throws {
    let found = try read("990100,aid,10.50,observed,a\n990200,aid,20,assumed,\n990000,care,1,observed,a")
    #expect(found.budget == [0: Money(fen: 3050), 1: Money(fen: 100)])
  }

  @Test func aPartAloneIsAFault() throws {
    #expect(try read("990100,aid,10.50,observed,a").codes == ["DD1422"])
    #expect(try read("990000,aid,,observed,a").codes == ["DD1422"])
    #expect(try read("990000,aids,1,observed,a").budget == nil)
  }
}

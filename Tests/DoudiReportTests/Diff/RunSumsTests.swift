import Testing

@testable import DoudiReport

@Suite("Money of a run")
struct RunSumsTests {
  /// What the tables of a run add up to is what its lines do.
  @Test func tablesAndLinesAgree() throws {
    let content = try ExportedPlace.content()
    let run = try #require(content.run)
    let (lines, side) = (RunSums(run.projection), RunSide("x", content))
    let tables = try #require(RunSums(side, isByFund: true))
    #expect(!lines.spending.isEmpty && lines.spending == tables.spending)
    #expect(lines.funding == tables.funding)
    #expect((lines - tables).isZero)
    let plain = try #require(RunSums(side, isByFund: false))
    #expect(plain.funding.keys.allSatisfy { $0.first == "" })
    #expect(plain.funding.values.reduce(0, +) == lines.spending.values.reduce(0, +))
  }
}

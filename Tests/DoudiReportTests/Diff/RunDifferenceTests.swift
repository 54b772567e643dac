import DoudiInputs
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("doudi diff")
struct RunDifferenceTests {
  private func side(_ overrides: [String] = []) throws -> RunSide {
    RunSide("x", try ExportedPlace.content(overrides: overrides))
  }

  @Test func aRunDoesNotDifferFromItself() throws {
    let found = RunDifference(try side(), try side())
    #expect(found.isSame)
    #expect(found.screenTables(.wan).isEmpty)
    #expect(found.causes.isEmpty)
    #expect(ChangeLog.table(found).rowCount == 0)
  }

  /// What was written and read back is what was worked out.
  @Test func anExportDoesNotDifferFromItsRun() throws {
    let folder = try ExportedPlace.package()
    #expect(RunDifference(try RunSide(reading: folder.path + "/package"), try side()).isSame)
  }

  @Test func anAssumptionIsNamedAndItsMoneyAddsUp() throws {
    let (before, after) = (try side(), try side(["amount.standard@rural=364"]))
    let found = RunDifference(before, after)
    #expect(!found.isSame)
    #expect(found.causes == [.assumption])
    #expect(found.inputs.map(\.name) == ["amount.standard"])
    #expect(!found.money.isEmpty && !found.standards.isEmpty)
    let totals = try [before, after].map { side in
      try #require(side.table("ledger").map { SumChecks.sums($0, []) }?.values.first)
    }
    #expect(found.money.reduce(0) { $0 + $1.after - $1.before } == totals[1] - totals[0])
    let log = ChangeLog.table(found)
    #expect(
      log.rowCount == found.inputs.count + found.money.count + found.funding.count + found.standards.count
        + found.people.count
        + found.limits.count)
    for column in log.columns { #expect(ColumnCatalogue.entry("changes", column.id) != nil, "\(column.id)") }
  }

  @Test func causesGoByKindAndStatus() {
    #expect(Cause.of(kind: "observation", status: ["observed"]) == .data)
    #expect(Cause.of(kind: "transfer", status: []) == .data)
    #expect(Cause.of(kind: "rule", status: []) == .rule)
    #expect(Cause.of(kind: "parameter", status: ["stated"]) == .rule)
    #expect(Cause.of(kind: "parameter", status: ["stated", "assumed"]) == .assumption)
    #expect(Cause.word([.assumption, .data]).id == "data+assumption")
    #expect(Cause.word([]).id == "unknown")
  }

  @Test func filesArePairedByPathThenByContentThenByName() {
    func file(_ path: String, _ sum: String) -> HashedFile { HashedFile(path: path, bytes: 1, sha256: sum) }
    let before = [file("a/scenario.yaml", "1"), file("books/x/book.yaml", "2"), file("data/d.csv", "3")]
    let after = [file("b/scenario.yaml", "1"), file("copy/books/x/book.yaml", "9"), file("data/e.csv", "4")]
    let found = FileChange.all(before, after)
    #expect(found.map(\.path) == ["copy/books/x/book.yaml", "data/d.csv", "data/e.csv"])
    #expect(found.map(\.cause) == [.rule, .data, .data])
    #expect(found.map(\.after) == ["9", nil, "4"])
  }
}

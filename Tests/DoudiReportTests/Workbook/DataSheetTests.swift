import Testing

@testable import DoudiReport

@Suite("The long table's sheets")
struct DataSheetTests {
  private func table(_ rows: Int) -> Table {
    Table(
      id: "ledger", title: Labels.summary,
      columns: [
        Column("region", .texts((0..<rows).map { "\($0)" })),
        Column("fen", .fen((0..<rows).map { Int64($0) })),
      ])
  }

  @Test func splitsAtTheGivenNumberOfRows() {
    let sheets = DataSheet.sheets(table(25), name: "数据", mostRows: 10)
    #expect(sheets.map(\.name) == ["数据", "数据2", "数据3"])
    #expect(sheets.map(\.rows) == [0..<10, 10..<20, 20..<25])
  }

  @Test func anEmptyTableHasOneSheet() {
    let sheets = DataSheet.sheets(table(0), name: "Data")
    #expect(sheets.map(\.rows) == [0..<0])
  }

  /// A sheet has 1,048,576 rows.
  @Test func aFullSheetFits() { #expect(DataSheet.mostRows + 1 <= 1_048_576) }
}

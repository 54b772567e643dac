import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("A long sheet by columns")
struct LongColumnsTests {
  private func cell(_ name: String, _ value: String, isText: Bool = true) -> String {
    isText
      ? "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(value)</t></is></c>"
      : "<c r=\"\(name)\"><v>\(value)</v></c>"
  }

  private func book(_ sheets: [(String, String)]) throws -> (TemporaryFolder, Spreadsheet) {
    let folder = try TemporaryFolder()
    try TinyWorkbook.archive(sheets.map { (name: $0.0, rows: $0.1) }).write(to: folder.path + "/a.xlsx")
    return (folder, try Spreadsheet(folder.path + "/a.xlsx"))
  }

  private var header: String { "<row r=\"1\">\(cell("A1", "region"))\(cell("B1", "fen"))</row>" }

  @Test func sheetsGoOnInTheNext() throws {
    let (_, book) = try book([
      ("D", header + "<row r=\"2\">\(cell("A2", "01"))\(cell("B2", "-7", isText: false))</row>"),
      (
        "D2",
        header + "<row r=\"3\">\(cell("B3", "123456789012345", isText: false))</row><row r=\"4\">"
          + cell("A4", "01") + cell("B4", "1.5", isText: false) + "</row>"
      ),
    ])
    let columns = LongColumns()
    try columns.add("D", of: book)
    try columns.add("D2", of: book)
    columns.finish()
    #expect(columns.header == ["region", "fen"])
    #expect(columns.rowCount == 3)
    #expect((0..<3).map { columns.columns[0].text($0) } == ["01", "", "01"])
    #expect((0..<3).map { columns.columns[1].text($0) } == ["-7", "123456789012345", "1.5"])
    #expect(columns.sum(1, rows: 0..<3, inSheetRows: 1...2) == 123_456_789_012_338)
    let table = RecordTable("ledger", columns, file: "a.xlsx")
    #expect(table.span(0, "fen").description == "a.xlsx/D:2:2")
    #expect(table.span(1, "region").description == "a.xlsx/D2:3:1")
    #expect(table.span(-1, "fen").description == "a.xlsx/D:1:2")
  }

  @Test func otherColumnsAreRefused() throws {
    let (_, book) = try book([
      ("D", header), ("D2", "<row r=\"1\">\(cell("A1", "region"))</row>"),
      ("D3", header + "<row r=\"2\">\(cell("C2", "beside"))</row>"),
    ])
    let columns = LongColumns()
    try columns.add("D", of: book)
    #expect(throws: SpreadsheetFault.self) { try columns.add("D2", of: book) }
    #expect(throws: SpreadsheetFault.self) { try columns.add("D3", of: book) }
  }

  /// Sums and keys of coded columns are those of the texts.
  @Test func sumsAreThoseOfTheTexts() throws {
    try forAll(
      seed: 77, count: 25,
      generator: { random in
        (0..<40).map { _ in (random.int(in: 1...3), random.int(in: 1...30), random.int(in: -9...9)) }
      }
    ) { cases in
      let names = "<row r=\"1\">\(cell("A1", "programme"))\(cell("B1", "month"))\(cell("C1", "fen"))</row>"
      let rows = cases.enumerated().map { place, one in
        let (line, month) = (place + 2, "20\(26 + one.1 / 12)-\(one.1 % 12 + 10)")
        return "<row r=\"\(line)\">\(cell("A\(line)", "p\(one.0)"))\(cell("B\(line)", month))"
          + cell("C\(line)", "\(one.2)", isText: false) + "</row>"
      }
      let (_, book) = try book([("D", names + rows.joined())])
      let columns = LongColumns()
      try columns.add("D", of: book)
      columns.finish()
      let fast = RecordTable("ledger", columns, file: "a")
      let slow = RecordTable(
        "ledger", header: fast.header, rowCount: fast.rowCount, cell: { fast.text($0, $1) },
        place: { fast.span($0, $1) })
      let keys = [["programme", "year"], ["programme", "month"], [], ["year"]]
      guard fast.longSums(["programme", "year"], of: "fen") != nil else { return false }
      return keys.allSatisfy { SumChecks.sums(fast, $0) == SumChecks.sums(slow, $0) }
        && CellChecks(fast).run().count == CellChecks(slow).run().count
    }
  }
}

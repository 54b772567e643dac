import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Workbooks that are read")
struct SpreadsheetTests {
  private func grid(_ rows: String, shared: String? = nil, name: String = "A") throws -> SheetGrid {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.xlsx"
    try TinyWorkbook.archive([(name, rows)], shared: shared).write(to: path)
    let grid = SheetGrid()
    try Spreadsheet(path).read("A", into: grid)
    return grid
  }

  @Test func everyKindOfCell() throws {
    let grid = try grid(
      """
      <row r="2"><c r="A2" s="3"/><c r="B2" t="inlineStr"><is><t>甲 &amp; 乙 &lt;1&gt;</t></is></c>
      <c r="C2"><v>-12.50</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c>
      <c r="AA2" t="str"><f>IF(A1,"x","y")</f><v>y</v></c></row>
      <row r="4"><c r="A4" t="n"><f aca="false">SUM(C2:C2)</f><v>-12.5</v></c></row>
      """)
    #expect(grid.rowCount == 4)
    #expect(grid.cells.count == 6)
    #expect(grid.text(1, 1) == "甲 & 乙 <1>")
    #expect(grid.cell(1, 2)?.content == .number("-12.50"))
    #expect(grid.cell(1, 3)?.content == .boolean(true))
    #expect(grid.cell(1, 4)?.content == .error("#REF!"))
    #expect(grid.cell(1, 26)?.formula == "IF(A1,\"x\",\"y\")")
    #expect(grid.cell(3, 0)?.formula == "SUM(C2:C2)")
  }

  /// Runs of a text are one text; how a word is said is none of it.
  @Test func sharedTexts() throws {
    let shared = """
      <si><t>one</t></si><si><r><rPr><b/></rPr><t>tw</t></r><r><t>o</t></r>
      <rPh sb="0" eb="1"><t>said</t></rPh></si><si><t></t></si>
      """
    let rows =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>"
    let grid = try grid(rows, shared: shared)
    #expect([0, 1, 2].map { grid.text(0, $0) } == ["two", "one", ""])
    #expect(throws: SpreadsheetFault.self) {
      try self.grid(rows.replacing("<v>2</v>", with: "<v>3</v>"), shared: shared)
    }
    #expect(throws: SpreadsheetFault.self) { try self.grid(rows) }
  }

  /// As Excel saves columns of formulas.
  @Test func sharedFormulasNameTheirMaster() throws {
    let grid = try grid(
      """
      <row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*$C$1</f><v>1</v></c></row>
      <row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>
      """)
    let cell = try #require(grid.cell(1, 0))
    #expect(cell.master == CellPlace(0, 0))
    #expect(FormulaChecks.node(cell, at: CellPlace(1, 0)) == FormulaParser.parse("B2*C1"))
  }

  @Test func cellsWithoutReferencesFollowEachOther() throws {
    let grid = try grid("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    #expect(grid.cell(0, 1)?.number == "2")
    #expect(grid.cell(1, 0)?.number == "3")
  }

  @Test func whatCannotBeIsRefused() throws {
    for rows in [
      "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "<row r=\"0\"><c><v>1</v></c></row>",
      "<row r=\"1048577\"><c><v>1</v></c></row>", "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>1</c></row>",
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
      "<row r=\"1\"><c r=\"A1\"><v>&undefined;</v></c></row>",
      "<row r=\"99999999999999999999\"><c><v>1</v></c></row><row",
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\(String(repeating: "a", count: 131_073))</v></c></row>",
    ] {
      #expect(throws: SpreadsheetFault.self, "\(rows.prefix(60))") { try grid(rows) }
    }
  }

  /// Neither entities that grow nor files from elsewhere.
  @Test func documentTypesAreRefused() throws {
    let folder = try TemporaryFolder()
    for (place, type) in [
      "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
      "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE a>",
    ].enumerated() {
      var archive = TinyWorkbook.archive([("A", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")])
      archive[TinyWorkbook.sheet1] = archive[TinyWorkbook.sheet1].replacing(
        "<worksheet", with: type + "<worksheet")
      let path = folder.path + "/\(place).xlsx"
      try archive.write(to: path)
      #expect(throws: SpreadsheetFault.self) { try Spreadsheet(path).read("A", into: SheetGrid()) }
    }
  }

  @Test func relationsLeadToSheets() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.xlsx"
    var archive = TinyWorkbook.archive([
      ("A&amp;B", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
      ("C", "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"),
    ])
    archive["xl/_rels/workbook.xml.rels"] = archive["xl/_rels/workbook.xml.rels"]
      .replacing("worksheets/sheet1.xml", with: "worksheets/other.xml")
      .replacing("\"worksheets/sheet2.xml", with: "\"/xl/worksheets/sheet1.xml")
      .replacing("other", with: "sheet2")
    try archive.write(to: path)
    let book = try Spreadsheet(path)
    #expect(book.names == ["A&B", "C"])
    let grid = SheetGrid()
    try book.read("C", into: grid)
    #expect(grid.cell(0, 0)?.number == "1")
  }

  /// Cut, or changed at any place: a fault, or what is there.
  @Test func damagedFilesNeverTrap() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.xlsx"
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">ROUND(A1*2,2)</f><v>2</v></c></row>
      <row r="2"><c r="A2"><v>7.25</v></c><c r="B2"><f t="shared" si="0"/><v>14.5</v></c></row>
      """
    let whole = TinyWorkbook.archive([("A", rows), ("B", rows)], shared: "<si><t>x</t></si>").bytes
    func tryIt(_ bytes: [UInt8]) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      guard let book = try? Spreadsheet(path) else { return }
      for name in book.names {
        let (grid, long) = (SheetGrid(), LongColumns())
        _ = try? book.read(name, into: grid)
        _ = try? long.add(name, of: book)
        long.finish()
        for (place, cell) in grid.cells { _ = FormulaChecks.node(cell, at: place) }
      }
    }
    for length in stride(from: 0, to: whole.count, by: 7) { try tryIt(Array(whole.prefix(length))) }
    try forAll(
      seed: 611, count: 600,
      generator: { random in
        (0..<random.int(in: 1...4)).map { _ in
          (random.int(in: 0...(whole.count - 1)), UInt8(random.int(in: 0...255)))
        }
      }
    ) { changes in
      var bytes = whole
      for (place, byte) in changes { bytes[place] = byte }
      try tryIt(bytes)
      return true
    }
  }
}

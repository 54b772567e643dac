import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Workbooks worked out anew")
struct WorkbookChecksTests {
  @Test func whatWasWrittenAgrees() throws {
    for printing in [Printing.adjusted, .rounded] {
      let book = try EditedWorkbook(printing)
      let sealed = try Verification(book.folder.path + "/written.xlsx")
      #expect(sealed.isSound)
      #expect(sealed.notes.isEmpty)
      let found = try book.verified()
      #expect(found.faults.map(\.message.en) == [])
      // Without a seal it says so.
      #expect(found.notes.count == 1)
      #expect(found.notes.first?.en.contains("bytes cannot be checked") == true)
      #expect(found.text(.en).contains("bytes not verified"))
    }
  }

  /// A digit of each kind of cell, each by itself, is named by sheet and cell.
  @Test func aChangedDigitIsNamed() throws {
    let book = try EditedWorkbook()
    let kept = "D\(4 + 1)"
    #expect(book.cell("校验", kept).contains("<f>"))
    func raised(_ sheet: String, _ cell: String) throws -> [String] {
      var edited = book
      let value = try #require(Double(book.value(sheet, cell)), "\(sheet)!\(cell)")
      edited.set(sheet, cell, "\(value + 1)")
      return try edited.faultyCells()
    }
    // Money of a programme, a sum of a row, a sum of a column, a tier's money.
    let program = try raised("汇总", "B6")
    #expect(program.contains("汇总!B6") && program.contains("汇总!D6") && program.contains("汇总!B7"))
    #expect(try raised("汇总", "D6").contains("汇总!D6"))
    #expect(try raised("汇总", "B7").contains("汇总!B7"))
    // What sheet 校验 keeps, its live value, its difference.
    for column in ["D", "E", "F"] { #expect(try raised("校验", "\(column)6").contains { $0.hasPrefix("校验!") }) }
    // A line of the ledger.
    let data = try raised("数据", "L2")
    #expect(data.contains { $0.hasPrefix("汇总!B") } && data.contains { $0.hasPrefix("校验!E") })
  }

  /// Any one digit of the long table, down to a fen that no printed figure shows.
  @Test func everyDigitOfTheDataIsSeen() throws {
    let book = try EditedWorkbook()
    let xml = Array(book["数据"].utf8)
    let marks = xml.indices.filter { xml[$0] == UInt8(ascii: ">") && $0 + 1 < xml.count }
    let digits = marks.map { $0 + 1 }.filter { (0x30...0x39).contains(xml[$0]) }
    try forAll(seed: 614, count: 25, generator: { digits[$0.int(in: 0...(digits.count - 1))] }) { place in
      var edited = book
      var changed = xml
      changed[place] = changed[place] == 0x39 ? 0x38 : changed[place] + 1
      edited["数据"] = String(decoding: changed, as: UTF8.self)
      return try edited.verified().faults.contains { $0.kind == .changed && $0.span.file.hasSuffix("/数据") }
    }
    var edited = book
    let fen = try #require(Int(book.value("数据", "L2")))
    edited.set("数据", "L2", "\(fen + 1)")
    let found = try edited.verified().faults
    #expect(found.map(\.kind) == [.changed])
    #expect(found.first?.message.en.contains("then") == true)
  }

  @Test func aVerdictIsNotBelieved() throws {
    var book = try EditedWorkbook()
    book.set("校验", "G6", "不符")
    #expect(try book.faultyCells().contains("校验!G6"))
    // Everything recomputed after a change: the sheet says 不符, and all its formulas have their values.
    book = try EditedWorkbook()
    let found = try book.verified()
    #expect(found.isSound)
    book.set("校验", "B3", "1")
    #expect(try book.faultyCells() == ["校验!B3"])
  }

  /// The sheet cannot be made to say that all is well: its count, both sides of an identity, and the number of rows
  /// that 说明 gives of the data.
  @Test func theSheetOfChecksIsHeldItself() throws {
    for cell in ["B3", "D5", "E5", "F5", "G5"] {
      var book = try EditedWorkbook()
      let formula = try #require(book.cell("校验", cell).firstMatch(of: #/<f>[^<]*</f>/#), "\(cell)")
      book.change("校验", cell, String(formula.output), "")
      #expect(try book.faultyCells() == ["校验!\(cell)"])
    }
    var book = try EditedWorkbook()
    let rows = try #require(book["说明"].firstMatch(of: #/(\d+)行，/#))
    book["说明"] = book["说明"].replacing(rows.output.0, with: "\(rows.output.1)0行，")
    #expect(try book.verified().faults.map(\.kind) == [.changed])
  }

  /// A printed digit of a large total is not lost among a millionth of it.
  @Test func aVerdictSeesAPrintedDigit() throws {
    let formula = CheckVerdict.formula(gap: "F5", kept: "D5", unit: .wan, language: .zh)
    #expect(formula == "IF(ABS(F5)<=MIN(0.004,0.000001*MAX(1,ABS(D5))),\"通过\",\"不符\")")
    #expect(CheckVerdict.formula(gap: "F5", kept: "D5", unit: .yi, language: .en).contains("MIN(0.00004,"))
    let book = try EditedWorkbook()
    #expect(book.cell("校验", "G5").contains("MIN(0.004,"))
  }

  @Test func aFormulaTypedOverIsNamed() throws {
    var book = try EditedWorkbook()
    let formula = "<f>SUM(B6:C6)</f>"
    #expect(book.cell("汇总", "D6").contains(formula))
    book.change("汇总", "D6", formula, "")
    #expect(try book.faultyCells() == ["汇总!D6"])
    book = try EditedWorkbook()
    book.change("汇总", "D6", formula, "<f>SUM(B6:B6)+C6</f>")
    #expect(try book.faultyCells() == ["汇总!D6"])
    // One that is not on the list.
    book = try EditedWorkbook()
    book.change("汇总", "B6", "<v>", "<f>\(book.value("汇总", "B6"))</f><v>")
    #expect(try book.faultyCells() == ["汇总!B6"])
    book.change("汇总", "B6", "<f>", "<f>INDIRECT(\"A1\")+")
    #expect(try book.faultyCells().count { $0 == "汇总!B6" } == 2)
  }

  /// A figure and all that follows from it, as where a person types and the program recalculates.
  @Test func aConsistentChangeIsFound() throws {
    var book = try EditedWorkbook()
    let raise = { (book: inout EditedWorkbook, sheet: String, cell: String) in
      book.set(sheet, cell, "\((Double(book.value(sheet, cell)) ?? 0) + 100)")
    }
    for cell in ["B6", "D6", "B7", "D7"] { raise(&book, "汇总", cell) }
    let cells = try book.faultyCells()
    // The figure itself, for it is no programme's money, and the totals for what was kept.
    #expect(cells.contains("汇总!B6") && cells.contains("汇总!B7"))
  }

  @Test func errorsAndMissingSheetsAreFaults() throws {
    var book = try EditedWorkbook()
    book.change("汇总", "D6", "<c r=\"D6\"", "<c t=\"e\" r=\"D6\"")
    book.set("汇总", "D6", "#REF!")
    #expect(try book.faultyCells().contains("汇总!D6"))
    book = try EditedWorkbook()
    book.archive["xl/workbook.xml"] = book.archive["xl/workbook.xml"].replacing(
      "name=\"绩效目标\"", with: "name=\"我的表\"")
    let found = try book.verified()
    #expect(found.faults.map(\.kind) == [.missing])
    #expect(found.notes.contains { $0.en.contains("我的表") })
    book["校验"] = String(book["校验"].prefix(3000))
    #expect(try book.verified().faults.contains { $0.kind == .broken })
  }

  /// Formulas without values, as a library writes them: worked out, one from the other.
  @Test func formulasWithoutValuesAreWorkedOut() throws {
    var book = try EditedWorkbook()
    for sheet in EditedWorkbook.names {
      book[sheet] = book[sheet].replacing(#/</f><v>[^<]*</v>/#, with: "</f>")
    }
    let found = try book.verified()
    #expect(found.faults.map(\.message.en) == [])
    #expect(found.notes.count == 2)
    book.set("汇总", "B6", "1")
    #expect(try !book.faultyCells().isEmpty)
  }

  @Test func aWorkbookOfSomebodyElseIsUnreadable() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.xlsx"
    try TinyWorkbook.archive([("Sheet1", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")]).write(to: path)
    #expect(throws: UnreadableExport.self) { try Verification(path) }
    #expect(throws: UnreadableExport.self) { try RunSide(reading: path) }
  }

  /// Any byte of any sheet: never a trap.
  @Test func damagedSheetsNeverTrap() throws {
    let book = try EditedWorkbook()
    let whole = book.archive.bytes
    try forAll(
      seed: 612, count: 60,
      generator: { random in
        (0..<3).map { _ in (random.int(in: 0...(whole.count - 1)), UInt8(random.int(in: 32...126))) }
      }
    ) { changes in
      var bytes = whole
      for (place, byte) in changes { bytes[place] = byte }
      try Data(bytes).write(to: URL(fileURLWithPath: book.path))
      _ = try? Verification(book.path)
      return true
    }
    // The checksums made anew: what is read is what was changed.
    try forAll(
      seed: 613, count: 60,
      generator: { random in (random.int(in: 0...14), random.int(in: 0...1_000_000), random.int(in: 32...126))
      }
    ) { entry, spot, byte in
      var edited = book
      let place = spot % edited.archive.entries[entry].bytes.count
      edited.archive.entries[entry].bytes[place] = UInt8(byte)
      _ = try? edited.verified()
      return true
    }
  }
}

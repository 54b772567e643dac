import Testing

@testable import DoudiReport

@Suite("Names of cells")
struct CellNameTests {
  /// The last column of a sheet is XFD, the 16,384th.
  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columns(_ index: Int, _ name: String) { #expect(CellName.column(index) == name) }

  @Test func rowsCountFromOne() {
    #expect(CellName.cell(6, 1) == "B7")
    #expect(CellName.range(6, 1, 8, 1) == "B7:B9")
  }

  @Test func apostrophesAreDoubled() { #expect(CellName.sheet("a'b") == "'a''b'!") }

  /// The rules of the file format: 31 UTF-16 units, no `[]:*?/\`, no apostrophe at an end.
  @Test(arguments: ["", "a/b", "a[1]", "'a", "a'", String(repeating: "表", count: 32)])
  func whatIsNoName(_ name: String) { #expect(!CellName.isSheetName(name)) }

  @Test func everySheetHasANameThatFits() {
    for sheet in Labels.sheets {
      for name in [sheet.name.zh, sheet.name.en] {
        #expect(CellName.isSheetName(name), "\(name)")
        // A second long table has a number behind it.
        #expect(CellName.isSheetName(name + "12"))
      }
    }
    for names in [Labels.sheets.map(\.name.zh), Labels.sheets.map(\.name.en)] {
      #expect(names.count == 13)
      #expect(Set(names).count == names.count)
    }
  }
}

import Testing

@testable import DoudiReport

@Suite("Pages of a sheet")
struct SheetPagesTests {
  private func sheet(rows: Int, width: Double = 60) -> Sheet {
    var sheet = Sheet(name: "s")
    sheet.widths = [width]
    sheet.rows = Array(repeating: SheetRow(cells: []), count: rows)
    return sheet
  }

  @Test func aTableThatWouldBeCutGoesToTheNextPage() {
    var sheet = sheet(rows: 55)
    SheetPages(blocks: [2, 25, 45], headers: [3, 26, 46]).lay(out: &sheet)
    // A page holds 34 rows of one line, two of them repeated.
    #expect(sheet.pageBreaks == [25])
    #expect(sheet.repeatedRows == 0...1)
  }

  /// A sheet three pages wide is printed at a third of its size: the page holds three times as many rows.
  @Test func aWideSheetHoldsMoreRows() {
    var sheet = sheet(rows: 60, width: 440)
    SheetPages(blocks: [2, 25, 50], headers: [3, 26, 51]).lay(out: &sheet)
    #expect(sheet.pageBreaks.isEmpty)
  }

  @Test func theOnlyTableRepeatsItsHeadings() {
    var sheet = sheet(rows: 500)
    SheetPages(blocks: [], headers: [3]).lay(out: &sheet)
    #expect(sheet.repeatedRows == 0...3)
    #expect(sheet.pageBreaks.isEmpty)
  }

  @Test func aLongLastTableRepeatsItsOwnHeadings() {
    var sheet = sheet(rows: 500)
    SheetPages(blocks: [2, 20], headers: [3, 21]).lay(out: &sheet)
    #expect(sheet.repeatedRows == 21...21)
    #expect(sheet.pageBreaks == [20])
  }

  @Test func whatFollowsALongTableBeginsAPage() {
    var sheet = sheet(rows: 130)
    SheetPages(blocks: [2, 120], headers: [3, 121]).lay(out: &sheet)
    #expect(sheet.pageBreaks == [120])
  }

  @Test func aPageBeginsWhereAskedFor() {
    var sheet = sheet(rows: 20)
    SheetPages(blocks: [2, 10], headers: [3, 11], starts: [10]).lay(out: &sheet)
    #expect(sheet.pageBreaks == [10])
  }
}

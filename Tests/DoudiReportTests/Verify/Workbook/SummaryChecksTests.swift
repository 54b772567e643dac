import Testing

@testable import DoudiReport

@Suite("Summary and data")
struct SummaryChecksTests {
  /// A line moved from one programme's month to another tier: totals stay, tiers do not.
  @Test func moneyOfTiersIsHeldAgainstTheLedger() throws {
    var book = try EditedWorkbook()
    let cell = book.cell("数据", "H2")
    let tier = cell.contains("county") ? "county" : "province"
    book.change("数据", "H2", tier, "central")
    let cells = try book.faultyCells()
    // The contents of the sheet, and the rows of two tiers.
    #expect(
      cells.count { $0.hasPrefix("汇总!") } > 1 && cells.allSatisfy { $0.hasPrefix("汇总!") || $0 == "数据!A1" })
  }

  /// A month of another year: the years' totals are not those of the sheet.
  @Test func yearsAreHeldApart() throws {
    var book = try EditedWorkbook()
    book.change("数据", "C2", "2027-", "2028-")
    let cells = try book.faultyCells()
    #expect(cells.contains("汇总!B6") && cells.contains("汇总!C6"))
  }
}

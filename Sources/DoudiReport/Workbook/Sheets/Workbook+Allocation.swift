import DoudiInputs

extension Workbook {
  /// 转移支付分配: the table that is handed in, then how it came about.
  func allocationPage() -> Page {
    guard let allocation = content.allocation else {
      return emptyPage(Labels.sheetAllocation, Labels.noAllocation)
    }
    var builder = SheetBuilder(
      Labels.sheetAllocation, title: allocation.spec.title,
      unitLine: Labels.unitLine(allocation.handedInUnit), words: (language, unit, content.printing))
    builder.table(allocation.handedIn())
    for (index, table) in allocation.screenTables(unit, printing: content.printing).enumerated() {
      builder.section(table.title, isNewPage: index == 0)
      builder.table(table)
    }
    return Page(builder.finish())
  }
}

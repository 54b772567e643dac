import DoudiInputs

extension Workbook {
  /// 汇总 of a scenario of years: the sums of its results.
  func yearlyPage() -> Page {
    guard let yearly = content.yearly else { return emptyPage(Labels.sheetSummary, Labels.noRun) }
    var builder = builder(Labels.sheetSummary)
    builder.table(yearly.screenTable())
    return Page(builder.finish())
  }

  /// 参数与依据 of an allocation alone.
  func assumptionsPage() -> Page {
    guard let table = content.provenance.assumptions else {
      return emptyPage(Labels.sheetParameters, Labels.noRun)
    }
    var builder = builder(Labels.sheetParameters)
    builder.table(table)
    return Page(builder.finish())
  }
}

import DoudiInputs
import DoudiModel

extension RunPages {
  /// 功能科目预算: every year by functional code, then by programme, beside the year before, with causes and
  /// reasons.
  func functionPage() -> Workbook.Page {
    var builder = builder(Labels.sheetFunction, unitLine: moneyLine)
    builder.caps = [14, 24]
    let codes = FunctionCodes(report.model)
    let coded = (Grouping(report.model, by: "function")?.shown(in: report)).map { grouping in
      exact { report.budgetTables($0, by: grouping) }.map(codes.coded)
    }
    let own = exact { report.budgetTables($0) }.map(codes.ofProgrammes)
    let tables = BudgetLayout.aligned((coded ?? []) + own)
    let places = stack(tables, on: &builder)
    let name = builder.sheet.name
    let years = (coded == nil ? [] : report.years) + report.years
    let totals = zip(places, zip(tables, years)).map { place, one in
      TotalsRow(section(one.0), place, sheet: name, keys: [("budget", "\(one.1)")])
    }
    return Workbook.Page(builder.finish(), totals: totals.compactMap { $0 })
  }
}

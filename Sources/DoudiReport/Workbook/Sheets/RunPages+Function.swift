import DoudiInputs
import DoudiModel

extension RunPages {
  /// 功能科目预算: every year by functional code, then by programme, beside the year before, with causes and
  /// reasons.
  func functionPage() -> Workbook.Page {
    var builder = builder(Labels.sheetFunction, unitLine: moneyLine)
    let codes = FunctionCodes(report.model)
    let grouping = Grouping(report.model, by: "function")
    let coded = grouping.map { report.budgetTables(unit, by: $0) } ?? []
    let tables = coded.map(codes.coded) + report.budgetTables(unit)
    let places = stack(tables, on: &builder)
    let name = builder.sheet.name
    let years = report.years + report.years
    let totals = zip(places, zip(tables, years)).map { place, one in
      TotalsRow(section(one.0), place, sheet: name, keys: [("budget", "\(one.1)")])
    }
    return Workbook.Page(builder.finish(), totals: totals.compactMap { $0 })
  }
}

/// Codes of the expenditure classification as the books give them.
struct FunctionCodes {
  private let verified: [String: Bool]

  init(_ model: Model) {
    verified = model.programmes.reduce(into: [:]) { found, programme in
      guard let one = programme.classification else { return }
      found[one.code] = (found[one.code] ?? true) && one.isVerified
    }
  }

  /// "2082001", or "20819 *" where nobody has verified it.
  private func text(_ code: String) -> String? {
    verified[code].map { $0 ? code : code + " *" }
  }

  /// A table whose rows are codes, with the code in a column of its own.
  func coded(_ table: Table) -> Table {
    guard let first = table.columns.first, case .words(let positions, let words) = first.values else {
      return table
    }
    let codes = positions.map { $0 >= 0 ? text(words[Int($0)].id) : nil }
    var copy = table
    copy.columns.insert(Column("code", Labels.functionCode, .texts(codes)), at: 0)
    if codes.contains(where: { $0?.hasSuffix("*") ?? false }) { copy.notes.append(Labels.unverifiedCodes) }
    return copy
  }
}

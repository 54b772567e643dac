import DoudiInputs

extension RunPages {
  private static let mostRegions = 400

  /// 合规核对: every limit of the whole place, and of its regions where they are not too many.
  func limitsPage() -> Workbook.Page {
    var builder = builder(Labels.sheetLimits)
    guard !report.verdicts.isEmpty else { return book.emptyPage(Labels.sheetLimits, Labels.noLimits) }
    builder.line(report.auditSummary)
    let below = report.verdicts.filter { $0.region != report.root.code }
    let decided = below.filter { $0.slack != nil }
    let shown = decided.count > Self.mostRegions ? decided.filter { $0.finding == .broken } : decided
    let whole = report.verdicts.filter { $0.region == report.root.code }
    builder.table(
      report.limitsTable(whole, name: Labels.limits, withRegion: !below.isEmpty, unit))
    if !below.isEmpty {
      let table = report.limitsTable(
        Array(shown.prefix(Self.mostRegions)), name: Labels.limitsOfRegions, withRegion: true, unit)
      builder.section(section(table))
      if shown.count < decided.count || shown.count > Self.mostRegions {
        builder.line(Labels.onlyBroken(shown.prefix(Self.mostRegions).count, of: decided.count))
      }
      builder.table(table, withLines: false)
    }
    return Workbook.Page(builder.finish())
  }
}

public import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// Assumptions shown on a screen.
  static let assumptionsShown = 15

  /// The tables of `run`, in order.
  public func screenTables(_ unit: MoneyUnit) -> [Table] {
    var tables = [
      summaryTable(unit), tierTable(unit), regionTable(unit), standardsTable(), caseloadTable(), limitsTable(),
      assumptionsTable(unit, limit: Self.assumptionsShown), documentsTable(),
    ]
    if let deadlines = deadlinesTable() { tables.append(deadlines) }
    tables[0].notes.append(Labels.fitted)
    return tables
  }

  /// "12 limits: 10 met, 1 broken (1 hard), 1 undecidable".
  public var auditSummary: Bilingual {
    let broken = verdicts.filter { $0.finding == .broken }
    let hard = broken.filter { $0.strictness == .hard }.count
    let open = verdicts.filter { $0.finding == .undecidable }.count
    let met = verdicts.count - broken.count - open
    return Bilingual(
      zh: "共\(verdicts.count)项：符合\(met)，不符\(broken.count)（刚性\(hard)），无法判断\(open)",
      en: "\(verdicts.count) verdicts: \(met) met, \(broken.count) broken (\(hard) hard), \(open) undecidable")
  }
}

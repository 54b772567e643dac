public import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// Assumptions shown on a screen.
  static let assumptionsShown = 15

  /// The tables of `run`, in order.
  /// - Parameters:
  ///   - unit: of money.
  ///   - grouping: what the budget tables have a row for; nil: programmes.
  /// - Returns: the tables.
  public func screenTables(_ unit: MoneyUnit, by grouping: Grouping? = nil) -> [Table] {
    var tables = [summaryTable(unit)]
    if let grouping { tables.append(groupTable(grouping, unit)) }
    tables += budgetTables(unit, by: grouping)
    tables += [
      tierTable(unit), regionTable(unit), standardsTable(), caseloadTable(),
      limitsTable(unit),
      assumptionsTable(unit, limit: Self.assumptionsShown), documentsTable(),
    ]
    if let deadlines = deadlinesTable() { tables.append(deadlines) }
    tables[0].notes.append(Labels.fitted)
    return tables
  }

  /// The scenario, its total and the run's identifier, above all tables.
  public func heading(_ unit: MoneyUnit) -> Bilingual {
    let total = NumberText.scaled(
      MoneyGrid.rounded(projection.total.fen, unit.quantum), places: unit.places)
    let scenario = model.scenario
    let kind = scenario.isTrial ? Labels.trial : Labels.budget
    let reforms = scenario.reforms.map { Labels.reform($0) }
    return Bilingual(
      zh:
        "\(scenario.title.zh)\(kind.zh)\n\(reforms.map { $0.zh + "\n" }.joined())总额 \(total) \(unit.label.zh) · \(basisLine.zh)\n方案 \(scenario.id) · 运行 \(runID) · doudi \(ProgramVersion.text)",
      en:
        "\(scenario.title.en), \(kind.en)\n\(reforms.map { $0.en + "\n" }.joined())Total \(total) in \(unit.label.en) · \(basisLine.en)\nscenario \(scenario.id) · run \(runID) · doudi \(ProgramVersion.text)"
    )
  }

  /// "12 limits: 10 met, 1 broken (1 hard), 1 undecidable".
  public var auditSummary: Bilingual {
    let broken = verdicts.filter { $0.finding == .broken }
    let hard = broken.filter { $0.strictness == .hard }.count
    let open = verdicts.filter { $0.finding == .undecidable }.count
    let met = verdicts.count - broken.count - open
    return Bilingual(
      zh: "共\(verdicts.count)项：符合\(met)，不符\(broken.count)（刚性\(hard)），无法判断\(open)",
      en: "\(verdicts.count) verdicts: \(met) met, \(broken.count) broken (\(hard) hard), \(open) undecidable"
    )
  }
}

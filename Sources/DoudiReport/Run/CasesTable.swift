import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// The scenario's households against the thresholds of payment rules, with the names of those
  /// exactly on one; nil where the scenario lists none.
  /// - Parameter forFiles: what a place decides is a column instead of a line below.
  /// - Returns: the table.
  public func casesTable(forFiles: Bool = false) -> Table? {
    guard !model.cases.isEmpty else { return nil }
    let tests = projection.caseTests
    func counts(_ count: (CaseTest) -> Int?) -> Values { .figures(tests.map { count($0).map { "\($0)" } }) }
    let name =
      forFiles
      ? Column("rule", Labels.limit, .texts(tests.map(\.rule.id)))
      : Column("rule", Labels.limit, .notes(tests.map(Self.ruleName)), width: 30)
    var columns = [
      name, Column("period", Labels.period, .texts(tests.map { "\($0.year)" })),
      Column("below", Labels.belowThreshold, counts(\.below)),
      Column("on", Labels.onThreshold, counts(\.on.count)),
      Column("above", Labels.aboveThreshold, counts(\.above)),
      Column("after_outlays", Labels.belowAfterOutlays, counts(\.belowAfterOutlays)),
      Column("county", Labels.decidedByCounty, counts(\.decidedByCounty)),
      Column("hits", Labels.boundaryHits, .texts(tests.map { $0.on.joined(separator: " ") }), width: 40),
    ]
    if forFiles { columns.append(Column("meaning", Labels.whatItDecides, .notes(tests.map(\.meaning)))) }
    return Table(
      id: "cases", title: title(Labels.cases, unit: nil), columns: columns,
      notes: forFiles ? [] : Self.meanings(tests))
  }

  private static func ruleName(_ test: CaseTest) -> Bilingual? {
    Bilingual(
      zh: "\(test.rule.mechanism) \(test.rule.name.zh)", en: "\(test.rule.mechanism) \(test.rule.name.en)")
  }

  /// "W05：界限以上…", once where all years say the same.
  private static func meanings(_ tests: [CaseTest]) -> [Bilingual] {
    var found: [Bilingual] = []
    for test in tests {
      let same = tests.filter { $0.rule.id == test.rule.id && $0.meaning == test.meaning }
      let all = tests.filter { $0.rule.id == test.rule.id }
      let time = same.count == all.count ? "" : " \(test.year)"
      let line = Bilingual(
        zh: "\(test.rule.id)\(time)：\(test.meaning.zh)", en: "\(test.rule.id)\(time): \(test.meaning.en)")
      if !found.contains(line) { found.append(line) }
    }
    return found
  }
}

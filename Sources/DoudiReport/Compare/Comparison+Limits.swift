import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  /// One limit in one region and period, with each run's verdict.
  struct LimitRow {
    let rule: String
    let region: RegionCode
    let period: Period
    let verdicts: [Verdict?]

    /// The first that is there.
    var any: Verdict? { verdicts.lazy.compactMap { $0 }.first }
    var isChanged: Bool { Set(verdicts.map { $0?.finding }).count > 1 }
    var isMoved: Bool { Set(verdicts.map { $0?.slack }).count > 1 }
  }

  /// All limits of all runs, by limit, region and period.
  func limitRows() -> [LimitRow] {
    struct Key: Hashable {
      let rule: String
      let region: RegionCode
      let period: Period
    }
    let tables = runs.map { run in
      Dictionary(
        run.report.verdicts.map { (Key(rule: $0.rule, region: $0.region, period: $0.period), $0) }
      ) { first, _ in first }
    }
    let keys = tables.reduce(into: Set<Key>()) { $0.formUnion($1.keys) }
    return keys.map { key in
      LimitRow(rule: key.rule, region: key.region, period: key.period, verdicts: tables.map { $0[key] })
    }.sorted { ($0.rule, $0.region, $0.period) < ($1.rule, $1.region, $1.period) }
  }

  /// Limits of the whole place in the year that can be decided, and every region's whose verdict changes.
  func limitsTable(_ unit: MoneyUnit) -> Table {
    let root = runs[0].report.root.code
    let all = limitRows().filter { $0.period.year == year }
    let rows = all.filter { row in
      row.isChanged || (row.region == root && row.verdicts.contains { $0?.slack != nil })
    }
    let shown = Array(rows.prefix(Self.limitsShown))
    var columns = [
      Column("limit", Labels.limit, .notes(shown.map { name(of: $0) }), width: 30)
    ]
    if shown.contains(where: { $0.region != root }) {
      columns.append(Column("region", Labels.region, .notes(shown.map { regionName($0.region) }), width: 20))
    }
    columns.append(
      Column(
        "unit", Labels.unit,
        .notes(shown.map { row in row.any.map { RunReport.isMoney($0) ? unit.label : Labels.unit($0.unit) } }),
        width: 12))
    let slacks = runs.indices.map { run in
      shown.map { row in row.verdicts[run].flatMap { RunReport.shown($0.slack, $0, unit) } }
    }
    for run in runs.indices {
      columns.append(
        Column("slack_\(runs[run].letter)", Labels.slackOf(runs[run].letter), .numbers(slacks[run])))
    }
    for run in others {
      let gap = zip(slacks[run], slacks[0]).map { Self.gap($0, $1)?.value }
      columns.append(Column("\(runs[run].letter)-A", differenceTitle(run), .numbers(gap)))
    }
    columns.append(Column("verdict", Labels.verdict, .notes(shown.map { verdictText($0) }), width: 40))
    columns.append(
      Column("clause", Labels.clause, .texts(shown.map { row in clause(of: row) }), width: 14))
    var notes: [Bilingual] = []
    if !all.contains(where: { $0.isChanged || $0.isMoved }) {
      notes.append(Labels.noDifference)
    } else if !all.contains(where: \.isChanged) {
      notes.append(Labels.sameVerdicts)
    }
    if rows.count > shown.count { notes.append(Labels.rowsShown(shown.count, rows.count, "compare_limits.csv")) }
    return Table(
      id: "compare_limits", title: title(Labels.limits, unit: nil), columns: columns, notes: notes)
  }

  private static let limitsShown = 20

  private func header(of row: LimitRow) -> RuleHeader? {
    runs.lazy.compactMap { run in run.model.limits.first { $0.header.id == row.rule } }.first?.header
  }

  private func name(of row: LimitRow) -> Bilingual? {
    let name = header(of: row)?.name ?? Bilingual(zh: "", en: "")
    let id = row.any?.id ?? row.rule
    return Bilingual(zh: "\(id) \(name.zh)", en: "\(id) \(name.en)")
  }

  private func clause(of row: LimitRow) -> String? { header(of: row)?.citation.clause }

  func regionName(_ code: RegionCode) -> Bilingual? {
    runs.lazy.compactMap { $0.model.space.tree.region(code)?.name }.first
  }

  /// "met", or "A met, B broken" where they differ.
  private func verdictText(_ row: LimitRow) -> Bilingual? {
    guard row.isChanged else { return row.any.map { Labels.finding($0.finding) } }
    let parts = zip(runs, row.verdicts).map { run, verdict in
      let word = verdict.map { Labels.finding($0.finding) } ?? Bilingual(zh: "无", en: "none")
      return Bilingual(zh: "\(run.letter)\(word.zh)", en: "\(run.letter) \(word.en)")
    }
    return Bilingual(
      zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
  }

  /// id, rule, clause, region, period, unit, strictness, variant, value, bound, slack, verdict,
  /// slack_difference, changed: every limit.
  func limitsFile() -> Table {
    let rows = limitRows().flatMap { row in
      runs.indices.compactMap { run in row.verdicts[run].map { (row: row, run: run, verdict: $0) } }
    }
    let gaps = rows.map { one in
      one.verdict.slack.flatMap { slack in one.row.verdicts[0]?.slack.map { slack - $0 } }
    }
    return Table(
      id: "compare_limits", title: Labels.limits,
      columns: [
        Column("id", .texts(rows.map(\.verdict.id))), Column("rule", .texts(rows.map(\.row.rule))),
        Column("clause", .texts(rows.map { clause(of: $0.row) })),
        Column("region", .texts(rows.map(\.row.region.text))),
        Column("period", .texts(rows.map { "\($0.row.period)" })),
        Column("unit", .texts(rows.map(\.verdict.unit))),
        Column("strictness", .texts(rows.map(\.verdict.strictness.rawValue))),
        Column("variant", .texts(rows.map { runs[$0.run].letter })),
        Column("value", .numbers(rows.map(\.verdict.value))), Column("bound", .numbers(rows.map(\.verdict.bound))),
        Column("slack", .numbers(rows.map(\.verdict.slack))),
        Column("verdict", .texts(rows.map(\.verdict.finding.rawValue))),
        Column("slack_difference", .numbers(gaps)),
        Column(
          "changed", .texts(rows.map { $0.verdict.finding != $0.row.verdicts[0]?.finding ? "true" : "false" })),
      ])
  }
}

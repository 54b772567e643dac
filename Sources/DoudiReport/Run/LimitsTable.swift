public import DoudiInputs
public import DoudiModel
import DoudiUnits

extension RunReport {
  /// The limits of the whole place by year: figure, bound, slack, verdict, clause.
  public func limitsTable() -> Table {
    limitsTable(verdicts.filter { $0.region == root.code }, name: Labels.limits, withRegion: false)
  }

  /// Every limit at every node.
  public func auditTable() -> Table {
    limitsTable(verdicts, name: Labels.limits, withRegion: model.space.tree.regions.count > 1)
  }

  func limitsTable(_ shown: [Verdict], name: Bilingual, withRegion: Bool) -> Table {
    let rules = Dictionary(model.limits.map { ($0.header.id, $0.header) }) { first, _ in first }
    let marked = shown.contains { $0.status >= .assumed && $0.slack != nil }
    let names = shown.map { verdict in
      rules[verdict.rule].map { Bilingual(zh: "\(verdict.id) \($0.name.zh)", en: "\(verdict.id) \($0.name.en)") }
    }
    let findings = shown.map { verdict in
      let star = verdict.status >= .assumed && verdict.slack != nil ? " *" : ""
      let label = Labels.finding(verdict.finding)
      return Bilingual(zh: label.zh + star, en: label.en + star)
    }
    var columns = [Column("limit", Labels.limit, .notes(names))]
    if withRegion { columns.append(regionColumn(shown)) }
    columns += [
      Column("period", Labels.period, .texts(shown.map { "\($0.period)" })),
      Column("value", Labels.value, .numbers(shown.map(\.value))),
      Column("bound", Labels.bound, .numbers(shown.map(\.bound))),
      Column("slack", Labels.slack, .numbers(shown.map(\.slack))),
      Column("unit", Labels.unit, .texts(shown.map(\.unit))),
      Column("strictness", Labels.strictnessTitle, .notes(shown.map { Labels.strictness($0.strictness) })),
      Column("verdict", Labels.verdict, .notes(findings)),
      Column("clause", Labels.clause, .texts(shown.map { rules[$0.rule]?.citation.clause })),
    ]
    if shown.contains(where: { $0.note != nil }) {
      columns.append(Column("note", Labels.note, .notes(shown.map(\.note))))
    }
    return Table(
      id: "limits", title: title(name, unit: nil), lead: [basisLine], columns: columns,
      notes: marked ? [Labels.assumedMark] : [])
  }

  private func regionColumn(_ shown: [Verdict]) -> Column {
    let regions = model.space.tree.regions
    let place = Dictionary(regions.enumerated().map { ($1.code, Int32($0)) }) { first, _ in first }
    let words = regions.map { Word($0.code.text, $0.name) }
    return Column("region", Labels.region, .words(shown.map { place[$0.region] ?? -1 }, words))
  }
}

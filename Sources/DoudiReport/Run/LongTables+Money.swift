import DoudiInputs
import DoudiModel
import DoudiUnits

extension LongTables {
  /// Money by region, area, month, entitlement month, programme, line type, fund and tier.
  ///
  /// For files rules are told apart, with clause, status and yuan beside the fen. By year, a file has
  /// the columns `year` and `entitlement_year`; JSON keeps its keys, and the year's last month
  /// stands for the year, as for standards and persons.
  public func ledger(forFiles: Bool) -> Table {
    let ledger = LedgerRows(report.projection, options, byRule: forFiles)
    let rows = ledger.rows
    let places = options.level == .root ? [Word(report.root.code.text, report.root.name)] : leafWords
    let isYearly = options.step == .year && forFiles
    let paid = steps(0..<model.scenario.horizon.count, isYearly)
    let entitled = steps(-2048..<2048, isYearly)
    let kind = rows.map { Int32($0.kind) }
    let kinds = ledger.kinds
    var columns = [
      Column("region", .words(rows.map { Int32($0.leaf) }, places)),
      Column("area", .words(rows.map { Int32($0.area.rawValue) }, Self.areaWords)),
      Column(isYearly ? "year" : "month", .words(rows.map { Int32($0.paid) }, paid)),
      Column(
        isYearly ? "entitlement_year" : "entitlement_month",
        .words(rows.map { Int32($0.entitled + 2048) }, entitled)),
      Column("programme", .words(kind, kinds.map { Word(model.programmes[$0.programme].id) })),
      Column("line_type", .words(kind, kinds.map { Word($0.type.id, Labels.lineType($0.type)) })),
      Column("fund", .words(kind, kinds.map { Word(model.funds[model.fundOfProgramme[$0.programme]].id) })),
      Column("tier", .words(rows.map { Int32($0.tier.rawValue) }, Tier.allCases.map { Word($0.id) })),
    ]
    if forFiles {
      let headers = kinds.map { $0.rule.map { model.payments[$0].header } }
      columns += [
        Column("rule", .words(kind, headers.map { Word($0?.id ?? "") })),
        Column("clause", .words(kind, headers.map { Word($0?.citation.clause ?? "") })),
        Column("document", .words(kind, headers.map { Word($0?.citation.document.number ?? "") })),
        Column("status", .words(rows.map { Int32($0.status.rawValue) }, Self.statusWords)),
      ]
    }
    columns.append(Column("fen", .fen(rows.map(\.fen))))
    if forFiles { columns.append(Column("cny", .yuan(rows.map(\.fen)))) }
    return Table(id: "ledger", title: Labels.summary, columns: columns)
  }

  /// Names of time steps counted from the first of the horizon: months, years, or the last months of
  /// years.
  private func steps(_ range: Range<Int>, _ isYearly: Bool) -> [Word] {
    let horizon = model.scenario.horizon
    return range.map { step in
      guard options.step == .year else { return Word("\(horizon.first.advanced(by: step))") }
      let year = horizon.first.year + step
      let last = year == horizon.last.year ? horizon.last : Month(year: year, month: 12)
      return Word(isYearly ? "\(year)" : "\(last)")
    }
  }

  /// Verdicts by limit, clause, region and period.
  public func limits(forFiles: Bool) -> Table {
    let rules = Dictionary(model.limits.map { ($0.header.id, $0.header) }) { first, _ in first }
    func clause(_ verdict: Verdict) -> String { rules[verdict.rule]?.citation.clause ?? "" }
    func key(_ verdict: Verdict) -> [String] {
      [verdict.id, clause(verdict), verdict.region.text, "\(verdict.period)", verdict.rule]
    }
    let shown = report.verdicts.filter { options.level == .leaf || $0.region == report.root.code }
      .map { (key: key($0), verdict: $0) }
      .sorted { a, b in
        for (x, y) in zip(a.key, b.key) where x != y { return Self.before(x, y) }
        return false
      }.map(\.verdict)
    var columns = [
      Column("id", .texts(shown.map(\.id))), Column("clause", .texts(shown.map(clause))),
      Column("region", .texts(shown.map(\.region.text))),
      Column("period", .texts(shown.map { "\($0.period)" })),
      Column("value", .numbers(shown.map(\.value))), Column("bound", .numbers(shown.map(\.bound))),
      Column("slack", .numbers(shown.map(\.slack))), Column("unit", .texts(shown.map(\.unit))),
      Column("strictness", .texts(shown.map(\.strictness.rawValue))),
      Column("verdict", .texts(shown.map(\.finding.rawValue))),
    ]
    if forFiles {
      columns += [
        Column("status", .texts(shown.map(\.status.id))), Column("rule", .texts(shown.map(\.rule))),
        Column("note_zh", .texts(shown.map { $0.note?.zh })),
        Column("note_en", .texts(shown.map { $0.note?.en })),
      ]
    }
    return Table(id: "limits", title: Labels.limits, columns: columns)
  }

  /// Assumptions by name for machines; by money moved, with reasons, for files.
  public func assumptions(forFiles: Bool) -> Table {
    let all = report.effects.map { (effect: $0, assumption: model.assumptions[$0.assumption]) }
    let rows = forFiles ? all : all.sorted { Self.before($0.assumption.name, $1.assumption.name) }
    let origins = rows.map { $0.assumption.origin }
    var columns = [
      Column("name", .texts(rows.map(\.assumption.name))),
      Column("value", .figures(rows.map(\.assumption.valueText))),
      Column("unit", .texts(rows.map(\.assumption.term.unit.text))),
      Column("clause", .texts(rows.map { $0.assumption.citation?.clause })),
      Column("status", .texts(rows.map(\.assumption.status.id))),
      Column("source", .texts(origins.map { $0?.source })),
      Column("fen_moved", .fen(rows.map(\.effect.moved.fen))),
    ]
    if forFiles {
      columns += [
        Column("why_zh", .texts(origins.map { $0?.why?.zh })),
        Column("why_en", .texts(origins.map { $0?.why?.en })),
      ]
    }
    return Table(id: "assumptions", title: Labels.assumptions, columns: columns)
  }
}

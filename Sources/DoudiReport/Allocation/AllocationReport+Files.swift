import DoudiAllocation
import DoudiAnalysis
import DoudiInputs
import DoudiUnits

/// The smaller tables of an allocation, for files.
extension AllocationReport {
  /// item, value: what concerns all rows.
  func summary() -> Table {
    let hits = split.rows.compactMap(\.bound)
    let given = rows.leaves.reduce(Int64(0)) { $0 + split.rows[$1].amount }
    let items: [(String, String?)] = [
      ("allocation", spec.id), ("method", spec.method.name), ("unit", spec.unit.rawValue),
      ("pot", "\(split.pot)"), ("given", "\(given)"), ("remainder", "\(split.remainder)"),
      ("multiplier", split.multiplier.map(Self.exact)),
      ("floors_met", "\(hits.count { $0.side == .floor })"),
      ("caps_met", "\(hits.count { $0.side == .cap })"),
      ("moved_up", "\(moved { max(0, $0) })"), ("moved_down", "\(moved { max(0, -$0) })"),
      ("ties", "\(split.ties.count)"), ("weights_scaled", split.weightsScaled ? "yes" : "no"),
      ("bounds_rounded", split.boundsRounded ? "yes" : "no"),
    ]
    return Table(
      id: "summary", title: Labels.summary,
      columns: [
        Column("item", .texts(items.map(\.0))), Column("value", .figures(items.map(\.1))),
      ])
  }

  /// Whole units that bounds moved, over leaves.
  func moved(_ part: (Int64) -> Int64) -> Int64 {
    rows.leaves.reduce(0) { $0 + part(split.rows[$1].moved) }
  }

  /// amounts, heads, gini, gini_exact, theil_t, theil_l, atkinson_0.5, _1, _2.
  func equityFile() -> Table {
    let lines = outcome.equity
    return Table(
      id: "equity", title: Labels.equity,
      columns: [
        Column("amounts", .texts(lines.map(\.amounts.rawValue))),
        Column("heads", .texts(lines.map(\.heads.rawValue))),
        Column("gini", .persons(lines.map(\.measure.gini.double))),
        Column("gini_exact", .texts(lines.map { Self.exact($0.measure.gini) })),
        Column("theil_t", .persons(lines.map(\.measure.theilT))),
        Column("theil_l", .persons(lines.map(\.measure.theilL))),
        Column("atkinson_0.5", .persons(lines.map { $0.measure.atkinson(0.5) ?? .nan })),
        Column("atkinson_1", .persons(lines.map { $0.measure.atkinson(1) ?? .nan })),
        Column("atkinson_2", .persons(lines.map { $0.measure.atkinson(2) ?? .nan })),
      ])
  }

  /// region, share_exact, amount, rounding (amount less exact), tie (number of the tie), got_unit.
  func rounding() -> Table {
    let all = split.rows
    let tie = rows.rows.indices.map { row in split.ties.firstIndex { $0.rows.contains(row) } }
    return Table(
      id: "rounding", title: Labels.note,
      columns: [
        Column("region", .texts(rows.rows.map(\.id))),
        Column("share_exact", .texts(all.map { $0.exact.map(Self.exact) })),
        Column("amount", .figures(all.map { "\($0.amount)" })),
        Column(
          "rounding",
          .numbers(
            all.map { row in
              row.exact.map { Rational(Int128(row.amount), over: 1) - $0 }.flatMap {
                $0.isRepresentable ? $0 : nil
              }
            })),
        Column("tie", .figures(tie.map { $0.map { "\($0 + 1)" } })),
        Column(
          "won_tie",
          .texts(
            rows.rows.indices.map { row in
              tie[row].map { split.ties[$0].winners.contains(row) ? "yes" : "no" }
            })),
      ])
  }

  /// name, value, status, source, why: what the result rests on.
  func assumptions() -> Table {
    let notes = spec.columnNotes
    let figures = spec.figures
    return Table(
      id: "assumptions", title: Labels.assumptions,
      columns: [
        Column("name", .texts(figures.map(\.name) + notes.map { "columns.\($0.name)" })),
        Column("value", .texts(figures.map(\.text) + notes.map { $0.unit })),
        Column("status", .texts(figures.map(\.status.id) + notes.map(\.status.id))),
        Column("source", .texts(figures.map(\.source) + notes.map(\.source))),
        Column("why_zh", .texts(figures.map { $0.why?.zh } + notes.map { $0.why?.zh })),
        Column("why_en", .texts(figures.map { $0.why?.en } + notes.map { $0.why?.en })),
      ])
  }

  /// condition, price (of the objective for one unit more), excess; the pot first.
  func prices() -> Table {
    let program = split.program
    let names = ["pot"] + spec.conditions.map(\.name)
    return Table(
      id: "prices", title: Labels.priceTable,
      columns: [
        Column("condition", .texts(names)),
        Column("price", .persons([program?.potPrice ?? .nan] + (program?.conditionPrices ?? []))),
        Column("excess", .persons([0] + (program?.conditionExcess ?? []))),
        Column("objective", .persons(names.map { _ in program?.objective ?? .nan })),
      ])
  }

  /// batch, date, region, amount, cumulative.
  func batches() -> Table {
    let all = outcome.batches.flatMap { batch in rows.rows.indices.map { (batch, $0) } }
    return Table(
      id: "batches", title: Labels.batchTable,
      columns: [
        Column("batch", .texts(all.map(\.0.name))), Column("date", .texts(all.map(\.0.date))),
        Column("region", .texts(all.map { rows.rows[$1].id })),
        Column("amount", .figures(all.map { "\($0.amounts[$1])" })),
        Column("cumulative", .figures(all.map { "\($0.cumulative[$1])" })),
      ])
  }

  /// method, given, coverage, gini, unbeaten.
  func methods() -> Table {
    let all = outcome.candidates
    return Table(
      id: "methods", title: Labels.methodsCompared,
      columns: [
        Column("method", .texts(all.map(\.method.name))), Column("given", .figures(all.map { "\($0.cost)" })),
        Column("coverage", .persons(all.map { $0.coverage ?? .nan })),
        Column("gini", .persons(all.map { $0.gini ?? .nan })),
        Column("unbeaten", .texts(all.map { $0.isUnbeaten ? "yes" : "no" })),
      ])
  }

  /// region, wanted, own, after, slack, verdict.
  func reserve() -> Table {
    let all = outcome.reserves
    return Table(
      id: "reserve", title: Labels.reserveTable,
      columns: [
        Column("region", .texts(rows.rows.map(\.id))), Column("wanted", .numbers(all.map(\.wanted))),
        Column("own", .numbers(all.map(\.own))), Column("after", .numbers(all.map(\.after))),
        Column("slack", .numbers(all.map(\.slack))),
        Column("verdict", .texts(all.map { $0.slack < .zero ? "broken" : "met" })),
      ])
  }

  /// region, then each factor's share.
  func factors() -> Table {
    Table(
      id: "factors", title: Labels.weight,
      columns: [Column("region", .texts(rows.rows.map(\.id)))]
        + outcome.factors.map { factor in Column(factor.name, .numbers(factor.shares.map { $0 })) })
  }
}

import DoudiAllocation
import DoudiAnalysis
import DoudiInputs
import DoudiUnits

/// Tables of an allocation for screens.
extension AllocationReport {
  /// What people read, money in `unit`.
  /// - Parameters:
  ///   - unit: of money.
  ///   - printing: rounded leaves each amount by itself.
  /// - Returns: the tables in their order.
  public func screenTables(_ unit: MoneyUnit, printing: Printing = .adjusted) -> [Table] {
    let printed = PrintedAmounts(rows: rows, unit: spec.unit, screen: unit, printing: printing)
    return [inTreeOrder(main(printed))] + [use(printed)].compactMap { $0.map(inTreeOrder) }
      + (outcome.reserves.isEmpty ? [] : [inTreeOrder(reserveScreen(printed))])
      + (split.program == nil ? [] : [pricesScreen()])
      + (outcome.batches.isEmpty ? [] : [inTreeOrder(batchScreen(printed))])
      + (outcome.candidates.isEmpty ? [] : [methodsScreen(printed)]) + [equityScreen()]
  }

  /// Each row with those below it behind it; a total stays last.
  private func inTreeOrder(_ table: Table) -> Table {
    guard rows.isTree else { return table }
    let order = treeOrder + Array(rows.rows.count..<table.rowCount)
    var copy = table
    copy.columns = table.columns.map {
      Column($0.id, $0.title, $0.values.picking(order), isRowTotal: $0.isRowTotal, width: $0.width)
    }
    return copy
  }

  /// Every row with those below it behind it.
  var treeOrder: [Int] {
    var order: [Int] = []
    func add(_ parent: Int?) {
      for row in rows.rows.indices where rows.rows[row].parent == parent {
        order.append(row)
        add(row)
      }
    }
    add(nil)
    return order
  }

  /// The name of a row, set in where it lies below another.
  func name(_ row: Int) -> Bilingual {
    let blanks = String(repeating: "  ", count: depth(row))
    let name = rows.rows[row].name
    return Bilingual(zh: blanks + name.zh, en: blanks + name.en)
  }

  /// Names, rows below others set in, the total last.
  private func names(total: Bool) -> Column {
    let names = rows.rows.indices.map(name)
    return Column("region", Labels.region, .notes(names + (total ? [Labels.total] : [])))
  }

  private func depth(_ row: Int) -> Int {
    var (next, depth) = (rows.rows[row].parent, 0)
    while let up = next, depth < TierTree.deepest { (next, depth) = (rows.rows[up].parent, depth + 1) }
    return depth
  }

  private var kinds: [RowKind] { rows.rows.map { _ in .body } + [.total] }

  func title(_ words: Bilingual, _ unit: Bilingual?) -> Bilingual {
    Bilingual(
      zh: "\(words.zh) · \(spec.title.zh)" + (unit.map { " · 单位：\($0.zh)" } ?? ""),
      en: "\(words.en) · \(spec.title.en)" + (unit.map { " · in \($0.en)" } ?? ""))
  }

  /// Per cent with two decimals that add up to 100; in a tree, where parents stand beside their children, each
  /// by itself.
  private func shares(_ all: [Rational?], _ printing: Printing) -> Values {
    let known = all.compactMap { $0 }
    guard printing == .adjusted, !rows.isTree, known.count == all.count else {
      let whole: Double = rows.isTree || known.count < all.count ? .nan : 100
      return .reals(all.map { $0.map { $0.double * 100 } ?? .nan } + [whole], places: 2)
    }
    let whole: Int64 = 10_000
    return .units(LargestRemainder.split(whole, weights: known) + [whole], places: 2)
  }

  private func main(_ printed: PrintedAmounts) -> Table {
    let all = split.rows
    var columns = [names(total: true)]
    if all.contains(where: { $0.share != nil }) {
      columns.append(Column("share", Labels.sharePercent, shares(all.map(\.share), printed.printing)))
      columns.append(printed.column("formula", Labels.formulaAmount, all.map(\.formula)))
    }
    if all.contains(where: { $0.bound != nil }) {
      columns.append(Column("bound", Labels.boundHit, .notes(all.map { $0.bound.map(Labels.bound) } + [nil])))
      columns.append(
        printed.column("moved", Labels.movedByBounds, all.map { Rational(Int128($0.moved), over: 1) }))
    }
    columns.append(printed.column("amount", Labels.allotted, rows.rows.indices.map { amount($0) }))
    if outcome.previous != nil { columns += changeColumns(printed) }
    if let sent = outcome.sent {
      columns.append(printed.column("sent", Labels.alreadySent, sent.map { $0 }))
      columns.append(printed.column("to_send", Labels.toSend, toSend))
    }
    return Table(
      id: "allocation", title: title(Labels.allocation, printed.label),
      lead: AllocationNotes(report: self, printed: printed).lead, columns: columns, rowKinds: kinds,
      notes: AllocationNotes(report: self, printed: printed).footer)
  }

  private func changeColumns(_ printed: PrintedAmounts) -> [Column] {
    let before = outcome.previous ?? none
    let leaves = rows.leaves
    let sum = leaves.reduce(Rational.zero) { $0 + (before[$1] ?? .zero) }
    let after = leaves.reduce(Rational.zero) { $0 + amount($1) }
    let all = sum > .zero ? ((after - sum) / sum).double * 100 : .nan
    return [
      printed.column("previous", Labels.lastTime, before),
      printed.column("change", Labels.changeOnLast, changes),
      Column(
        "change_percent", Labels.changePercent,
        .reals(changePercents.map { $0?.double ?? .nan } + [all], places: 2)),
    ]
  }

  /// Need, coverage, people, what a yuan more gives; nil where there is nothing to say.
  private func use(_ printed: PrintedAmounts) -> Table? {
    var columns = [names(total: true)]
    if let needs = outcome.needs {
      columns.append(printed.column("need", Labels.need, needs))
      let (need, covered) = rows.leaves.reduce((Rational.zero, Rational.zero)) {
        ($0.0 + (needs[$1] ?? .zero), $0.1 + amount($1))
      }
      let all = need > .zero ? (covered / need).double * 100 : .nan
      columns.append(
        Column(
          "coverage", Labels.ofNeed, .reals(coverages.map { ($0?.double ?? .nan) * 100 } + [all], places: 2)))
      columns.append(printed.column("own_money", Labels.ownMoney, ownMoney))
    }
    if let risks = outcome.risks { columns += riskColumns(risks, printed) }
    if let people = outcome.people { columns += peopleColumns(people) }
    if outcome.next.contains(where: { $0 != nil }) {
      let title = spec.unit == .seat ? Labels.nextSeat : Labels.nextYuan
      columns.append(
        Column("next", title, .reals(outcome.next.map { $0?.double ?? .nan } + [.nan], places: 4)))
    }
    guard columns.count > 1 else { return nil }
    return Table(
      id: "use", title: title(Labels.allocationUse, outcome.needs == nil ? nil : printed.label),
      columns: columns,
      rowKinds: kinds)
  }

  private func peopleColumns(_ people: PeopleColumn) -> [Column] {
    let sum = rows.leaves.reduce(Rational.zero) { $0 + (people.heads[$1] ?? .zero) }
    let after = rows.leaves.reduce(Rational.zero) { $0 + amount($1) }
    let each = sum > .zero ? after / sum / (spec.unit.perYuan ?? .one) : nil
    return [
      Column(
        "people", people.areRecipients ? Labels.recipients : Labels.residents,
        .persons(people.heads.map { $0?.double ?? .nan } + [sum.double])),
      Column("per_person", Labels.perRecipient, .sixPlaces(perPerson + [each])),
    ]
  }

  private func riskColumns(_ risks: [NeedRisk?], _ printed: PrintedAmounts) -> [Column] {
    func money(_ value: (NeedRisk) -> Double) -> [Rational?] {
      risks.map { $0.map { Rational(Int128(value($0).rounded()), over: 1) } } + [nil]
    }
    return [
      printed.plain("need_p05", Labels.needLow, money(\.low)),
      printed.plain("need_p95", Labels.needHigh, money(\.high)),
      Column(
        "short", Labels.shortChance, .reals(risks.map { ($0?.short ?? .nan) * 100 } + [.nan], places: 1)),
    ]
  }

  private func reserveScreen(_ printed: PrintedAmounts) -> Table {
    let all = outcome.reserves
    return Table(
      id: "reserve", title: title(Labels.reserveTable, printed.label),
      columns: [
        names(total: false),
        printed.column("wanted", Labels.reserveWanted, all.map(\.wanted), hasTotal: false),
        printed.column("own", Labels.reserveOwn, all.map(\.own), hasTotal: false),
        printed.column("after", Labels.reserveAfter, all.map(\.after), hasTotal: false),
        printed.column("slack", Labels.slack, all.map(\.slack), hasTotal: false),
        Column(
          "verdict", Labels.verdict, .notes(all.map { Labels.finding($0.slack < .zero ? .broken : .met) })),
      ])
  }

  private func pricesScreen() -> Table {
    let names =
      [Bilingual(zh: "资金总额", en: "the pot")] + spec.conditions.map { Bilingual(zh: $0.name, en: $0.name) }
    let program = split.program
    return Table(
      id: "prices", title: title(Labels.priceTable, nil),
      columns: [
        Column("condition", Labels.condition, .notes(names)),
        Column(
          "price", Labels.price,
          .texts(([program?.potPrice ?? .nan] + (program?.conditionPrices ?? [])).map(AllocationNotes.short))),
        Column("excess", Labels.excess, .reals([0] + (program?.conditionExcess ?? []), places: 2)),
      ], notes: AllocationNotes.ofProgram(self))
  }

  /// Says which rows were sent something else than their amount; nil where none was.
  private var takebackNote: Bilingual? {
    guard let sent = outcome.batches.last?.cumulative else { return nil }
    let others = sent.indices.filter { sent[$0] != split.rows[$0].amount }
    guard !others.isEmpty else { return nil }
    let names = others.prefix(8).map { rows.rows[$0].name }
    let (zh, en) = (names.map(\.zh).joined(separator: "、"), names.map(\.en).joined(separator: ", "))
    return Bilingual(
      zh: "各批合计与应得不同的有\(others.count)地（\(zh)）：收回有限额，或批次尚未发完",
      en:
        "the batches of \(others.count) places (\(en)) do not add up to their amount: what may be taken back is limited, or batches are still to come"
    )
  }

  private func batchScreen(_ printed: PrintedAmounts) -> Table {
    Table(
      id: "batches", title: title(Labels.batchTable, printed.label),
      columns: [names(total: true)]
        + outcome.batches.map { batch in
          let name = batch.date.map { "\(batch.name) \($0)" } ?? batch.name
          return printed.column(
            batch.name, Bilingual(zh: name, en: name), batch.amounts.map { Rational(Int128($0), over: 1) })
        }, rowKinds: kinds, notes: [takebackNote].compactMap { $0 })
  }

  private func methodsScreen(_ printed: PrintedAmounts) -> Table {
    let all = outcome.candidates
    return Table(
      id: "methods", title: title(Labels.methodsCompared, printed.label),
      columns: [
        Column("method", Labels.method, .notes(all.map { Labels.method($0.method) })),
        printed.plain("given", Labels.givenOut, all.map { Rational(Int128($0.cost), over: 1) }),
        Column("coverage", Labels.ofNeed, .reals(all.map { ($0.coverage ?? .nan) * 100 }, places: 2)),
        Column("gini", Bilingual(zh: "基尼系数", en: "Gini"), .reals(all.map { $0.gini ?? .nan }, places: 4)),
        Column("unbeaten", Labels.unbeaten, .notes(all.map { $0.isUnbeaten ? Labels.flag(true) : nil })),
      ], notes: [outcome.people == nil && outcome.needs != nil ? Labels.giniOverNeeds : Labels.giniOverPeople]
    )
  }

  private func equityScreen() -> Table {
    let lines = outcome.equity
    func column(_ id: String, _ zh: String, _ en: String, _ value: (Inequality) -> Double?) -> Column {
      Column(id, Bilingual(zh: zh, en: en), .reals(lines.map { value($0.measure) ?? .nan }, places: 4))
    }
    return Table(
      id: "equity", title: title(Labels.equity, nil),
      columns: [
        Column("amounts", Labels.equityAmounts, .notes(lines.map(Labels.equity))),
        column("gini", "基尼系数", "Gini") { $0.gini.double }, column("theil", "泰尔指数", "Theil") { $0.theilT },
        column("atkinson_0.5", "阿特金森0.5", "Atkinson 0.5") { $0.atkinson(0.5) },
        column("atkinson_1", "1", "1") { $0.atkinson(1) }, column("atkinson_2", "2", "2") { $0.atkinson(2) },
      ])
  }
}

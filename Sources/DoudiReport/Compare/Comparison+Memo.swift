import DoudiAnalysis
import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  /// What ten yuan a month more of each amount that differs cost in A: in all, by tier, and by whom.
  func memoTable(_ unit: MoneyUnit) -> Table {
    let model = runs[0].model
    let root = model.space.tree.root.code
    let costs = memo.costs.filter { $0.region == root && $0.year == year }
    let amounts = model.amounts.indices.filter { amount in costs.contains { $0.amount == amount } }
    func cost(_ amount: Int, _ part: ReadyReckoner.Part) -> AdjustmentMemo.Cost? {
      costs.first { $0.amount == amount && $0.part == part }
    }
    func money(_ id: String, _ title: Bilingual, _ value: (Int) -> Double?) -> Column {
      Column(id, title, .units(amounts.map { units(value($0) ?? 0, unit) }, places: unit.places))
    }
    let words = amounts.map { Word(model.amounts[$0].gives, model.amounts[$0].header.name) }
    let tiers = Tier.allCases.filter { tier in
      tier != memo.ownTier && costs.contains { $0.part == .all && $0.tiers[Int(tier.rawValue)] != 0 }
    }
    var columns = [
      Column("amount", Labels.amount, .words(words.indices.map { Int32($0) }, words), width: 36),
      money("all", Labels.memoAll) { cost($0, .all)?.cny },
      money("own", Labels.memoOwn(memo.ownTier)) { cost($0, .all)?.tiers[Int(memo.ownTier.rawValue)] },
    ]
    columns += tiers.map { tier in
      money(tier.id, Labels.tier(tier)) { cost($0, .all)?.tiers[Int(tier.rawValue)] }
    }
    columns += [
      money("existing", Labels.existing) { cost($0, .existing)?.cny },
      money("multiples", Labels.multiples) { cost($0, .multiples)?.cny },
      money("entrants", Labels.newEntrants) { cost($0, .entrants)?.cny },
    ]
    var table = Table(id: "compare_memo", title: title(Labels.memo, unit: unit.label), columns: columns)
    table.notes = amounts.filter { !follows($0, amounts) }.map { amount in
      Labels.memoSentence(
        model.amounts[amount].header.name, memo.ownTier,
        [
          cost(amount, .all)?.cny, cost(amount, .all)?.tiers[Int(memo.ownTier.rawValue)],
          cost(amount, .multiples)?.cny, cost(amount, .entrants)?.cny,
        ].map { NumberText.scaled(units($0 ?? 0, unit) ?? 0, places: unit.places) }, unit.label)
    }
    table.notes.append(amounts.isEmpty ? Labels.noAmountDiffers : Labels.memoNote)
    table.notes += transferNotes
    return table
  }

  /// True where an amount follows another of the list: its cost is in the other's.
  func follows(_ amount: Int, _ others: [Int]) -> Bool {
    let rules = runs[0].model.amounts
    let bases = rules[amount].header.reads.amounts
    return bases.contains { base in base != amount && (others.contains(base) || follows(base, others)) }
  }

  private func units(_ cny: Double, _ unit: MoneyUnit) -> Int64? {
    Int64(exactly: (cny * 100 / Double(unit.quantum)).rounded())
  }

  /// Who bears the margin where transfers are issued.
  private var transferNotes: [Bilingual] {
    let model = runs[0].model
    guard !memo.costs.isEmpty else { return [] }
    return zip(model.funds, model.funding).enumerated().compactMap { position, fund in
      guard case .transfers(_, let own) = fund.1, isCharged(position) else { return nil }
      return Labels.marginOf(
        fund.0.name, Labels.tier(own), isMoneyLeft: memo.fundsWithMoneyLeft.contains(position))
    }
  }

  private func isCharged(_ fund: Int) -> Bool {
    let model = runs[0].model
    return model.payments.contains { model.fundOfProgramme[$0.form.programme] == fund }
  }

  /// amount, step, year, region, part, tier, cny: costs of a step more of each amount that differs, in A.
  /// `tier` is all or a tier; leaves and the root.
  func memoFile() -> Table {
    let amounts = runs[0].model.amounts
    let rows = memo.costs.flatMap { cost -> [(AdjustmentMemo.Cost, String, Double)] in
      [(cost, "all", cost.cny)]
        + Tier.allCases.compactMap { tier in
          let part = cost.tiers[Int(tier.rawValue)]
          return part == 0 ? nil : (cost, tier.id, part)
        }
    }
    return Table(
      id: "compare_memo", title: Labels.memo,
      columns: [
        Column("amount", .texts(rows.map { amounts[$0.0.amount].gives })),
        Column("step", .persons(rows.map { _ in AdjustmentMemo.step })),
        Column("step_unit", .texts(rows.map { _ in Units.monthly.text })),
        Column("year", .texts(rows.map { "\($0.0.year)" })),
        Column("region", .texts(rows.map(\.0.region.text))),
        Column("part", .texts(rows.map(\.0.part.rawValue))), Column("tier", .texts(rows.map(\.1))),
        Column("cny", .persons(rows.map(\.2))),
      ])
  }
}

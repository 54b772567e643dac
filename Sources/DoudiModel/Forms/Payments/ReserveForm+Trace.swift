import DoudiInputs
import DoudiUnits

extension ReserveForm {
  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month, world) = (Int(line.cell), line.entitled, tracer.world)
    let units = units(cell, world)
    let tested = world.reserves[rule.id]?.last {
      $0.leaf == world.space.cells[cell].leaf && $0.year <= month.year
    }
    let formula =
      line.type == .reserveTopUp
      ? "max(0, \(world.figure(rate, cell, month).value) x \(units.value) - \(tested?.before ?? .zero))"
      : "-min(\(balance(before: line, units, world)), \(world.figure(drawShare, cell, month).value) % x \(paid(line, world)))"
    return line.trace(
      rule, formula: formula,
      children: [rate, start, drawShare].map { tracer.term($0, cell, month) }
        + [unitsNode(cell, tracer)])
  }

  /// What the programme paid in the month of a drawdown.
  private func paid(_ line: LedgerLine, _ world: World) -> Money {
    let leaf = world.space.cells[Int(line.cell)].leaf
    let paid = world.payouts.paid(by: world.rules(of: programme), leaf: leaf)
    return paid[line.paid.months(since: world.horizon.first)]
  }

  /// The balance that a drawdown found: the opening one with all that was booked before it.
  private func balance(before line: LedgerLine, _ units: Figure, _ world: World) -> Money {
    let opening = world.figure(start, Int(line.cell), world.horizon.first)
    let own = world.ledger.lines.filter { $0.rule == line.rule && $0.cell == line.cell }
    let booked = own.filter {
      $0.type == .reserveTopUp ? $0.paid <= line.paid : $0.paid < line.paid
    }
    return booked.reduce(Money(yuan: opening.value * units.value) ?? .zero) { $0 + Money(fen: $1.fen) }
  }

  /// Units, balance before the test and top-up of the leaves a verdict is about.
  func inputs(_ verdict: Verdict, rule: RuleHeader, tracer: Tracer) -> [TraceNode] {
    let world = tracer.world
    let cells = world.space.cells(under: verdict.region)
    let tested = (world.reserves[rule.id] ?? []).filter { one in
      one.year == verdict.period.year && cells.contains(world.space.whole[one.leaf])
    }
    let status = tested.map(\.status).max() ?? .assumed
    let money = [
      (Bilingual(zh: "补足前余额", en: "balance before the top-up"), tested.reduce(Money.zero) { $0 + $1.before }),
      (Bilingual(zh: "本年补足", en: "topped up this year"), tested.reduce(Money.zero) { $0 + $1.topUp }),
    ]
    return [tracer.sum(of: per, cells.map { unitsNode($0, tracer) }, unit: unit)]
      + money.map { TraceNode(title: $0.0, value: $0.1.description, unit: "CNY", status: status) }
  }

  /// The count a reserve is kept for, with the published figures behind it.
  private func unitsNode(_ cell: Int, _ tracer: Tracer) -> TraceNode {
    let published = published(cell, tracer.world)
    guard !published.isEmpty else {
      return tracer.indicator(per, cell, year: tracer.world.horizon.first.year, unit: unit)
    }
    return tracer.sum(of: per, published.map { tracer.observation($0.seen) }, unit: unit)
  }
}

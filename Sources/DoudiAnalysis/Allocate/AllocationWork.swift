import DoudiAllocation
import DoudiInputs
import DoudiUnits

/// Splits and works out everything that is told of a split.
struct AllocationWork {
  let inputs: AllocationInputs
  let needs: RegionNeeds?
  let bag: DiagnosticBag

  private var spec: AllocationSpec { inputs.spec }
  private var rows: AllocationRows { inputs.rows }

  /// The outcome; nil after a report.
  func outcome(_ pot: Int64) -> AllocationOutcome? {
    let report = AllocationFaultReport(spec: spec, rows: rows, bag: bag)
    let split: AllocationSplit
    do {
      split = try AllocationSplitter(inputs: inputs).split(pot, by: spec.method)
    } catch {
      report.report(error)
      return nil
    }
    if let program = split.program, program.status != .optimal {
      refuse(program)
      return nil
    }
    let people = people()
    let (batches, candidates) = (batches(split, report), candidates(pot, people, report))
    guard !bag.hasErrors else { return nil }
    return AllocationOutcome(
      spec: spec, rows: rows, split: split, factors: inputs.factors, weights: inputs.weights,
      needs: inputs.needs, previous: inputs.previous, sent: inputs.sent, people: people,
      next: NextUnit(inputs: inputs).amounts(split), risks: risks(split), reserves: reserves(split),
      equity: EquityWork(inputs: inputs, people: people).lines(split), batches: batches,
      candidates: candidates)
  }

  private func refuse(_ program: RoundedProgram) {
    let named = program.conflicts.map { spec.conditions[$0] }
    let list = named.map(\.name).joined(separator: ", ")
    for one in named {
      bag.error(
        .allocationCondition, at: one.span,
        Bilingual(
          zh: "约束（\(list)）与资金总额、上下限不能同时满足",
          en: "no amounts keep these conditions, the pot and the bounds together: \(list)"))
    }
    if named.isEmpty {
      bag.error(
        .allocationCondition, at: spec.conditions.first?.span ?? spec.span,
        Bilingual(zh: "约束不能同时满足", en: "the conditions have no solution"))
    }
  }

  private func people() -> PeopleColumn? {
    if let needs, !needs.recipients.isEmpty {
      return PeopleColumn(
        areRecipients: true,
        heads: rows.rows.map { row in
          needs.recipients[row.id].flatMap { $0.isFinite ? $0 : nil }
            .map { Rational(Int128(($0 + 0.5).rounded(.down)), over: 1) }
        })
    }
    if let heads = rows.figures(spec.people.recipients?.value ?? "recipients") {
      return PeopleColumn(areRecipients: true, heads: heads)
    }
    let name = spec.people.residents?.value ?? spec.reserve?.residents.value ?? "residents"
    return rows.figures(name).map { PeopleColumn(areRecipients: false, heads: $0) }
  }

  private func risks(_ split: AllocationSplit) -> [NeedRisk?]? {
    guard let needs, !needs.draws.isEmpty, case .run(let rule) = spec.need else { return nil }
    let part = (rule.share?.value ?? .one).double * (spec.unit.perYuan?.double ?? 1)
    return rows.rows.indices.map { row in
      guard let draws = needs.draws[rows.rows[row].id] else { return nil }
      return NeedRisk(draws.map { $0 * part }, amount: Double(split.rows[row].amount))
    }
  }

  private func reserves(_ split: AllocationSplit) -> [ReserveVerdict] {
    inputs.reserves.enumerated().map { row, one in
      ReserveVerdict(
        wanted: one.wanted, own: one.own, after: one.own + Rational(Int128(split.rows[row].amount), over: 1))
    }
  }

  private func batches(_ split: AllocationSplit, _ report: AllocationFaultReport) -> [BatchOutcome] {
    BatchWork(inputs: inputs, report: report).run(split)
  }

  private func candidates(
    _ pot: Int64, _ people: PeopleColumn?, _ report: AllocationFaultReport
  ) -> [CandidateOutcome] {
    CandidateWork(inputs: inputs, people: people, report: report).run(pot)
  }
}

extension NeedRisk {
  /// Quantiles of draws and how many are above an amount.
  init?(_ draws: [Double], amount: Double) {
    let sorted = draws.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else { return nil }
    func quantile(_ part: Double) -> Double {
      // Between neighbours, the middle of each draw at (i + 1/2) / n.
      let place = max(0, min(Double(sorted.count - 1), part * Double(sorted.count) - 0.5))
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    let (low, high) = (Rational(1, over: 20).double, (Rational.one - Rational(1, over: 20)).double)
    let count = sorted.count(where: { $0 > amount })
    self.init(low: quantile(low), high: quantile(high), short: Double(count) / Double(sorted.count))
  }
}

import DoudiInputs
import DoudiUnits

/// Runs again only what depends on one assumption; everything else is taken from a finished run.
///
/// The base run is read by several threads at once and written by none.
struct Rerun: @unchecked Sendable {
  private let base: Projection
  private let model: Model
  private let totals: [Int64]
  private let lineCounts: [Int]

  init(base: Projection) {
    (self.base, model) = (base, base.model)
    var totals = [Int64](repeating: 0, count: base.model.payments.count)
    var counts = [Int](repeating: 0, count: base.model.payments.count)
    for line in base.lines {
      totals[Int(line.rule)] += line.fen
      counts[Int(line.rule)] += 1
    }
    (self.totals, lineCounts) = (totals, counts)
  }

  /// What has to be computed again.
  private struct Dirty {
    var amounts: Set<Int> = []
    var groups: Set<Int> = []
    var payments: [Int] = []
    var caseloads: [Int] = []
  }

  /// Change of the ledger's total.
  func change(movedBy perturbation: Perturbation) -> Money {
    let dirty = spread(perturbation.assumption)
    guard !dirty.payments.isEmpty else { return .zero }
    let world = self.world(perturbation)
    for position in model.amountOrder where dirty.amounts.contains(position) {
      AmountStage.fill(model.amounts[position], position, world)
    }
    for position in dirty.caseloads {
      model.caseloads[position].form.run(rule: model.caseloads[position].header, world: world)
    }
    // Sums are enough: reserves read what their programme paid from the payouts.
    world.sums = Array(repeating: 0, count: model.payments.count)
    world.payouts.adopt(base.world.payouts, except: Set(dirty.payments))
    for position in dirty.payments {
      let rule = model.payments[position]
      rule.form.pay(rule: rule.header, position: position, world: world, calendar: model.scenario.calendar)
    }
    return Money(fen: dirty.payments.reduce(0) { $0 + (world.sums?[$1] ?? 0) - totals[$1] })
  }

  private func world(_ perturbation: Perturbation) -> World {
    let world = model.makeWorld(perturbation)
    world.keepsFlows = model.caseloads.contains { $0.form.readsFlows }
    world.continueFrom(base.world, moving: indicators(movedBy: perturbation.assumption))
    return world
  }

  private func spread(_ assumption: Int) -> Dirty {
    let touched = indicators(movedBy: assumption)
    func isTouched(_ reads: RuleReads, _ dirty: Dirty) -> Bool {
      reads.assumptions.contains(assumption) || !reads.indicators.isDisjoint(with: touched)
        || !reads.amounts.isDisjoint(with: dirty.amounts) || !reads.groups.isDisjoint(with: dirty.groups)
    }
    var dirty = Dirty()
    for position in model.amountOrder where isTouched(model.amounts[position].header.reads, dirty) {
      dirty.amounts.insert(position)
    }
    for (position, rule) in model.caseloads.enumerated() where isTouched(rule.header.reads, dirty) {
      dirty.caseloads.append(position)
      dirty.groups.formUnion(rule.form.gives)
    }
    var programmes: Set<Int> = []
    for (position, rule) in model.payments.enumerated() {
      let reads = rule.header.reads
      // A payment that continues another (a phase-out) depends on all that one depends on.
      let continued = (model.payments.map(\.header) + model.caseloads.map(\.header))
        .filter { reads.rules.contains($0.id) }
      guard
        isTouched(reads, dirty) || continued.contains(where: { isTouched($0.reads, dirty) })
          || !reads.programmes.isDisjoint(with: programmes)
      else { continue }
      // What no trigger has set off is not set off by other amounts or other people.
      let isOwn = reads.assumptions.contains(assumption) || !reads.indicators.isDisjoint(with: touched)
      if rule.form.paysOnlyWhenTriggered, lineCounts[position] == 0, !isOwn { continue }
      dirty.payments.append(position)
      programmes.insert(rule.form.programme)
    }
    return dirty
  }

  /// Indicators whose growth or stand-in the assumption is.
  private func indicators(movedBy assumption: Int) -> Set<String> {
    let name = model.assumptions[assumption].name
    for prefix in ["growth.", "indicator."] where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      for area in Area.allCases where rest.hasSuffix("." + area.id) {
        return [String(rest.dropLast(area.id.count + 1))]
      }
      return [String(rest)]
    }
    return []
  }
}

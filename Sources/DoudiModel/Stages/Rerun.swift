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

  /// Change of the ledger's total.
  func change(movedBy perturbation: Perturbation) -> Money {
    let dirty = spread(perturbation.assumption)
    guard !dirty.payments.isEmpty else { return .zero }
    let world = self.world(perturbation)
    for position in model.amountOrder where dirty.amounts.contains(position) {
      AmountStage.fill(model, position, world)
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

  private func spread(_ assumption: Int) -> Spread {
    let touched = indicators(movedBy: assumption)
    let name = model.assumptions[assumption].name
    let decided = model.decided.filter { $0.value.term.name == name }.map { model.amounts[$0.key].header.id }
    return Spread(
      model,
      isTouched: {
        decided.contains($0.id) || $0.reads.assumptions.contains(assumption)
          || !$0.reads.indicators.isDisjoint(with: touched)
      },
      isIdle: { model.payments[$0].form.paysOnlyWhenTriggered && lineCounts[$0] == 0 })
  }

  /// Indicators whose growth or stand-in the assumption is.
  private func indicators(movedBy assumption: Int) -> Set<String> {
    Set([UncertainInput.indicator(model.assumptions[assumption].name)].compactMap { $0 })
  }
}

import DoudiInputs
import DoudiUnits

/// What stays the same over many months of a stock's flows, looked up again only when it may change.
///
///     exits(m) = x N(m-1),   entries(m) = e P(y) (S(m) / S_ref)^eps
struct FlowColumns {
  private let form: StockFlowForm
  private let world: World
  private let populations: YearTable<Figure>
  private let isElastic: Bool
  private var exitRates: RateColumn
  private var entryRates: RateColumn
  private var year = Int.min
  /// x by cell.
  private(set) var exits: [Double] = []
  /// e P(y) by cell.
  private(set) var inflow: [Double]

  init(_ form: StockFlowForm, _ world: World) {
    (self.form, self.world) = (form, world)
    populations = world.counts(form.atRisk, Units.persons)
    let isZero = form.elasticity.branches.allSatisfy { branch in
      branch.indicator == nil && branch.dated.allSatisfy { $0.figure.value == .zero }
    }
    // A zero that a rerun moves is none any more.
    isElastic = !isZero || world.moves([form.elasticity], [])
    (exitRates, entryRates) = (RateColumn(form.exit, world), RateColumn(form.entry, world))
    inflow = Array(repeating: 0, count: world.space.cells.count)
  }

  /// Goes on to a month; `starts` are the months of the starting counts, before which nothing flows.
  mutating func advance(to month: Month, starts: [Month]) {
    exitRates.advance(to: month)
    exits = exitRates.values
    let isChanged = entryRates.advance(to: month)
    guard isChanged || month.year != year || starts.contains(month.advanced(by: -1)) else { return }
    year = month.year
    for cell in world.space.people where starts[cell] < month {
      let population = populations.figure(cell, year) {
        world.readCount(form.atRisk, cell, year: year, unit: Units.persons)
      }
      inflow[cell] = entryRates.values[cell] * population.value.double
    }
  }

  /// What comes in during the month, with the answer to a higher standard.
  func entries(_ cell: Int, _ month: Month) -> Double {
    isElastic ? inflow[cell] * response(cell, month) : inflow[cell]
  }

  /// (S / S_ref)^eps; exactly 1 for eps = 0 and before the horizon.
  private func response(_ cell: Int, _ month: Month) -> Double {
    let power = world.figure(form.elasticity, cell, month).value
    guard power != .zero, let standard = form.standard, month >= world.horizon.first,
      let now = world.amounts[standard].figure(cell, month),
      let reference = world.amounts[standard].figure(cell, world.horizon.first.advanced(by: -1)),
      reference.value > .zero, now.value > .zero
    else { return 1 }
    return PortableMath.pow((now.value / reference.value).double, power.double)
  }
}

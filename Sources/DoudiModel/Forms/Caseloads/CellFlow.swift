import DoudiInputs
import DoudiUnits

/// The flows of one cell, with what does not change over the months looked up once.
///
///     exits(m) = x N(m-1),   entries(m) = e P(y) (S(m) / S_ref)^eps
struct CellFlow {
  private let form: StockFlowForm
  private let world: World
  private let cell: Int
  private let exit: Double?
  private let entry: Double?
  private let isElastic: Bool
  private let populations: YearTable<Figure>
  private var year = Int.min
  private var population = 0.0

  init(_ form: StockFlowForm, _ cell: Int, _ populations: YearTable<Figure>, _ world: World) {
    (self.form, self.cell, self.populations, self.world) = (form, cell, populations, world)
    exit = world.constantShare(form.exit, cell)
    entry = world.constantShare(form.entry, cell)
    isElastic = world.constantShare(form.elasticity, cell) != 0
  }

  /// What leaves and comes in during a month.
  mutating func flow(_ stock: Double, _ month: Month) -> (entries: Double, exits: Double) {
    if month.year != year {
      year = month.year
      population =
        populations.figure(cell, year) {
          world.readCount(form.atRisk, cell, year: month.year, unit: Units.persons)
        }.value.double
    }
    let exits = stock * (exit ?? world.share(form.exit, cell, month).value.double)
    let rate = entry ?? world.share(form.entry, cell, month).value.double
    return (rate * population * (isElastic ? response(month) : 1), exits)
  }

  /// (S / S_ref)^eps; exactly 1 for eps = 0 and before the horizon.
  private func response(_ month: Month) -> Double {
    let power = world.figure(form.elasticity, cell, month).value
    guard power != .zero, let standard = form.standard, month >= world.horizon.first,
      let now = world.amounts[standard].figure(cell, month),
      let reference = world.amounts[standard].figure(cell, world.horizon.first.advanced(by: -1)),
      reference.value > .zero, now.value > .zero
    else { return 1 }
    return PortableMath.pow((now.value / reference.value).double, power.double)
  }
}

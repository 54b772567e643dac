import DoudiInputs
import DoudiUnits

/// How many people of each cell should be reached, looked up again only when it may change.
///
///     target(m) = u H P(y),   H = Phi(ln(12 Z(m) / Y(y - lag)) / s + s / 2)
struct EntitledColumn {
  private let form: IncomeDistributionForm
  private let rule: RuleHeader
  private let world: World
  private var spreads: RateColumn
  private var takeUps: RateColumn
  private var year = Int.min
  /// u H P by cell; 0 where no line is drawn.
  private(set) var persons: [Double]

  init(_ form: IncomeDistributionForm, _ rule: RuleHeader, _ world: World) {
    (self.form, self.rule, self.world) = (form, rule, world)
    (spreads, takeUps) = (RateColumn(form.spread, world), RateColumn(form.takeUp, world))
    persons = Array(repeating: 0, count: world.space.cells.count)
  }

  /// Goes on to the next month; months must be walked without a gap.
  mutating func advance(to month: Month) {
    let (isSpread, isTakeUp) = (spreads.advance(to: month), takeUps.advance(to: month))
    guard month >= world.firstAmountMonth else { return }
    let isRevised = world.amounts[form.line].isRevised(at: month) || form.lag?.mayChange(in: month) ?? false
    guard isSpread || isTakeUp || isRevised || month.year != year || month == world.horizon.first else {
      return
    }
    year = month.year
    for cell in world.space.people {
      let share = shareBelow(cell, month) ?? 0
      persons[cell] = takeUps.values[cell] * share * form.residents(cell, month, world).value.double
    }
  }

  private func shareBelow(_ cell: Int, _ month: Month) -> Double? {
    guard let line = form.annualLine(cell, month, world) else { return nil }
    guard let incomes = form.incomes(cell, month, world) else {
      report(cell, month)
      return nil
    }
    return incomes.shareBelow(line.value.double)
  }

  /// Says which figure is unusable. One that is not there has been reported as missing.
  private func report(_ cell: Int, _ month: Month) {
    let at = world.space.cells[cell]
    let place = (zh: "\(at.region)\(at.area.words.zh)", en: "\(at.region) \(at.area.id)")
    if world.figure(form.spread, cell, month).value <= .zero {
      world.fault(
        rule: rule, zh: "\(form.spread.name)在\(place.zh)不大于零",
        en: "\(form.spread.name) is not above zero in \(place.en)")
    }
    guard let seen = form.incomeKnown(cell, month, world),
      form.meanIncome(cell, month, world).value <= .zero
    else { return }
    world.fault(
      rule: rule, zh: "\(form.income)（\(seen)）在\(place.zh)不大于零",
      en: "\(form.income) of \(seen) is not above zero in \(place.en)")
  }
}

extension IncomeDistributionForm {
  /// 12 Z: the line a year; nil where the amount does not speak of the cell.
  func annualLine(_ cell: Int, _ month: Month, _ world: World) -> Figure? {
    world.amounts[line].figure(cell, month).map { Figure($0.value * Rational(12), $0.status) }
  }

  /// The year whose income counts in a month.
  func incomeYear(_ cell: Int, _ month: Month, _ world: World) -> Int {
    month.year - (lag.map { Int(world.figure($0, cell, month).value.floor) } ?? 0)
  }

  /// Y; before the horizon the oldest figure stands for earlier years.
  func meanIncome(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    let year = incomeYear(cell, month, world)
    return month < world.horizon.first
      ? world.indicatorNear(income, cell, year: year, unit: Units.yearly)
      : world.indicator(income, cell, year: year, unit: Units.yearly)
  }

  /// P.
  func residents(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    world.countNear(population, cell, year: month.year, unit: Units.persons)
  }

  /// The incomes of a cell; nil where mean or spread is not above zero.
  func incomes(_ cell: Int, _ month: Month, _ world: World) -> LognormalIncomes? {
    let mean = meanIncome(cell, month, world).value
    let spread = world.figure(spread, cell, month).value
    guard mean > .zero, spread > .zero else { return nil }
    return LognormalIncomes(mean: mean.double, spread: spread.double)
  }

  /// Of when the figure is that stands for the mean income; nil where there is none.
  func incomeKnown(_ cell: Int, _ month: Month, _ world: World) -> Period? {
    let (place, year) = (world.space.cells[cell], incomeYear(cell, month, world))
    let reading = world.indicators.reading(
      income, region: place.region, area: place.area, year: year, unit: Units.yearly)
    if let reading { return reading.observation?.period ?? .year(year) }
    return world.oldest(income, cell, area: place.area, after: year, unit: Units.yearly)?.seen.period
  }
}

import DoudiInputs
public import DoudiUnits

extension Projection {
  /// The guide standard of an amount for a cell, in force in a month: the rule's own, else the newest published one
  /// of the region or one above it, which is not carried forward.
  public func guide(_ amount: Int, _ cell: Int, _ month: Month) -> GuideStandard.Reading {
    let rule = model.amounts[amount]
    let seen = publishedGuide(rule.gives, cell, month.year)
    switch rule.form.guide(cell, at: month, world: world) {
    case .worked(let figure, let year):
      return .given(
        GuideStandard(
          figure: figure, year: year, published: nil, source: rule.header.name, isWorkedOut: true))
    case .term(let term, let from):
      return guide(term, cell, from) ?? seen.map { .given($0) } ?? .notGiven
    case nil: return seen.map { .given($0) } ?? .none
    }
  }

  /// nil where the parameter is zero: no guide is given.
  private func guide(_ term: Term, _ cell: Int, _ month: Month) -> GuideStandard.Reading? {
    let figure = world.figure(term, cell, month)
    guard figure.value > .zero, let branch = term.branch(for: world.space.cells[cell]) else { return nil }
    let basis = branch.indicator.map { self.basis(of: $0, cell, month, term.unit) }
    let origin = basis?.origin ?? branch.inForce(at: month)?.origin
    let seen = basis?.observation
    let isOther = seen.map { $0.period.year != month.year } ?? false
    return .given(
      GuideStandard(
        figure: figure, year: month.year, published: isOther ? seen?.period : nil,
        source: seen.map { Bilingual(zh: $0.source, en: $0.source) } ?? origin?.words, isWorkedOut: false))
  }

  /// The observation or the assumption behind a parameter that is read from figures.
  private func basis(
    of reference: IndicatorReference, _ cell: Int, _ month: Month, _ unit: Measure
  ) -> (observation: Observation?, origin: TermOrigin?) {
    let place = world.space.cells[cell]
    let area = reference.area ?? place.area
    let reading = world.indicators.reading(
      reference.name, region: place.region, area: area, year: month.year - reference.lag, unit: unit)
    if let seen = reading?.observation { return (seen, nil) }
    let supplied = world.indicators.suppliedTerm(reference.name, area: area)
    return (nil, supplied?.branch(for: place)?.inForce(at: month)?.origin)
  }

  private func publishedGuide(_ amount: String, _ cell: Int, _ year: Int) -> GuideStandard? {
    let place = world.space.cells[cell]
    let tables = [model.table, model.neighbours?.table].compactMap { $0 }
    let name = GuideStandard.indicator(amount)
    let regions = world.space.regions(of: cell)
    let above = Indicators.above(regions.last ?? place.region).filter { !regions.contains($0) }
    for region in regions + above {
      for area in place.area == .all ? [Area.all] : [place.area, .all] {
        for table in tables {
          guard let seen = table.latest(name, region: region, area: area, notAfter: .year(year)),
            let value = seen.quantity.converted(to: Units.monthly), value > .zero
          else { continue }
          return GuideStandard(
            figure: Figure(value, seen.status), year: seen.period.year, published: nil,
            source: Bilingual(zh: seen.source, en: seen.source), isWorkedOut: false)
        }
      }
    }
    return nil
  }
}

extension TermOrigin {
  /// Source and reason in words; nil where neither is given.
  fileprivate var words: Bilingual? {
    guard let why else { return source.map { Bilingual(zh: $0, en: $0) } }
    guard let source else { return why }
    return Bilingual(zh: "\(why.zh)（\(source)）", en: "\(why.en) (\(source))")
  }
}

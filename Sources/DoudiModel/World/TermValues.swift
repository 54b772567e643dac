import DoudiUnits

/// A run's resolved parameters: what branch, date and perturbation make of each term.
///
/// A term with one value for all cells and dates, nearly every one, costs one array read.
final class TermValues {
  /// A value from a month on.
  private struct Point {
    let from: Int32
    let figure: Figure
  }

  private var uniformFigures: [Figure?]
  private var uniformShares: [Figure?]
  private var shareFactors: [Rational?]
  private var points: [[[Point]?]]
  private let cells: Int

  init(slots: Int, cells: Int) {
    uniformFigures = Array(repeating: nil, count: slots)
    uniformShares = Array(repeating: nil, count: slots)
    shareFactors = Array(repeating: nil, count: slots)
    points = Array(repeating: [], count: slots)
    self.cells = cells
  }

  func uniform(_ term: Term) -> Figure? { uniformFigures[term.slot] }
  func uniformShare(_ term: Term) -> Figure? { uniformShares[term.slot] }

  /// True where some value of the term was asked for.
  func isRead(_ term: Term) -> Bool { uniformFigures[term.slot] != nil || !points[term.slot].isEmpty }

  func shareFactor(_ term: Term) -> Rational {
    if let known = shareFactors[term.slot] { return known }
    let factor = term.unit.shareFactor ?? .one
    shareFactors[term.slot] = factor
    return factor
  }

  /// nil where no branch speaks for the cell or an indicator is not there.
  func figure(_ term: Term, _ cell: Int, _ month: Month, _ world: World) -> Figure? {
    if let only = single(term, world) { return only }
    if points[term.slot].isEmpty { points[term.slot] = Array(repeating: nil, count: cells) }
    if points[term.slot][cell] == nil {
      guard let found = resolve(term, cell, world) else { return indicator(term, cell, month, world) }
      points[term.slot][cell] = found
    }
    guard let known = points[term.slot][cell] else { return nil }
    var result = known.first?.figure
    for point in known where point.from <= month.index { result = point.figure }
    return result
  }

  private func single(_ term: Term, _ world: World) -> Figure? {
    guard term.isUniform else { return nil }
    let figure = world.indicators.moved(term.branches[0].dated[0], unit: term.unit)
    uniformFigures[term.slot] = figure
    uniformShares[term.slot] = Figure(figure.value * shareFactor(term), figure.status)
    return figure
  }

  /// The dated values of the branch for a cell; nil for a branch that reads an indicator.
  private func resolve(_ term: Term, _ cell: Int, _ world: World) -> [Point]? {
    guard let branch = term.branch(for: world.space.cells[cell]) else { return [] }
    guard branch.indicator == nil else { return nil }
    return branch.dated.map {
      Point(from: $0.from?.index ?? .min, figure: world.indicators.moved($0, unit: term.unit))
    }
  }

  private func indicator(_ term: Term, _ cell: Int, _ month: Month, _ world: World) -> Figure? {
    let place = world.space.cells[cell]
    guard let reference = term.branch(for: place)?.indicator else { return nil }
    let year = month.year - reference.lag
    let key = ReadingTables.Key(
      kind: .yearly, name: reference.name, area: reference.area, unit: term.unit.text)
    let read = world.readings.parameters(key).figure(cell, year) {
      world.indicators.reading(
        reference.name, region: place.region, area: reference.area ?? place.area, year: year, unit: term.unit
      )?.figure
    }
    return read.map { world.indicators.moved($0, by: reference.origin, unit: term.unit) }
  }
}

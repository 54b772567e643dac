import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  /// A place beside which an amount in an area stands: the own one in a run, or a neighbour.
  struct NeighbourRow {
    let amount: Word
    let area: Area
    let scope: StandardRow.Scope
    /// The run whose own standard it is.
    let run: Int?
    /// The neighbour.
    let place: Neighbours.Place?
    /// The neighbour's figure.
    let seen: Observation?
    let monthly: Rational
    /// By run: place among the neighbours and the own standard of that run, the highest first; nil for another
    /// run's own.
    let ranks: [Int?]
    /// By run: the figure over the own standard of that run, %.
    let ratios: [Rational?]
  }

  /// The neighbours of the first run that names any.
  var neighbours: Neighbours? { runs.lazy.compactMap(\.model.neighbours).first { !$0.places.isEmpty } }

  /// Own standards and neighbours' of a year, for each amount and area of which a neighbour has a figure.
  func neighbourRows(_ year: Int) -> [NeighbourRow] {
    guard let neighbours else { return [] }
    let ratios = runs.map { StandardRatios($0.report) }
    return amountWords.flatMap { word in
      Area.allCases.flatMap { area -> [NeighbourRow] in
        let others = neighbours.places.compactMap { place in
          neighbours.newest(word.id, place, area, through: year).map { (place, $0.seen, $0.monthly) }
        }
        guard !others.isEmpty else { return [] }
        let own = standardRows(word, area, ratios, year: year)
        return StandardRow.Scope.allCases.flatMap { scope in
          group(word, area, scope, own.filter { $0.scope == scope }, others)
        }
      }
    }
  }

  /// One amount, area and scope: the highest first, own runs before neighbours of the same figure.
  private func group(
    _ word: Word, _ area: Area, _ scope: StandardRow.Scope, _ own: [StandardRow],
    _ others: [(Neighbours.Place, Observation, Rational)]
  ) -> [NeighbourRow] {
    let known = own.compactMap { row in row.monthly.map { (run: row.run, value: $0) } }
    guard !known.isEmpty else { return [] }
    func row(
      _ run: Int?, _ place: Neighbours.Place?, _ seen: Observation?, _ value: Rational
    ) -> NeighbourRow {
      let higher = others.count { $0.2 > value }
      func own(_ run: Int) -> Rational? { known.first { $0.run == run }?.value }
      let ranks = runs.indices.map { other -> Int? in
        guard let figure = own(other), run == nil || run == other else { return nil }
        return higher + (run == nil && figure > value ? 2 : 1)
      }
      let ratios = runs.indices.map { other in
        own(other).flatMap { $0 > .zero ? value / $0 * Rational(100) : nil }
      }
      return NeighbourRow(
        amount: word, area: area, scope: scope, run: run, place: place, seen: seen, monthly: value,
        ranks: ranks, ratios: ratios)
    }
    let rows =
      known.map { row($0.run, nil, nil, $0.value) } + others.map { row(nil, $0.0, $0.1, $0.2) }
    return rows.enumerated().sorted { ($1.element.monthly, $0.offset) < ($0.element.monthly, $1.offset) }
      .map(\.element)
  }
}

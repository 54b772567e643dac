import DoudiUnits

/// What a parameter is where nothing is drawn.
public struct ParameterValues: Sendable {
  /// All values that it has, each once, ascending, in its declared unit: by region, area and date; empty where it
  /// has none.
  public let values: [Double]
  /// The values it may have.
  public let bounds: ClosedRange<Double>

  /// A parameter's values.
  public init(_ values: some Sequence<Double>, bounds: ClosedRange<Double>) {
    (self.values, self.bounds) = (Set(values).sorted(), bounds)
  }
}

extension Projection {
  /// The values of a parameter in the places and months that an input is for; nil for what is no parameter with
  /// values of its own (what is added to an amount).
  public func values(of input: UncertainInput) -> ParameterValues? {
    guard let term = model.terms.first(where: { $0.name == input.name }) else { return nil }
    let whole = 1 / (term.unit.shareFactor ?? .one).double
    let bounds = term.range.bounds(whole: whole)
    let cells = model.space.people.filter { input.covers(model.space.cells[$0]) }
    let found = cells.flatMap { cell -> [Double] in
      guard let branch = term.branch(for: model.space.cells[cell]) else { return [] }
      if branch.indicator != nil {
        return world.horizon.months.map { world.figure(term, cell, $0).value.double }
      }
      return world.horizon.months.compactMap { branch.inForce(at: $0)?.figure.value.double }
    }
    if !found.isEmpty { return ParameterValues(found, bounds: bounds) }
    let others = term.branches.compactMap { $0.dated.last?.figure.value.double }
    return ParameterValues(others, bounds: bounds)
  }
}

extension YearlyModel {
  /// The values of a parameter or column in the regions that an input is for.
  public func values(of input: UncertainInput) -> ParameterValues? {
    let bounds = -Double.infinity...Double.infinity
    let places = regions.indices.filter { input.regions.isEmpty || input.regions.contains(regions[$0]) }
    if let place = parameters.firstIndex(of: input.name) {
      return ParameterValues(places.map { own[$0][place] ?? values[place] }, bounds: bounds)
    }
    guard let column = columns.firstIndex(of: input.name) else { return nil }
    return ParameterValues(places.map { figures[$0][column] }, bounds: bounds)
  }
}

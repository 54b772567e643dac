import DoudiInputs
public import DoudiModel
import DoudiUnits

/// Explains the figures of one run.
public struct Explainer {
  let projection: Projection
  let query: FigureQuery
  let unit: MoneyUnit

  /// Explains over a finished run; money of tables is meant to be printed in `unit`.
  public init(_ projection: Projection, _ query: FigureQuery, unit: MoneyUnit = .wan) {
    (self.projection, self.query, self.unit) = (projection, query, unit)
  }

  var model: Model { projection.model }
  var world: World { projection.world }
  var horizon: Horizon { model.scenario.horizon }

  /// One explanation for each figure of that name.
  /// - Throws: ``UnknownFigure``.
  public func explain() throws -> [Explanation] {
    try checkPlace()
    var found: [Explanation] = []
    for kind in FigureQuery.Kind.allCases where query.kind == nil || query.kind == kind {
      switch kind {
      case .standard:
        found += model.amounts.indices.filter { names(model.amounts[$0].header, model.amounts[$0].gives) }
          .map(standard)
      case .caseload: found += groups.map(caseload)
      case .ledger: found += ledgers()
      case .limit: found += limits()
      case .assumption:
        found += model.assumptions.indices.filter { model.assumptions[$0].name == query.name }.map(assumption)
      }
    }
    guard !found.isEmpty else { throw unknown() }
    guard found.contains(where: { !$0.isEmpty }) else { throw nothingThere() }
    return found
  }

  /// True where the asked name is the rule's, its mechanism's (W08 for W08a and W08b) or that of what it
  /// gives.
  func names(_ header: RuleHeader, _ gives: String? = nil) -> Bool {
    [gives, header.id, header.mechanism].contains(query.name)
  }

  /// Groups of the asked name, or given by the rules of that name.
  private var groups: [Int] {
    model.groups.indices.filter { group in
      model.groups[group].id == query.name
        || model.caseloads.contains { $0.form.gives.contains(group) && names($0.header) }
    }
  }

  private func checkPlace() throws {
    if let region = query.region, model.space.tree.region(region) == nil {
      let codes = model.space.tree.regions.map(\.code.text)
      let near = nearestName(to: region.text, among: codes)
      throw UnknownFigure(
        message: Bilingual(
          zh: "方案中没有区划\(region)" + (near.map { "，是否想写\($0)？" } ?? "") + "\n可选："
            + codes.joined(separator: " "),
          en: "the scenario has no region \(region)" + (near.map { "; did you mean \($0)?" } ?? "")
            + "\nregions: "
            + codes.joined(separator: " ")))
    }
    guard let month = query.month ?? query.year.map({ Month(year: $0, month: 12) }) else { return }
    let years = horizon.first.year...horizon.last.year
    guard years.contains(month.year), query.month.map(horizon.contains) ?? true else {
      throw UnknownFigure(
        message: Bilingual(
          zh: "测算期是\(horizon.first)至\(horizon.last)", en: "the horizon is \(horizon.first) to \(horizon.last)"
        ))
    }
  }
}

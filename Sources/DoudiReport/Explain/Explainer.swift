import DoudiInputs
public import DoudiModel
import DoudiUnits

/// Explains the figures of one run.
public struct Explainer {
  let projection: Projection
  let query: FigureQuery

  /// Explains over a finished run.
  public init(_ projection: Projection, _ query: FigureQuery) {
    (self.projection, self.query) = (projection, query)
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
      case .caseload: found += model.groups.indices.filter { model.groups[$0].id == query.name }.map(caseload)
      case .ledger:
        found += model.programmes.indices.filter { model.programmes[$0].id == query.name }.map(ledger)
      case .limit: found += limits()
      case .assumption:
        found += model.assumptions.indices.filter { model.assumptions[$0].name == query.name }.map(assumption)
      }
    }
    guard !found.isEmpty else { throw unknown() }
    return found
  }

  /// True where the asked name is the rule's or that of what it gives.
  private func names(_ header: RuleHeader, _ gives: String) -> Bool {
    query.name == gives || query.name == header.id
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

  /// All figures by kind.
  private var known: [(kind: FigureQuery.Kind, names: [String])] {
    [
      (.standard, model.amounts.map(\.gives)), (.caseload, model.groups.map(\.id)),
      (.ledger, Set(model.payments.map { model.programmes[$0.form.programme].id }).sorted()),
      (.limit, Set(projection.verdicts.map(\.id)).sorted()),
      (.assumption, model.assumptions.map(\.name).sorted()),
    ]
  }

  private func unknown() -> UnknownFigure {
    let listed = known.filter { query.kind == nil || query.kind == $0.kind }
    let near = nearestName(to: query.name, among: listed.flatMap(\.names))
    let list = listed.map { "  \($0.kind.rawValue)/  \($0.names.joined(separator: " "))" }.joined(
      separator: "\n")
    let path = listed.first { near.map($0.names.contains) ?? false }.map {
      "\($0.kind.rawValue)/\(near ?? "")"
    }
    return UnknownFigure(
      message: Bilingual(
        zh: "没有名为“\(query.name)”的数" + (path.map { "，是否想写\($0)？" } ?? "") + "\n可选：\n" + list,
        en: "there is no figure \"\(query.name)\"" + (path.map { "; did you mean \($0)?" } ?? "")
          + "\nthere are:\n" + list))
  }
}

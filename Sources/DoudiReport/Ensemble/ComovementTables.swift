public import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

/// How regions move together, as tables.
public struct ComovementReport {
  private let comovement: Comovement
  private let spread: RegionalSpread
  private let central: any RunWords

  /// Components that are written to files; those that follow explain less each.
  static let most = 20
  private static let onScreen = 5

  /// A report of what was counted; nil for fewer than two draws.
  /// - Throws: where components cannot be had.
  public init?(_ comovement: Comovement, _ central: any RunWords) throws {
    guard let spread = try comovement.result() else { return nil }
    (self.comovement, self.spread, self.central) = (comovement, spread, central)
  }

  /// components.csv and covariance.csv.
  public func fileTables() -> [Table] { [components(), covariance()] }

  /// component, share, region, loading.
  private func components() -> Table {
    let rows = (0..<min(Self.most, spread.count)).flatMap { component in
      comovement.regions.indices.map { (component: component, region: $0) }
    }
    return Table(
      id: "components", title: Labels.comovement,
      columns: [
        Column("component", .figures(rows.map { "\($0.component + 1)" })),
        Column("share", .persons(rows.map { spread.share(component: $0.component) ?? .nan })),
        Column("region", .texts(rows.map { comovement.regions[$0.region] })),
        Column(
          "loading", .persons(rows.map { spread.loading(component: $0.component, region: $0.region) })),
      ])
  }

  /// region, other, year, output, covariance, correlation; each pair once, a region with itself too.
  private func covariance() -> Table {
    let pairs = (0..<spread.count).flatMap { first in (first..<spread.count).map { (first, $0) } }
    let (regions, output) = (comovement.regions, comovement.output)
    return Table(
      id: "covariance", title: Labels.comovement,
      columns: [
        Column("region", .texts(pairs.map { regions[$0.0] })),
        Column("other", .texts(pairs.map { regions[$0.1] })),
        Column("year", .figures(pairs.map { _ in "\(output.year)" })),
        Column("output", .texts(pairs.map { _ in output.name })),
        Column("covariance", .persons(pairs.map { spread.covariance($0.0, $0.1) })),
        Column("correlation", .persons(pairs.map { spread.correlation($0.0, $0.1) ?? .nan })),
      ])
  }

  /// For a terminal: the first components with the regions that weigh most in them.
  public func screenTable() -> Table {
    let shown = (0..<min(Self.onScreen, spread.count)).filter { (spread.share(component: $0) ?? 0) > 0 }
    let shares = shown.map { (spread.share(component: $0) ?? 0) * 100 }
    let sums = shares.indices.map { shares[...$0].reduce(0, +) }
    var table = Table(
      id: "components",
      title: central.heading.title(
        Labels.comovementOf(comovement.output.year, comovement.output.name), unit: nil),
      columns: [
        Column("component", Labels.component, .texts(shown.map { "\($0 + 1)" })),
        Column("share", Labels.componentShare, .reals(shares, places: 1)),
        Column("sum", Labels.componentSum, .reals(sums, places: 1)),
        Column("regions", Labels.heaviest, .notes(shown.map { .some(heaviest($0)) }), width: 140),
      ])
    table.notes = [Labels.componentNote]
    if let mean = spread.meanCorrelation { table.notes.append(Labels.meanCorrelation(mean)) }
    if comovement.failed > 0 { table.notes.append(Labels.leftOut(comovement.failed)) }
    return table
  }

  /// The three regions of the largest loadings, with their signs.
  private func heaviest(_ component: Int) -> Bilingual {
    let loadings = comovement.regions.indices.map { spread.loading(component: component, region: $0) }
    let order = loadings.indices.sorted { (abs(loadings[$1]), $0) < (abs(loadings[$0]), $1) }
    let parts = order.prefix(3).map { place in
      let name = central.name(region: comovement.regions[place])
      let text = NumberText.real(loadings[place], places: 2)
      return Bilingual(zh: "\(name.zh)\(text)", en: "\(name.en) \(text)")
    }
    return Bilingual(
      zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
  }
}

import DoudiInputs
import DoudiUnits

/// Which figures a scenario can use: what its rules read, for which regions, up to when.
struct FigureScope {
  let table: ObservationTable
  let tree: RegionTree
  let horizon: Horizon
  /// Indicators that the rules in force read.
  let read: Set<String>
  /// Indicators that only rules switched off read.
  let dormant: Set<String>
  /// Indicators whose counts of a parent are brought down to its parts.
  let broughtDown: Set<String>
  /// Counts of people, and the population among whom they are counted.
  let groups: [Pair]
  /// Standards in force, and the series they follow.
  let standards: [Pair]
  /// Guide standards of amounts, which no rule need read.
  let guides: Set<String>
  /// Indicators for which the scenario states values of its own.
  let supplied: Set<String>
  /// Regions whose figures can be read: the tree, and above its root the ancestors that the code names.
  let regions: Set<RegionCode>
  /// All figures by indicator, region, area and period.
  let all: [Observation]
  /// ``regions`` by code.
  let places: [RegionCode]
  private let bySeries: [Series: [Observation]]

  /// What the figures of one series share.
  private struct Series: Hashable {
    let indicator: String
    let region: RegionCode
    let area: Area
  }

  /// Two indicators of one rule.
  struct Pair: Hashable {
    let small: String
    let large: String
  }

  init(
    table: ObservationTable, all: [Observation], tree: RegionTree, file: ScenarioFile, books: [Book],
    merged: MergedBook
  ) {
    (self.table, self.all, self.tree, horizon) = (table, all, tree, file.horizon)
    read = IndicatorNames.of(merged.rules, file.assumptions.map(\.node))
    dormant = IndicatorNames.of(books.flatMap(\.rules), []).subtracting(read)
    broughtDown = Set(
      merged.rules.flatMap { rule in ["start", "indicator"].compactMap { rule.mapping[$0]?.scalarText } })
    groups = Self.pairs(merged.rules, ["start", "indicator"], ["at_risk", "spread_by"])
    standards = Self.pairs(merged.rules, ["start"], ["series"])
    guides = Set(merged.rules.compactMap { $0.mapping["gives"]?.scalarText.map(GuideStandard.indicator) })
    supplied = Set(
      file.assumptions.compactMap { entry in
        let parts = entry.name.split(separator: ".")
        return parts.count > 1 && parts[0] == "indicator" ? String(parts[1]) : nil
      })
    let known = Set(tree.regions.map(\.code) + Indicators.above(tree.root.code))
    (regions, places) = (known, known.sorted())
    bySeries = Dictionary(grouping: all.lazy.filter { known.contains($0.region) }) {
      Series(indicator: $0.indicator, region: $0.region, area: $0.area)
    }
  }

  private static func pairs(_ rules: [RuleEntry], _ small: [String], _ large: [String]) -> [Pair] {
    let found = rules.compactMap { rule -> Pair? in
      guard let first = small.lazy.compactMap({ rule.mapping[$0]?.scalarText }).first,
        let second = large.lazy.compactMap({ rule.mapping[$0]?.scalarText }).first
      else { return nil }
      return Pair(small: first, large: second)
    }
    return Set(found).sorted { ($0.small, $0.large) < ($1.small, $1.large) }
  }

  /// The figures of a series by period.
  func series(_ name: String, _ region: RegionCode, _ area: Area) -> [Observation] {
    bySeries[Series(indicator: name, region: region, area: area)] ?? []
  }

  /// The series of an indicator in one region: of all, urban, rural.
  func series(_ name: String, _ region: RegionCode) -> [[Observation]] {
    [Area.all, .urban, .rural].map { series(name, region, $0) }
  }

  /// Rows of an indicator for regions that can be read, by region, area and period.
  func rows(of name: String) -> [Observation] { places.flatMap { series(name, $0).joined() } }

  /// Everything that the scenario's figures are checked for.
  func check(into bag: DiagnosticBag) {
    Self.refuseNegatives(all, into: bag)
    UnreadFigures(scope: self, bag: bag).run()
    FigureUnits(scope: self, bag: bag).run()
    FigureRelations(scope: self, bag: bag).run()
    for name in guides.sorted() { NeighbourReader.checkUnits(of: name, in: table, all, into: bag) }
  }

  /// Counts, money and prices are not negative; changes in per cent may be (DD1412).
  static func refuseNegatives(_ all: [Observation], into bag: DiagnosticBag) {
    for seen in all where seen.value < .zero && seen.unit.shareFactor == nil {
      bag.error(
        "DD1412", at: seen.span,
        Bilingual(
          zh: "\(seen.indicator)为\(seen.value)，单位\(seen.unit)的数不能为负",
          en: "\(seen.indicator) is \(seen.value); a figure in \(seen.unit) cannot be negative"))
    }
  }
}

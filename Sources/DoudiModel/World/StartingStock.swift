import DoudiInputs
import DoudiUnits

/// Finds the newest observed count of a group and brings it down to the cells.
///
/// Looked for in the cell itself, then in its ancestors: a count of the same area is
/// spread over the leaves in proportion to the key indicator, a count of the whole
/// population first by the area shares. Spread counts are estimated.
final class StartingStock {
  let indicator: String
  let key: String?
  let areaShares: [(name: String, term: Term)]?
  let world: World
  private var spreads: [Spread: (parts: [Int: Double], whole: Double)] = [:]

  /// A parent's count of one area and year that is divided.
  private struct Spread: Hashable {
    let node: RegionCode
    let area: Area
    let year: Int
  }

  init(indicator: String, key: String?, areaShares: [(name: String, term: Term)]?, world: World) {
    (self.indicator, self.key, self.areaShares, self.world) = (indicator, key, areaShares, world)
  }

  func find(_ cell: Int, notAfter month: Month) -> StartingCount? {
    let place = world.space.cells[cell]
    if let seen = newest(place.region, place.area, month) { return direct(seen) }
    for node in world.space.regions(of: cell) {
      if node != place.region, let seen = newest(node, place.area, month) {
        return spread(seen, cell, node, areaShare: Figure(.one, .stated), nil)
      }
      guard place.area != .all, let seen = newest(node, .all, month),
        let share = areaShares?.first(where: { $0.name == place.area.id })
      else { continue }
      let part = world.share(share.term, cell, month)
      return spread(seen, cell, node, areaShare: part, share.term)
    }
    return nil
  }

  /// Every count of a cell by month: its own, or where it has none those brought down to it.
  func series(_ cell: Int) -> [StartingCount] {
    let place = world.space.cells[cell]
    let table = world.indicators.table
    let own = table.series(indicator, region: place.region, area: place.area)
    guard own.isEmpty else { return own.map(direct) }
    let nodes = world.space.regions(of: cell)
    let months = Set(
      nodes.flatMap { node in
        Set([place.area, .all]).flatMap { table.series(indicator, region: node, area: $0) }
          .map(\.period.lastMonth)
      })
    var found: [StartingCount] = []
    for one in months.sorted().compactMap({ find(cell, notAfter: $0) }) where one.month != found.last?.month {
      found.append(one)
    }
    return found
  }

  /// Reports area shares that leave somebody out or count somebody twice.
  func checkAreaShares(_ rule: RuleHeader) {
    guard let areaShares, !world.indicators.isPerturbed else { return }
    for cell in world.space.people {
      let sum = areaShares.reduce(Rational.zero) {
        $0 + world.share($1.term, cell, world.horizon.first).value
      }
      guard sum != .one else { continue }
      let text = (sum * Rational(100)).shortText()
      world.fault(
        rule: rule, zh: "城乡占比之和为\(text)%，应为100%", en: "the area shares add up to \(text) %, not 100 %")
    }
  }

  private func newest(_ region: RegionCode, _ area: Area, _ month: Month) -> Observation? {
    world.indicators.table.newest(indicator, region: region, area: area, through: month)
  }

  private func direct(_ seen: Observation) -> StartingCount {
    StartingCount(persons: count(seen), month: seen.period.lastMonth, status: seen.status, observation: seen)
  }

  /// The count in persons (sources print 10k persons).
  func count(_ seen: Observation) -> Double {
    world.countOf(seen)
  }

  private func spread(
    _ seen: Observation, _ cell: Int, _ node: RegionCode, areaShare: Figure, _ term: Term?
  ) -> StartingCount? {
    let place = world.space.cells[cell]
    if node == place.region {
      return part(seen, StartingCount.Share(node: node, area: term, weight: (1, 1)), areaShare)
    }
    guard let key else { return nil }
    let year = seen.period.lastMonth.year
    let parts = weights(key, of: Spread(node: node, area: place.area, year: year))
    guard parts.whole > 0, let own = parts.parts[cell] else { return nil }
    return part(seen, StartingCount.Share(node: node, area: term, weight: (own, parts.whole)), areaShare)
  }

  private func part(_ seen: Observation, _ share: StartingCount.Share, _ areaShare: Figure) -> StartingCount {
    let persons = count(seen) * areaShare.value.double * share.weight.own / share.weight.whole
    return StartingCount(
      persons: persons, month: seen.period.lastMonth,
      status: max(.estimated, max(seen.status, areaShare.status)), observation: seen, spread: share)
  }

  /// The key's figures below a node and their sum in the order of the leaves.
  private func weights(_ key: String, of spread: Spread) -> (parts: [Int: Double], whole: Double) {
    if let known = spreads[spread] { return known }
    var (parts, whole) = ([Int: Double](), 0.0)
    for leaf in world.space.tree.leaves(under: spread.node) {
      guard let cell = world.space.index(region: leaf.code, area: spread.area) else { continue }
      let weight = weight(key, cell, spread.year)
      parts[cell] = weight
      whole += weight
    }
    spreads[spread] = (parts, whole)
    return (parts, whole)
  }

  /// The key of the year, or the oldest there is when the count is older than the key.
  private func weight(_ key: String, _ cell: Int, _ year: Int) -> Double {
    let place = world.space.cells[cell]
    if let reading = world.indicators.reading(
      key, region: place.region, area: place.area, year: year, unit: Units.persons)
    {
      return reading.figure.value.double
    }
    let oldest = world.indicators.table.series(key, region: place.region, area: place.area).first
    return oldest.map { ($0.value * ($0.unit.factor(to: Units.persons) ?? .one)).double } ?? 0
  }
}

extension Period {
  /// The month itself, or December of the year.
  var lastMonth: Month {
    switch self {
    case .year(let year): Month(year: year, month: 12)
    case .month(let month): month
    }
  }
}

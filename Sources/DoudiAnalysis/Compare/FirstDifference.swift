public import DoudiModel
public import DoudiUnits

/// From when two runs differ in anything that they say.
///
/// Compared are, month by month of the horizon that both cover: every amount in every cell (exactly), every
/// group's persons (bit by bit), all money by leaf, month of payment, programme and tier (to the fen), and the
/// verdicts of limits (value, bound and finding; that of a year in its last month, where both cover the same of it).
/// What either run does not have counts as nothing.
public enum FirstDifference {
  /// The first month; nil where nothing differs.
  public static func month(_ a: Projection, _ b: Projection) -> Month? {
    let first = max(a.model.scenario.horizon.first, b.model.scenario.horizon.first)
    let last = min(a.model.scenario.horizon.last, b.model.scenario.horizon.last)
    guard first <= last else { return nil }
    let places = a.model.space.cells.map { (region: $0.region, area: $0.area) }
    guard
      places.elementsEqual(
        b.model.space.cells.map { (region: $0.region, area: $0.area) }, by: { $0 == $1 })
    else { return first }
    let months = (0...last.months(since: first)).map { first.advanced(by: $0) }
    let found = [
      amounts(a, b, months), groups(a, b, months), money(a, b, months), verdicts(a, b, months),
    ]
    return found.compactMap { $0 }.min()
  }

  private static func amounts(_ a: Projection, _ b: Projection, _ months: [Month]) -> Month? {
    let names = Set((a.model.amounts + b.model.amounts).map(\.gives))
    func history(_ run: Projection, _ name: String) -> AmountHistory? {
      run.model.amounts.firstIndex { $0.gives == name }.map { run.world.amounts[$0] }
    }
    let pairs = names.map { (history(a, $0), history(b, $0)) }
    return months.first { month in
      pairs.contains { one, other in
        a.model.space.people.contains { one?.figure($0, month)?.value != other?.figure($0, month)?.value }
      }
    }
  }

  private static func groups(_ a: Projection, _ b: Projection, _ months: [Month]) -> Month? {
    let names = Set((a.model.groups + b.model.groups).map(\.id))
    func history(_ run: Projection, _ name: String) -> GroupHistory? {
      run.model.groups.firstIndex { $0.id == name }.map { run.world.groups[$0] }
    }
    let pairs = names.map { (history(a, $0), history(b, $0)) }
    let cells = a.model.space.cells.indices
    return months.first { month in
      pairs.contains { one, other in
        cells.contains { (one?.persons($0, month) ?? 0) != (other?.persons($0, month) ?? 0) }
      }
    }
  }

  private static func money(_ a: Projection, _ b: Projection, _ months: [Month]) -> Month? {
    let programmes = Set((a.model.programmes + b.model.programmes).map(\.id)).sorted()
    let (one, other) = (fen(a, programmes, months), fen(b, programmes, months))
    let width = one.count / max(1, months.count)
    return months.indices.first { month in
      one[(month * width)..<((month + 1) * width)] != other[(month * width)..<((month + 1) * width)]
    }.map { months[$0] }
  }

  /// Fen by month, leaf, programme and tier, in this order.
  private static func fen(_ run: Projection, _ programmes: [String], _ months: [Month]) -> [Int64] {
    let (leaves, tiers) = (run.model.space.leaves.count, Tier.allCases)
    let place = run.model.programmes.map { programmes.firstIndex(of: $0.id) ?? 0 }
    var sums = [Int64](repeating: 0, count: months.count * leaves * programmes.count * tiers.count)
    for (index, line) in run.lines.enumerated() {
      let month = line.paid.months(since: months[0])
      guard months.indices.contains(month), line.fen != 0 else { continue }
      let row = month * leaves + run.model.space.cells[Int(line.cell)].leaf
      let start = (row * programmes.count + place[run.programme(of: line)]) * tiers.count
      for tier in tiers { sums[start + Int(tier.rawValue)] += run.share(ofLine: index, tier: tier).fen }
    }
    return sums
  }

  private struct Key: Hashable {
    let rule: String
    let region: RegionCode
    let period: String
  }

  /// First and last month of a year that a run covers.
  private static func covered(_ year: Int, _ run: Projection) -> [Month] {
    let horizon = run.model.scenario.horizon
    return [
      max(horizon.first, Month(year: year, month: 1)), min(horizon.last, Month(year: year, month: 12)),
    ]
  }

  private static func verdicts(_ a: Projection, _ b: Projection, _ months: [Month]) -> Month? {
    func table(_ run: Projection) -> [Key: Verdict] {
      let all = run.verdicts.map {
        (Key(rule: $0.rule, region: $0.region, period: "\($0.period)"), $0)
      }
      return Dictionary(all) { first, _ in first }
    }
    let (one, other) = (table(a), table(b))
    let changed = Set(one.keys).union(other.keys).filter { key in
      let (x, y) = (one[key], other[key])
      return x?.value != y?.value || x?.bound != y?.bound || x?.finding != y?.finding
    }
    // A year of which the runs cover different months is not the same year.
    let periods = changed.compactMap { (one[$0] ?? other[$0])?.period }.filter {
      covered($0.year, a) == covered($0.year, b)
    }
    return periods.compactMap { period -> Month? in
      months.last {
        if case .month(let month) = period { return $0 == month }
        return $0.year == period.year
      }
    }.min()
  }
}

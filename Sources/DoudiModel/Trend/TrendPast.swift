/// What each past year looked like at its own end, and what came of it a year later.
struct TrendPast {
  /// One year as it was known then.
  struct Year {
    let year: Int
    /// G.
    let common: Double
    /// F.
    let continued: Double
    /// m.
    let bound: Double
    /// g(i) by region.
    let changes: [Double?]
    /// g(i) - G by region, cut at m.
    let deviations: [Double?]
  }

  /// Years with a common change, up to the last one asked for.
  let years: [Year]

  /// nil where there is no year with a common change.
  init?(_ panel: CountPanel, through last: Int) {
    var years: [Year] = []
    for year in panel.first..<max(panel.first, min(last, panel.last) + 1) {
      guard let common = panel.commonChange(year) else { continue }
      let before = years.last.flatMap { $0.year == year - 1 ? $0.common : nil }
      years.append(Self.year(year, common, before: before, panel))
    }
    guard !years.isEmpty else { return nil }
    self.years = years
  }

  private static func year(
    _ year: Int, _ common: Double, before: Double?, _ panel: CountPanel
  ) -> Year {
    let changes = panel.regions.indices.map { panel.change($0, year) }
    let bound = median(changes.compactMap { $0.map { ($0 - common).magnitude } })
    let goesOn = before.map { common * $0 > 0 } ?? true
    return Year(
      year: year, common: common, continued: goesOn ? common : 0, bound: bound, changes: changes,
      deviations: changes.map { $0.map { max(-bound, min(bound, $0 - common)) } })
  }

  /// w: the weighted median of (next year's deviation) / (this year's, cut), weights being the latter's
  /// size, over all pairs of years up to `last`; at least 0 and at most 1, 0 where there is none.
  ///
  /// It is the w that makes the sum of |next - w x this| smallest.
  func repeated(through last: Int) -> Double {
    var ratios: [(ratio: Double, weight: Double)] = []
    for (now, next) in pairs(through: last) {
      for (deviation, change) in zip(now.deviations, next.changes) {
        guard let deviation, let change, deviation != 0 else { continue }
        ratios.append(((change - next.common) / deviation, deviation.magnitude))
      }
    }
    ratios.sort { ($0.ratio, $0.weight) < ($1.ratio, $1.weight) }
    let whole = ratios.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    for (ratio, weight) in ratios {
      sum += weight
      if 2 * sum >= whole { return max(0, min(1, ratio)) }
    }
    return 0
  }

  /// b: the median over regions and past years of what came a year later less what was said.
  var miss: Double {
    var misses: [Double] = []
    for (now, next) in pairs(through: years.last?.year ?? 0) {
      let repeated = repeated(through: now.year)
      for (deviation, change) in zip(now.deviations, next.changes) {
        guard let deviation, let change else { continue }
        misses.append(change - now.continued - repeated * deviation)
      }
    }
    return Self.median(misses)
  }

  /// f: of all changes of regions, those that went the way of `common` less those that did not, over all.
  func sameWay(as common: Double) -> Double {
    let changes = years.flatMap { $0.changes.compactMap { $0 } }
    guard !changes.isEmpty else { return 0 }
    let same = changes.filter { $0 * common > 0 }.count
    return max(0, 2 * Double(same) / Double(changes.count) - 1)
  }

  /// Years and those that follow them.
  private func pairs(through last: Int) -> [(now: Year, next: Year)] {
    zip(years, years.dropFirst()).filter { $1.year == $0.year + 1 && $1.year <= last }
      .map { (now: $0, next: $1) }
  }

  /// The middle one, or the mean of the two in the middle; 0 of nothing.
  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

import DoudiUnits

/// Monthly growth factors by cell, computed again only when a year since the count is over.
struct GrowthColumns {
  private let trends: CellTrends
  private let starts: [Month]
  private let people: [Int]
  /// e^(g / 12) by cell for the month last advanced to; 1 up to the count.
  private(set) var factors: [Double]

  init(trends: CellTrends, starts: [Month], people: [Int]) {
    (self.trends, self.starts, self.people) = (trends, starts, people)
    factors = Array(repeating: 1, count: starts.count)
  }

  /// Goes on to the next month; months must be walked without a gap.
  mutating func advance(to month: Month) {
    for cell in people where starts[cell] < month {
      let passed = month.months(since: starts[cell]) - 1
      guard passed % 12 == 0 else { continue }
      factors[cell] = PortableMath.exp(trends.change(cell, step: passed / 12) / 12)
    }
  }
}

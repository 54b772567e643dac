import DoudiUnits

/// Ledger money of leaves by fiscal year, programme and tier: a year is the sum of its payment months.
struct MoneyBook {
  private let years: ClosedRange<Int>
  private let programmes: Int
  private var sums: [Int64]
  private var statuses: [Status]

  /// An empty book.
  init(leaves: Int, years: ClosedRange<Int>, programmes: Int) {
    (self.years, self.programmes) = (years, programmes)
    sums = Array(repeating: 0, count: leaves * years.count * programmes * Tier.allCases.count)
    statuses = Array(repeating: .stated, count: leaves * years.count * programmes)
  }

  private func place(_ leaf: Int, _ year: Int, _ programme: Int) -> Int {
    (leaf * years.count + year - years.lowerBound) * programmes + programme
  }

  /// Adds a line with what each tier pays of it, the five numbers of `tiers` that begin at `first`.
  mutating func add(_ line: LedgerLine, leaf: Int, programme: Int, tiers: [Int64], from first: Int) {
    let place = place(leaf, line.paid.year, programme)
    statuses[place] = max(statuses[place], line.status)
    let count = Tier.allCases.count
    for tier in 0..<count { sums[place * count + tier] &+= tiers[first + tier] }
  }

  /// Money of one leaf.
  func fen(leaf: Int, year: Int, programme: Int, tier: Tier) -> Int64 {
    guard years.contains(year) else { return 0 }
    return sums[place(leaf, year, programme) * Tier.allCases.count + Int(tier.rawValue)]
  }

  /// The weakest status behind a leaf's money, whoever pays; stated where nothing was paid.
  func status(leaf: Int, year: Int, programme: Int) -> Status {
    years.contains(year) ? statuses[place(leaf, year, programme)] : .stated
  }
}

import DoudiUnits

/// What rules of programmes that others read have paid, by leaf and month: the money a reserve bears
/// a share of. What reserves book themselves is not among it.
struct Payouts {
  private var fen: [[Int64]] = []
  private var isWanted: [Bool] = []
  private let months: Int

  /// Nothing is wanted.
  init() { months = 0 }

  /// An empty account.
  /// - Parameters:
  ///   - isWanted: for each payment rule whether its lines are to be counted.
  ///   - leaves: number of leaves.
  ///   - months: months of the horizon.
  init(isWanted: [Bool], leaves: Int, months: Int) {
    (self.isWanted, self.months) = (isWanted, months)
    fen = isWanted.map { $0 ? Array(repeating: 0, count: leaves * months) : [] }
  }

  /// True for a wanted rule.
  func counts(_ rule: Int) -> Bool { rule < isWanted.count && isWanted[rule] }

  /// Counts a line of a wanted rule.
  mutating func add(_ money: Money, _ rule: Int, _ leaf: Int, _ month: Int, _ type: LineType) {
    guard counts(rule), type != .reserveTopUp, type != .reserveDrawdown else { return }
    fen[rule][leaf * months + month] &+= money.fen
  }

  /// Paid by some rules in one leaf, by month.
  func paid(by rules: [Int], leaf: Int) -> [Money] {
    (0..<months).map { month in
      Money(fen: rules.reduce(Int64(0)) { $0 &+ (fen[$1].isEmpty ? 0 : fen[$1][leaf * months + month]) })
    }
  }

  /// Takes over what other rules than `anew` have paid in another run.
  mutating func adopt(_ other: Payouts, except anew: Set<Int>) {
    for rule in fen.indices where !anew.contains(rule) { fen[rule] = other.fen[rule] }
  }
}

/// What one way of splitting a pot comes to.
public struct AllocationCandidate: Hashable, Sendable {
  /// Money; less is better.
  public let cost: Double
  /// Share of need that is covered; more is better.
  public let coverage: Double
  /// A measure of inequality, such as Gini's; less is better.
  public let inequality: Double

  /// Cost, coverage and inequality, in any units.
  public init(cost: Double, coverage: Double, inequality: Double) {
    (self.cost, self.coverage, self.inequality) = (cost, coverage, inequality)
  }

  /// At least as good in everything and better in something.
  public func dominates(_ other: AllocationCandidate) -> Bool {
    cost <= other.cost && coverage >= other.coverage && inequality <= other.inequality && self != other
  }
}

/// The candidates that no other beats.
public enum ParetoFront {
  /// Positions of the candidates that none dominates, ascending. Equal candidates stay together.
  /// - Throws: ``AllocationFault/notRepresentable(_:rows:)`` for values that are not finite.
  public static func positions(_ candidates: [AllocationCandidate]) throws(AllocationFault) -> [Int] {
    let unknown = candidates.indices.filter { position in
      let one = candidates[position]
      return !(one.cost.isFinite && one.coverage.isFinite && one.inequality.isFinite)
    }
    if !unknown.isEmpty { throw .notRepresentable(.candidate, rows: unknown) }
    // Whoever dominates comes earlier in this order, and a dominated one is dominated by one of the front.
    let order = candidates.indices.sorted { a, b in
      let (left, right) = (candidates[a], candidates[b])
      if left.cost != right.cost { return left.cost < right.cost }
      if left.coverage != right.coverage { return left.coverage > right.coverage }
      return left.inequality < right.inequality
    }
    var front: [Int] = []
    for position in order where !front.contains(where: { candidates[$0].dominates(candidates[position]) }) {
      front.append(position)
    }
    return front.sorted()
  }
}

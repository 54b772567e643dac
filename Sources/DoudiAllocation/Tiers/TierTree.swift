public import DoudiUnits

/// A place of a tree that money comes down: a province, its cities, their counties.
public struct TierNode: Hashable, Sendable {
  /// The weight among its siblings; nil for the sum of its children's.
  public var weight: Rational?
  /// Its own floor and cap, besides what its children can hold.
  public var bounds: RowBounds
  /// The places below; empty for a leaf.
  public var children: [TierNode]

  /// A node; a leaf without `children`.
  public init(weight: Rational?, bounds: RowBounds = .none, children: [TierNode] = []) {
    (self.weight, self.bounds, self.children) = (weight, bounds, children)
  }
}

/// What a node and the nodes below it got.
public struct TierResult: Hashable, Sendable {
  /// Whole units of this node; the sum of its children's.
  public let amount: Int64
  /// How it was split among the children; nil for a leaf.
  public let split: AllocationResult?
  /// In the order of the tree.
  public let children: [TierResult]
}

/// A pot that comes down a tree in one call, each node's amount split over its children.
///
/// A node's range is its own floor and cap, within the sums of its children's: so no parent gets what its children
/// may not hold. Where the two ranges do not meet, the fault names the node.
///
/// Holds: children add up to their parent to the unit, at every node; all bounds at all levels.
/// Does not hold: the amounts of leaves are those of one split over all leaves at once.
public struct TierTree: Sendable {
  /// Levels a tree may have.
  public static let deepest = 16

  /// The node that gets the whole pot.
  public var root: TierNode

  /// A tree by its root.
  public init(_ root: TierNode) { self.root = root }

  /// Sends `pot` units down.
  public func allocate(_ pot: Int64) throws(AllocationFault) -> TierResult {
    guard 0...Envelope.largestPot ~= pot else { throw .pot(pot) }
    let plan = try Plan(root, path: [], most: pot)
    guard plan.range.contains(pot) else {
      throw .childrenOutsideParent(path: [], parent: pot...pot, children: plan.range)
    }
    return try plan.split(pot, path: [])
  }

  /// A node with the whole units that it can hold.
  struct Plan {
    let range: ClosedRange<Int64>
    let weight: Rational
    let bounds: RowBounds
    let children: [Plan]

    init(_ node: TierNode, path: [Int], most: Int64) throws(AllocationFault) {
      if path.count > TierTree.deepest { throw .tooDeep(path: path) }
      var plans: [Plan] = []
      for (position, child) in node.children.enumerated() {
        plans.append(try Plan(child, path: path + [position], most: most))
      }
      children = plans
      weight = node.weight ?? plans.reduce(.zero) { $0 + $1.weight }
      let own = try Self.range(node.bounds, path: path, most: most)
      guard !plans.isEmpty else {
        (range, bounds) = (own, node.bounds)
        return
      }
      let below = plans.reduce((Int128(0), Int128(0))) {
        ($0.0 + Int128($1.range.lowerBound), $0.1 + Int128($1.range.upperBound))
      }
      if below.0 > Int128(most) {
        throw .node(
          path: path,
          .floorsAbovePot(
            floors: Rational(below.0, over: 1), pot: Rational(Int128(most), over: 1),
            rows: plans.indices.filter { plans[$0].range.lowerBound > 0 }))
      }
      let held = Int64(below.0)...Int64(Swift.min(Int128(most), below.1))
      guard held.overlaps(own) else {
        throw .childrenOutsideParent(path: path, parent: own, children: held)
      }
      range = held.clamped(to: own)
      var bounds = node.bounds
      bounds.raise(to: Rational(Int128(range.lowerBound), over: 1), because: .children)
      if range.upperBound < most {
        bounds.limit(to: Rational(Int128(range.upperBound), over: 1), because: .children)
      }
      self.bounds = bounds
    }

    /// Whole units between floor and cap.
    private static func range(
      _ bounds: RowBounds, path: [Int], most: Int64
    ) throws(AllocationFault) -> ClosedRange<Int64> {
      let (floor, cap) = (bounds.floor?.value ?? .zero, bounds.cap?.value ?? Rational(Int128(most), over: 1))
      if !floor.isRepresentable { throw .node(path: path, .notRepresentable(.floor, rows: [])) }
      if !cap.isRepresentable { throw .node(path: path, .notRepresentable(.cap, rows: [])) }
      if floor < .zero { throw .node(path: path, .negative(.floor, rows: [])) }
      let (least, largest) = (floor.ceiling, Swift.min(cap.floor, Int128(most)))
      guard least <= largest else {
        throw .node(
          path: path,
          floor > cap
            ? .floorAboveCap(rows: [], by: [floor - cap])
            : least > Int128(most)
              ? .floorsAbovePot(floors: floor, pot: Rational(Int128(most), over: 1), rows: [])
              : .noWholeUnits(rows: []))
      }
      return Int64(least)...Int64(largest)
    }

    func split(_ pot: Int64, path: [Int]) throws(AllocationFault) -> TierResult {
      if children.isEmpty { return TierResult(amount: pot, split: nil, children: []) }
      let result: AllocationResult
      do {
        result = try Envelope(pot: pot, weights: children.map(\.weight), bounds: children.map(\.bounds))
          .allocate()
      } catch {
        throw .node(path: path, error)
      }
      var below: [TierResult] = []
      for (position, child) in children.enumerated() {
        below.append(try child.split(result.rows[position].amount, path: path + [position]))
      }
      return TierResult(amount: pot, split: result, children: below)
    }
  }
}

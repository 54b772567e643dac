import DoudiAllocation
import DoudiUnits

/// Sends a pot down the tree of rows.
struct TierSplitter {
  let inputs: AllocationInputs

  func split(_ pot: Int64) throws(AllocationFault) -> AllocationSplit {
    let top = inputs.rows.children(of: nil)
    let tree = TierTree(TierNode(weight: .one, children: top.map(node)))
    let result = try tree.allocate(pot)
    var split = AllocationSplit(rows: inputs.rows.rows.map { _ in Self.nothing }, pot: pot)
    place(result, top, &split)
    return split
  }

  private static let nothing = SplitRow(value: 0, amount: 0, moved: 0)

  /// A parent without a weight of its own has that of its children.
  private func node(_ row: Int) -> TierNode {
    let children = inputs.rows.children(of: row)
    let weight = inputs.weights?[row] ?? .zero
    return TierNode(
      weight: children.isEmpty || weight > .zero ? weight : nil, bounds: inputs.bounds[row],
      children: children.map(node))
  }

  private func place(_ result: TierResult, _ rows: [Int], _ split: inout AllocationSplit) {
    guard let own = result.split else { return }
    for (position, row) in rows.enumerated() { split.rows[row] = AllocationSplitter.row(own.rows[position]) }
    if let tie = own.tie {
      split.ties.append(Tie(rows: tie.rows.map { rows[$0] }, winners: tie.winners.map { rows[$0] }))
    }
    split.weightsScaled = split.weightsScaled || own.weightsScaled
    split.boundsRounded = split.boundsRounded || own.boundsRounded
    for (position, child) in result.children.enumerated() {
      place(child, inputs.rows.children(of: rows[position]), &split)
    }
  }

  /// The row at a path from the root; nil for the root.
  static func row(at path: [Int], in rows: AllocationRows) -> Int? {
    var found: Int?
    for step in path {
      let children = rows.children(of: found)
      guard children.indices.contains(step) else { return found }
      found = children[step]
    }
    return found
  }
}

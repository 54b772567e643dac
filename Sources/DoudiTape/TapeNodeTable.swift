/// Nodes in the order of their writing, each once.
struct TapeNodeTable {
  private(set) var nodes: [TapeNode] = []
  /// Place of a node plus one, 0 where none is; open addressing by the node's high bits.
  private var places: [UInt32] = Array(repeating: 0, count: 256)
  private var shift: UInt64 = 64 - 8

  /// The place of `node`, which is appended if it is not there.
  mutating func place(of node: TapeNode) -> (index: Int, isNew: Bool) {
    if 2 * nodes.count >= places.count { grow() }
    let mask = places.count - 1
    var slot = Int(truncatingIfNeeded: node.mixed >> shift)
    while places[slot] != 0 {
      let index = Int(places[slot]) - 1
      if nodes[index] == node { return (index, false) }
      slot = (slot + 1) & mask
    }
    nodes.append(node)
    places[slot] = UInt32(truncatingIfNeeded: nodes.count)
    return (nodes.count - 1, true)
  }

  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    places.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: 2 * places.count)
    shift -= 1
    let mask = places.count - 1
    for (index, node) in nodes.enumerated() {
      var slot = Int(truncatingIfNeeded: node.mixed >> shift)
      while places[slot] != 0 { slot = (slot + 1) & mask }
      places[slot] = UInt32(truncatingIfNeeded: index + 1)
    }
  }
}

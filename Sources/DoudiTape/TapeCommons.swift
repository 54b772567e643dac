/// The common values while programs are compiled: those that a region needs keep a slot.
struct TapeCommons {
  private(set) var table = TapeNodeTable()
  /// Common values with a slot of their own, which is their place in this list.
  private(set) var kept: [TapeHandle] = []
  private var slots: [TapeHandle: UInt32] = [:]

  init(_ nodes: [TapeNode]) {
    for node in nodes { _ = table.place(of: node) }
  }

  /// The slot that holds `handle` for a whole block.
  mutating func slot(_ handle: TapeHandle) -> UInt32 {
    if let known = slots[handle] { return known }
    let slot = UInt32(truncatingIfNeeded: kept.count)
    slots[handle] = slot
    kept.append(handle)
    return slot
  }

  /// Whether `handle` has a slot for the whole block.
  func isKept(_ handle: TapeHandle) -> Bool { slots[handle] != nil }

  /// 1 / handle, itself a common value.
  mutating func inverse(_ handle: TapeHandle) -> TapeHandle {
    let node = TapeNode(operation: .divide, a: TapeBuilder.one, b: handle)
    return TapeHandle(.common, table.place(of: node).index)
  }
}

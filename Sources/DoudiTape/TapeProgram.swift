internal import CVectorMath

/// Instructions for a template, or for what is common to all.
struct TapeProgram: Sendable {
  /// Instructions up to `end`, after which outputs are ready.
  struct Segment: Sendable {
    let end: Int
    /// Places of the next outputs, in their order.
    let outputs: [UInt32]
  }

  var instructions: [vm_instruction] = []
  var segments: [Segment] = []
  /// What makes up the table of constants.
  var constants: [TapeConstant] = []
}

/// A literal or figure, or its inverse.
struct TapeConstant: Hashable, Sendable {
  let handle: TapeHandle
  var isInverse = false

  func value(literals: [Double], figures: [Double]) -> Double {
    let number = handle.kind == .figure ? figures[handle.index] : literals[handle.index]
    return isInverse ? 1 / number : number
  }
}

/// Where compiled values lie. Kept slots hold common values for a whole block; the others are shared
/// by all programs and lie after them; numbers lie after all slots. Until these counts are known,
/// a place is a number within its kind, with a mark.
struct TapeLayout: Sendable {
  static let temporary: UInt32 = 1 << 31
  static let number: UInt32 = 1 << 30

  let kept: Int
  let slots: Int
  let numbers: Int
  let block: Int

  /// The place in the workspace, in doubles.
  func place(_ mark: UInt32) -> UInt32 {
    let index = Int(mark & ~(Self.temporary | Self.number))
    let place =
      mark & Self.number != 0
      ? slots * block + index
      : mark & Self.temporary != 0 ? (kept + index) * block : index * block
    return UInt32(truncatingIfNeeded: place)
  }
}

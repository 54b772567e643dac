internal import CVectorMath

/// Instructions for a template, or for what is common to all.
struct TapeProgram: Sendable {
  /// Instructions up to `end`, after which outputs are ready.
  struct Segment: Sendable {
    let end: Int
    /// Slots of the next outputs, in their order.
    let outputs: [UInt32]
  }

  var instructions: [vm_instruction] = []
  var segments: [Segment] = []
  /// Which literals and figures make up the table of constants.
  var constants: [TapeHandle] = []
}

/// Where compiled values lie: kept slots hold common values for a whole block, the others are
/// shared by all programs and lie after them. Before the number of kept slots is known, the
/// others carry a mark.
enum TapeSlot {
  static let mark: UInt32 = 1 << 31

  static func placed(_ slot: UInt32, kept: Int) -> UInt32 {
    slot & mark == 0 ? slot : (slot & ~mark) + UInt32(truncatingIfNeeded: kept)
  }
}

extension TapeProgram {
  /// The program with final slots.
  func placed(kept: Int) -> TapeProgram {
    func placed(_ operand: UInt32, _ instruction: vm_instruction, _ bit: UInt16) -> UInt32 {
      instruction.constants & bit != 0 ? operand : TapeSlot.placed(operand, kept: kept)
    }
    var program = self
    program.instructions = instructions.map { old in
      var new = old
      new.result = TapeSlot.placed(old.result, kept: kept)
      (new.a, new.b) = (placed(old.a, old, 1), placed(old.b, old, 2))
      (new.c, new.e) = (placed(old.c, old, 4), placed(old.e, old, 8))
      return new
    }
    program.segments = segments.map { segment in
      Segment(end: segment.end, outputs: segment.outputs.map { TapeSlot.placed($0, kept: kept) })
    }
    return program
  }
}

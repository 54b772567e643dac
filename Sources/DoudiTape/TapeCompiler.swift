internal import CVectorMath

/// Turns nodes into instructions over slots, in the order of writing.
///
/// A slot is free again after the last use of its value; the next value takes the slot that was
/// freed last, which is still in the cache. An instruction may write where it reads.
struct TapeCompiler {
  private let local: TapeHandle.Kind
  private let nodes: [TapeNode?]
  private let outputs: [TapeHandle]
  /// Figures from this number on are inverses of these numbers.
  private var figures = Int.max
  private var invertedNumbers: [TapeHandle] = []
  private var program = TapeProgram()
  private var constantPlaces: [TapeConstant: UInt32] = [:]
  /// By node: its slot, and the position after which nobody reads it.
  private var slots: [UInt32]
  private var lastUses: [Int]
  private var free: [UInt32] = []
  /// Slots that the program needs besides the kept ones.
  private(set) var slotCount: UInt32 = 0

  /// Instructions of a template.
  static func program(
    _ template: TapeTemplate, math: TapeMath, commons: inout TapeCommons
  ) -> (program: TapeProgram, slots: Int) {
    let lowered = TapeLowering(template, math: math, commons: &commons)
    let fusion = TapeFusion(lowered.nodes, local: .regional, outputs: lowered.outputs)
    var compiler = TapeCompiler(fusion.nodes, local: .regional, outputs: lowered.outputs)
    (compiler.figures, compiler.invertedNumbers) = (lowered.figures, lowered.invertedNumbers)
    compiler.emit(&commons)
    return (compiler.program, Int(compiler.slotCount))
  }

  /// Instructions that compute the kept common values, after the inputs are in their slots.
  static func prologue(_ commons: inout TapeCommons) -> (program: TapeProgram, slots: Int) {
    let nodes = commons.table.nodes
    let fusion = TapeFusion(nodes, local: .common, outputs: commons.kept)
    for node in fusion.nodes {
      node?.forEachOperand { operand in
        let isInput = operand.kind == .common && nodes[operand.index].operation == .input
        if isInput { _ = commons.slot(operand) }
      }
    }
    var compiler = TapeCompiler(fusion.nodes, local: .common, outputs: [])
    for (slot, handle) in commons.kept.enumerated() {
      compiler.slots[handle.index] = UInt32(truncatingIfNeeded: slot)
    }
    compiler.emit(&commons)
    return (compiler.program, Int(compiler.slotCount))
  }

  private init(_ nodes: [TapeNode?], local: TapeHandle.Kind, outputs: [TapeHandle]) {
    (self.local, self.nodes, self.outputs) = (local, nodes, outputs)
    slots = Array(repeating: 0, count: nodes.count)
    lastUses = Array(repeating: -1, count: nodes.count)
  }

  private mutating func emit(_ commons: inout TapeCommons) {
    findLastUses()
    var next = 0
    handOver(&next, after: -1, &commons)
    for (position, node) in nodes.enumerated() {
      guard let node else { continue }
      var instruction = encoded(node, &commons)
      node.forEachOperand { release($0, at: 2 * position) }
      let isKept = local == .common && commons.isKept(TapeHandle(.common, position))
      if !isKept { slots[position] = freshSlot() }
      instruction.result = slots[position]
      program.instructions.append(instruction)
      handOver(&next, after: position, &commons)
    }
  }

  /// Even: read by the node at half of it; odd: handed over after that node.
  private mutating func findLastUses() {
    for (position, node) in nodes.enumerated() {
      node?.forEachOperand { operand in
        if operand.kind == local { lastUses[operand.index] = 2 * position }
      }
    }
    var ready = -1
    for output in outputs where output.kind == local {
      ready = max(ready, output.index)
      lastUses[output.index] = max(lastUses[output.index], 2 * ready + 1)
    }
  }

  /// Ends a segment if outputs are ready after the node at `position`.
  private mutating func handOver(_ next: inout Int, after position: Int, _ commons: inout TapeCommons) {
    var ready: [UInt32] = []
    var filled: [UInt32] = []
    let first = next
    while next < outputs.count, outputs[next].kind != local || outputs[next].index <= position {
      let output = outputs[next]
      if output.isNumber {
        let slot = freshSlot()
        program.instructions.append(
          vm_instruction(
            operation: UInt16(vm_fill.rawValue), constants: 1, result: slot, a: constantPlace(output), b: 0,
            c: 0, e: 0))
        filled.append(slot)
        ready.append(slot)
      } else {
        ready.append(output.kind == local ? slots[output.index] : commons.slot(output))
      }
      next += 1
    }
    guard !ready.isEmpty else { return }
    program.segments.append(TapeProgram.Segment(end: program.instructions.count, outputs: ready))
    for output in outputs[first..<next] { release(output, at: 2 * position + 1) }
    free.append(contentsOf: filled)
  }

  private mutating func freshSlot() -> UInt32 {
    if let slot = free.popLast() { return slot }
    slotCount += 1
    return TapeLayout.temporary | (slotCount - 1)
  }

  private mutating func release(_ handle: TapeHandle, at use: Int) {
    guard handle.kind == local, lastUses[handle.index] == use else { return }
    lastUses[handle.index] = -1
    if slots[handle.index] & TapeLayout.temporary != 0 { free.append(slots[handle.index]) }
  }

  private mutating func constantPlace(_ handle: TapeHandle) -> UInt32 {
    let isInverse = handle.kind == .figure && handle.index >= figures
    let number = isInverse ? invertedNumbers[handle.index - figures] : handle
    let constant = TapeConstant(handle: number, isInverse: isInverse)
    if let known = constantPlaces[constant] { return known }
    let place = TapeLayout.number | UInt32(truncatingIfNeeded: program.constants.count)
    program.constants.append(constant)
    constantPlaces[constant] = place
    return place
  }

  private mutating func encoded(_ node: TapeNode, _ commons: inout TapeCommons) -> vm_instruction {
    var mask: UInt16 = 0
    func operand(_ handle: TapeHandle, _ bit: UInt16) -> UInt32 {
      if handle == .none { return 0 }
      if handle.isNumber {
        mask |= bit
        return constantPlace(handle)
      }
      return handle.kind == local ? slots[handle.index] : commons.slot(handle)
    }
    let (a, b, c, e) = (operand(node.a, 1), operand(node.b, 2), operand(node.c, 4), operand(node.e, 8))
    return vm_instruction(
      operation: node.operation.code, constants: mask, result: 0, a: a, b: b, c: c, e: e)
  }
}

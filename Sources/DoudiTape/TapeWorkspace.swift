internal import CVectorMath

/// The slots of one thread: aligned memory, one block of doubles for each slot.
struct TapeWorkspace {
  private let memory: UnsafeMutablePointer<Double>
  private let block: Int

  init(slots: Int, block: Int) {
    let bytes = max(1, slots) * block * MemoryLayout<Double>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    memory = raw.initializeMemory(as: Double.self, repeating: 0, count: max(1, slots) * block)
    self.block = block
  }

  func deallocate() { UnsafeMutableRawPointer(memory).deallocate() }

  /// Copies the inputs of a block and fills up the last group with its first draw.
  /// - Returns: the number of draws to compute, a multiple of the kernel's group.
  func load(
    _ inputs: [UnsafeBufferPointer<Double>], _ places: [(input: Int, slot: Int)], first: Int, count: Int
  ) -> Int {
    let grain = Int(VM_GRAIN)
    let padded = (count + grain - 1) / grain * grain
    for (input, slot) in places {
      let target = memory + slot * block
      guard let source = inputs[input].baseAddress else { continue }
      target.update(from: source + first, count: count)
      (target + count).update(repeating: source[first], count: padded - count)
    }
    return padded
  }

  @inline(__always)
  func run(
    _ instructions: ArraySlice<vm_instruction>, _ constants: [Double], _ level: vm_level, draws: Int
  ) {
    instructions.withUnsafeBufferPointer { code in
      vm_run(level, code.baseAddress, code.count, constants, memory, block, draws)
    }
  }

  @inline(__always)
  func values(slot: Int, count: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: memory + slot * block, count: count)
  }
}

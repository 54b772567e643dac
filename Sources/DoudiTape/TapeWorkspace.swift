internal import CVectorMath

/// The memory of one thread: a block of doubles for each slot, and the numbers of a region.
struct TapeWorkspace {
  private let memory: UnsafeMutablePointer<Double>
  private let layout: TapeLayout

  init(_ layout: TapeLayout) {
    let count = layout.slots * layout.block + layout.numbers + 1
    let bytes = count * MemoryLayout<Double>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    memory = raw.initializeMemory(as: Double.self, repeating: 0, count: count)
    self.layout = layout
  }

  func deallocate() { UnsafeMutableRawPointer(memory).deallocate() }

  /// Copies the inputs of a block and fills up the last group with its first draw.
  /// - Returns: the number of draws to compute, a multiple of the kernel's group.
  func load(
    _ inputs: [UnsafeBufferPointer<Double>], _ slots: [(input: Int, slot: Int)], first: Int, count: Int
  ) -> Int {
    let grain = Int(VM_GRAIN)
    let padded = (count + grain - 1) / grain * grain
    for (input, slot) in slots {
      let target = memory + slot * layout.block
      guard let source = inputs[input].baseAddress else { continue }
      target.update(from: source + first, count: count)
      (target + count).update(repeating: source[first], count: padded - count)
    }
    return padded
  }

  /// Runs the program of a region; `sink` receives each output's number and its values.
  @inline(__always)
  func run(
    _ region: TapeCode.Region, _ tables: TapeTables, level: vm_level, draws: Int,
    sink: (Int, UnsafePointer<Double>) -> Void
  ) {
    if let numbers = tables.numbers.baseAddress {
      let table = memory + layout.slots * layout.block
      table.update(from: numbers + region.numbers.lowerBound, count: region.numbers.count)
    }
    guard let code = tables.instructions.baseAddress.map({ $0 + region.program.instructions.lowerBound })
    else { return }
    var (start, output) = (0, 0)
    for index in region.program.segments {
      let segment = tables.segments[index]
      vm_run(level, code + start, segment.end - start, memory, draws)
      start = segment.end
      for place in segment.outputs {
        sink(output, memory + Int(tables.places[place]))
        output += 1
      }
    }
    vm_run(level, code + start, region.program.instructions.count - start, memory, draws)
  }
}

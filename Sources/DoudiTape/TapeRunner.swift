internal import CVectorMath

/// A tape compiled for this machine, and the loop over blocks of draws.
///
/// For each block the common values are computed once, then region after region; all values of a
/// region lie in a workspace of a few dozen blocks, which stays in the cache. Every operation is
/// elementwise: a draw's result depends neither on the block size nor on the draws beside it.
public struct TapeRunner: Sendable {
  /// Draws to a block, a multiple of 32.
  public let block: Int
  /// How operations are executed.
  public let math: TapeMath

  let inputs: Int
  let level: vm_level
  /// Inputs that are needed: number of the input, and its slot.
  let inputSlots: [(input: Int, slot: Int)]
  let code: TapeCode
  let prologue: TapeCode.Region
  let regions: [TapeCode.Region]

  /// Compiles `tape`.
  /// - Parameters:
  ///   - tape: what to compute.
  ///   - block: draws to a block, raised to a multiple of 32; small enough for the workspace
  ///     to stay in the cache, large enough to hide the cost of an instruction's start.
  ///   - math: how to compute.
  public init(tape: Tape, block: Int = 192, math: TapeMath = .vector) {
    self.init(tape: tape, block: block, math: math, level: math.level)
  }

  /// As above, at a level of the kernel that this machine must have.
  init(tape: Tape, block: Int, math: TapeMath, level: vm_level) {
    let grain = Int(VM_GRAIN)
    self.block = max(1, (min(block, 1 << 14) + grain - 1) / grain) * grain
    self.math = math
    self.level = level
    inputs = tape.inputs
    var commons = TapeCommons(tape.commons)
    let compiled = tape.templates.map { TapeCompiler.program($0, math: math, commons: &commons) }
    let (start, startSlots) = TapeCompiler.prologue(&commons)
    let kept = commons.kept.count
    var code = TapeCode(
      TapeLayout(
        kept: kept, slots: kept + max(startSlots, compiled.map(\.slots).max() ?? 0),
        numbers: max(start.constants.count, compiled.map(\.program.constants.count).max() ?? 0),
        block: self.block))
    func numbers(_ constants: [TapeConstant], _ figures: [Double]) -> [Double] {
      constants.map { $0.value(literals: tape.literals, figures: figures) }
    }
    prologue = code.add(code.add(start), numbers: numbers(start.constants, []))
    let programs = compiled.map { code.add($0.program) }
    regions = tape.regions.map { region in
      let constants = compiled[region.template].program.constants
      return code.add(programs[region.template], numbers: numbers(constants, region.figures))
    }
    self.code = code
    inputSlots = commons.kept.enumerated().compactMap { slot, handle in
      handle.index < tape.inputs ? (handle.index, slot) : nil
    }
  }

  /// Runs all draws on this thread.
  /// - Parameters:
  ///   - draws: how many; none where negative.
  ///   - inputs: for each uncertain input its values, one for each draw.
  ///   - sink: receives outputs, block after block, region after region, in the order of writing.
  ///     The values are those of ``TapeOutput/firstDraw`` and following; they are gone after the call.
  /// - Throws: ``TapeFault`` where there are too few inputs or values.
  public func run(
    draws: Int, inputs: [UnsafeBufferPointer<Double>], sink: (TapeOutput) -> Void
  ) throws(TapeFault) {
    try check(draws: draws, inputs: inputs)
    let workspace = TapeWorkspace(code.layout)
    defer { workspace.deallocate() }
    run(draws: 0..<max(0, draws), chunk: 0, inputs: inputs, workspace: workspace, sink: sink)
  }

  func check(draws: Int, inputs: [UnsafeBufferPointer<Double>]) throws(TapeFault) {
    guard inputs.count >= self.inputs else {
      throw .missingInputs(expected: self.inputs, given: inputs.count)
    }
    for (index, values) in inputs.prefix(self.inputs).enumerated() where values.count < draws {
      throw .shortInput(input: index, expected: draws, given: values.count)
    }
  }

  func run(
    draws: Range<Int>, chunk: Int, inputs: [UnsafeBufferPointer<Double>], workspace: TapeWorkspace,
    sink: (TapeOutput) -> Void
  ) {
    code.withTables { tables in
      for first in stride(from: draws.lowerBound, to: draws.upperBound, by: block) {
        let count = min(block, draws.upperBound - first)
        let padded = workspace.load(inputs, inputSlots, first: first, count: count)
        workspace.run(prologue, tables, level: level, draws: padded) { _, _ in }
        for number in regions.indices {
          workspace.run(regions[number], tables, level: level, draws: padded) { output, values in
            let values = UnsafeBufferPointer(start: values, count: count)
            sink(TapeOutput(region: number, output: output, chunk: chunk, firstDraw: first, values: values))
          }
        }
      }
    }
  }
}

/// One output of a region for a block of draws.
public struct TapeOutput {
  /// Number of the region, in the order of writing.
  public let region: Int
  /// Number of the output within the region.
  public let output: Int
  /// The chunk of draws that the block belongs to; chunks may run at the same time.
  public let chunk: Int
  /// The draw of the first value.
  public let firstDraw: Int
  /// One value for each draw of the block; valid during the call only.
  public let values: UnsafeBufferPointer<Double>
}

/// What keeps a tape from running.
public enum TapeFault: Error, Hashable, Sendable {
  /// Fewer columns than the tape has inputs.
  case missingInputs(expected: Int, given: Int)
  /// A column with fewer values than draws.
  case shortInput(input: Int, expected: Int, given: Int)
}

internal import CVectorMath

/// All programs of a runner with final places, in flat tables: the loop over regions touches
/// nothing but numbers.
struct TapeCode: Sendable {
  struct Program: Sendable {
    let instructions: Range<Int>
    let segments: Range<Int>
  }

  struct Segment: Sendable {
    /// Instructions of the program before its outputs are ready.
    let end: Int
    let outputs: Range<Int>
  }

  struct Region: Sendable {
    let program: Program
    let numbers: Range<Int>
  }

  let layout: TapeLayout
  private(set) var instructions: [vm_instruction] = []
  private(set) var segments: [Segment] = []
  /// Places of outputs.
  private(set) var places: [UInt32] = []
  private(set) var numbers: [Double] = []

  init(_ layout: TapeLayout) { self.layout = layout }

  mutating func add(_ program: TapeProgram) -> Program {
    let start = instructions.count
    for old in program.instructions {
      instructions.append(
        vm_instruction(
          operation: old.operation, constants: old.constants, result: layout.place(old.result),
          a: layout.place(old.a), b: layout.place(old.b), c: layout.place(old.c), e: layout.place(old.e)))
    }
    let firstSegment = segments.count
    for segment in program.segments {
      let first = places.count
      places.append(contentsOf: segment.outputs.map(layout.place))
      segments.append(Segment(end: segment.end, outputs: first..<places.count))
    }
    return Program(instructions: start..<instructions.count, segments: firstSegment..<segments.count)
  }

  /// A region, or the prologue, which is a program without outputs.
  mutating func add(_ program: Program, numbers table: [Double]) -> Region {
    numbers.append(contentsOf: table)
    return Region(program: program, numbers: numbers.count - table.count..<numbers.count)
  }

  /// Calls `body` with the tables.
  func withTables(_ body: (TapeTables) -> Void) {
    instructions.withUnsafeBufferPointer { instructions in
      segments.withUnsafeBufferPointer { segments in
        places.withUnsafeBufferPointer { places in
          numbers.withUnsafeBufferPointer { numbers in
            body(
              TapeTables(
                instructions: instructions, segments: segments, places: places, numbers: numbers))
          }
        }
      }
    }
  }
}

/// The tables of a ``TapeCode`` while they stay where they are.
struct TapeTables {
  let instructions: UnsafeBufferPointer<vm_instruction>
  let segments: UnsafeBufferPointer<TapeCode.Segment>
  let places: UnsafeBufferPointer<UInt32>
  let numbers: UnsafeBufferPointer<Double>
}

import CVectorMath

@testable import DoudiTape

/// Every level of the kernel that this machine has, with its arithmetic.
let levels: [(math: TapeMath, level: vm_level)] = [
  (TapeMath.portable, vm_portable_baseline), (.portable, vm_portable_avx2),
  (.vector, vm_fast_avx2), (.vector, vm_fast_avx512),
].filter { vm_has_level($0.1) != 0 }

extension TapeRunner {
  /// All outputs, region after region: `values[region][output][draw]`.
  func values(_ columns: [[Double]], draws: Int) throws -> [[[Double]]] {
    var result = regions.map { region in
      let outputs = code.segments[region.program.segments].reduce(0) { $0 + $1.outputs.count }
      return Array(repeating: Array(repeating: Double.nan, count: draws), count: outputs)
    }
    let copies = columns.map { column in
      let copy = UnsafeMutableBufferPointer<Double>.allocate(capacity: column.count)
      _ = copy.initialize(from: column)
      return copy
    }
    defer { copies.forEach { $0.deallocate() } }
    try run(draws: draws, inputs: copies.map { UnsafeBufferPointer($0) }) { output in
      for (offset, value) in output.values.enumerated() {
        result[output.region][output.output][output.firstDraw + offset] = value
      }
    }
    return result
  }
}

/// One region over columns of inputs.
func tape(inputs: Int, _ write: (TapeBuilder) -> [TapeValue]) -> Tape {
  let builder = TapeBuilder(inputs: inputs)
  builder.beginRegion()
  for output in write(builder) { builder.output(output) }
  return builder.finish()
}

/// The first region's outputs for the given columns, on this machine's best level.
func outputs(
  _ tape: Tape, _ columns: [[Double]], math: TapeMath = .vector, block: Int = 160
) throws -> [[Double]] {
  let runner = TapeRunner(tape: tape, block: block, math: math)
  return try runner.values(columns, draws: columns.first?.count ?? 1)[0]
}

/// Equal, or both NaN.
func same(_ a: Double, _ b: Double) -> Bool { a == b || (a.isNaN && b.isNaN) }

import Testing

@testable import DoudiEnsemble

/// Runs without a number, counted output by output.
@Suite struct CountedFunctionTests {
  /// Output 0 fails above 0.75 in the first input, output 1 never, output 2 always.
  private static let function = ColumnFunction(inputs: 2, outputs: 3) { x in
    [x[0] > 0.75 ? .nan : x[0] + x[1], x[0] - x[1], .infinity]
  }

  private func run(_ counted: CountedFunction<ColumnFunction>, preview: Bool = false) -> [Double] {
    let values = [0.1, 0.8, 0.9, 0.74, 0, 0, 0, 0]
    var outputs = [Double](repeating: 0, count: 12)
    values.withUnsafeBufferPointer { inputs in
      outputs.withUnsafeMutableBufferPointer {
        if preview {
          counted.preview(draws: 4, inputs: inputs, outputs: $0)
        } else {
          counted.evaluate(draws: 4, inputs: inputs, outputs: $0)
        }
      }
    }
    return outputs
  }

  @Test func failuresOfEachOutput() {
    let counted = CountedFunction(Self.function)
    #expect(counted.inputs == 2 && counted.outputs == 3 && counted.failures == [0, 0, 0])
    #expect(run(counted)[0] == 0.1 && counted.failures == [2, 0, 4])
    _ = run(counted)
    #expect(counted.failures == [4, 0, 8])
    // A look beforehand is no run.
    #expect(run(counted, preview: true)[4] == 0.1 && counted.failures == [4, 0, 8])
  }

  /// A quarter of all runs fails, and as many with one thread as with two; all runs of an output that never succeeds.
  @Test func threadsDoNotMatter() throws {
    let inputs = IndependentInputs([try uniform(0, 1), try uniform(0, 1)])
    let design = try SaltelliDesign(inputs: inputs, draws: 256, seed: 4)
    let counts = try [1, 2].map { threads in
      let counted = CountedFunction(Self.function)
      _ = try design.indices(of: counted, threads: threads)
      return counted.failures
    }
    #expect(counts[0] == counts[1] && counts[0][1] == 0 && counts[0][2] == design.runs)
    #expect(abs(Double(counts[0][0]) / Double(design.runs) - 0.25) < 0.01)
  }
}

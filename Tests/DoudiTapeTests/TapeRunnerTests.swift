import Testing
import _DoudiTestSupport

@testable import DoudiTape

@Suite struct TapeRunnerTests {
  private let sample = tape(inputs: 2) { builder in
    let (x, y) = (builder.input(0), builder.input(1))
    let a = builder.figure(3) * x + y
    return [a, .normalCDF(a - y), .log(TapeValue.max(a, 0.5)), .exp(-x) / builder.figure(7)]
  }

  private func columns(_ draws: Int) -> [[Double]] {
    var random = SplitMix64(seed: 5)
    return (0..<2).map { _ in (0..<draws).map { _ in random.unit() * 4 - 1 } }
  }

  @Test(arguments: TapeMath.allCases) func theBlockDoesNotMatter(math: TapeMath) throws {
    let columns = columns(1_003)
    let expected = try outputs(sample, columns, math: math, block: 32)
    for block in [-5, 1, 33, 160, 1_000, 5_000] {
      #expect(try outputs(sample, columns, math: math, block: block) == expected)
    }
    #expect(TapeRunner(tape: sample, block: 33).block == 64)
  }

  @Test func fewDrawsAndNone() throws {
    let one = try outputs(sample, [[1], [2]])
    #expect(one[0] == [5] && one.allSatisfy { $0.count == 1 })
    var calls = 0
    let empty = UnsafeBufferPointer<Double>(start: nil, count: 0)
    try TapeRunner(tape: sample).run(draws: 0, inputs: [empty, empty]) { _ in calls += 1 }
    try TapeRunner(tape: sample).run(draws: -1, inputs: [empty, empty]) { _ in calls += 1 }
    try TapeRunner(tape: TapeBuilder(inputs: 0).finish()).run(draws: 9, inputs: []) { _ in calls += 1 }
    #expect(calls == 0)
  }

  @Test func tooFewInputsAreRefused() {
    let values = [1.0, 2]
    values.withUnsafeBufferPointer { column in
      let runner = TapeRunner(tape: sample)
      #expect(throws: TapeFault.missingInputs(expected: 2, given: 1)) {
        try runner.run(draws: 2, inputs: [column]) { _ in }
      }
      #expect(throws: TapeFault.shortInput(input: 1, expected: 2, given: 1)) {
        try runner.run(draws: 2, inputs: [column, UnsafeBufferPointer(rebasing: column[..<1])]) { _ in }
      }
    }
  }

  @Test(arguments: TapeMath.allCases) func nothingTraps(math: TapeMath) throws {
    let tape = tape(inputs: 2) { builder in
      let (x, y) = (builder.figure(2) * builder.input(0), builder.input(1))
      return [
        x / y, .log(x), .select(y > 0, then: x / y, else: builder.literal(0)), .max(x, y), .min(y, x),
        .select(x >= y, then: builder.literal(1), else: y), .max(x, 3), .min(x, -3),
      ]
    }
    let columns: [[Double]] = [[0, 1, -1, .nan, 1], [0, 0, 1, 1, .nan]]
    let values = try outputs(tape, columns, math: math)
    let nan = Double.nan
    let expected: [[Double]] = [
      [nan, .infinity, -2, nan, nan], [-.infinity, 0.6931471805599453, nan, nan, 0.6931471805599453],
      [0, 0, -2, nan, nan], [0, 2, 1, nan, nan], [0, 0, -2, nan, nan], [1, 1, 1, nan, nan],
      [3, 3, 3, nan, 3], [-3, -3, -3, nan, -3],
    ]
    for (row, wanted) in zip(values, expected) {
      #expect(zip(row, wanted).allSatisfy(same), "\(row) is not \(wanted)")
    }
  }
}

import Testing

@testable import DoudiTape

@Suite struct TapeValueTests {
  @Test(arguments: TapeMath.allCases) func operatorsTakeValuesAndDoubles(math: TapeMath) throws {
    let tape = tape(inputs: 1) { builder in
      let (x, four) = (builder.input(0), builder.figure(4))
      return [
        x + four, x + 4.0, 4.0 + x, x - four, x - 4.0, 4.0 - x, x * four, x * 4.0, 4.0 * x,
        x / four, x / 4.0, 4.0 / x, -x, .max(x, 5), .min(x, 5), .max(x, four), .min(x, four),
      ]
    }
    let values = try outputs(tape, [[8]], math: math).map { $0[0] }
    #expect(values == [12, 12, 12, 4, 4, -4, 32, 32, 32, 2, 2, 0.5, -8, 8, 5, 8, 4])
  }

  @Test(arguments: TapeMath.allCases) func comparisonsChoose(math: TapeMath) throws {
    let tape = tape(inputs: 2) { builder in
      let (x, y) = (builder.input(0), builder.input(1) * builder.figure(1))
      let (yes, no) = (builder.literal(1), builder.literal(0))
      return [
        .select(x >= y, then: yes, else: no), .select(x > y, then: yes, else: no),
        .select(x <= y, then: yes, else: no), .select(x < y, then: yes, else: no),
        .select(x >= 2, then: y, else: no), .select(x > 2, then: yes, else: x),
      ]
    }
    let values = try outputs(tape, [[1, 2, 3], [2, 2, 2]], math: math)
    #expect(values == [[0, 1, 1], [0, 0, 1], [1, 1, 0], [1, 0, 0], [0, 2, 2], [1, 2, 1]])
  }
}

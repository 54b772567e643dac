import CVectorMath
import Testing

@testable import DoudiTape

@Suite struct TapeCompilerTests {
  private func code(_ math: TapeMath, _ write: (TapeBuilder) -> [TapeValue]) -> TapeCode {
    TapeRunner(tape: tape(inputs: 3, write), math: math).code
  }

  @Test func deadCodeIsRemoved() {
    let code = code(.portable) { builder in
      let x = builder.figure(2) * builder.input(0)
      _ = TapeValue.exp(x) + 1
      return [x]
    }
    #expect(code.instructions.count == 1)
  }

  @Test func slotsAreUsedAgain() {
    let code = code(.portable) { builder in
      var x = builder.figure(2) * builder.input(0)
      for _ in 0..<500 { x = .sqrt(x) }
      return [x]
    }
    #expect(code.instructions.count == 501)
    #expect(code.layout.slots == 2)
  }

  @Test func outputsAreHandedOverWhenTheyAreReady() {
    let code = code(.portable) { builder in
      var x = builder.figure(2) * builder.input(0)
      return (0..<20).map { _ in
        x = .sqrt(x)
        return x
      }
    }
    #expect(code.segments.count == 20)
    #expect(code.layout.slots <= 3)
  }

  @Test func outputsKeepTheirOrder() throws {
    let tape = tape(inputs: 1) { builder in
      let x = builder.figure(2) * builder.input(0)
      let y = x + 1
      return [y, x, builder.figure(7), builder.input(0), builder.literal(3), y, y * 2]
    }
    for math in TapeMath.allCases {
      #expect(try outputs(tape, [[5]], math: math) == [[11], [10], [7], [5], [3], [11], [22]])
    }
  }

  @Test func commonValuesAreComputedOnceABlock() {
    let builder = TapeBuilder(inputs: 2)
    let common = TapeValue.exp(builder.input(0)) * builder.input(1)
    for figure in [1.0, 2, 3] {
      builder.beginRegion()
      builder.output(common * builder.figure(figure))
    }
    let runner = TapeRunner(tape: builder.finish())
    #expect(runner.prologue.program.instructions.count == 2)
    #expect(runner.regions.map(\.program.instructions.count) == [1, 1, 1])
    #expect(runner.inputSlots.count == 2)
  }

  @Test func inputsThatNobodyNeedsAreNotRead() throws {
    let tape = tape(inputs: 3) { [$0.input(1) * $0.figure(2)] }
    #expect(TapeRunner(tape: tape).inputSlots.map(\.input) == [1])
  }
}

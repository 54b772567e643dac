import Testing

@testable import DoudiTape

@Suite struct TapeTests {
  @Test func equalArithmeticIsOneTemplate() throws {
    let builder = TapeBuilder(inputs: 1)
    let ways: [(TapeValue, TapeValue) -> TapeValue] = [
      { $0 * $1 }, { $0 + $1 }, { 2 * $0 * $1 }, { $0 * $1 },
    ]
    for (index, way) in (ways + ways).enumerated() {
      builder.beginRegion()
      builder.output(way(builder.figure(Double(index + 1)), builder.input(0)))
    }
    let tape = builder.finish()
    #expect(tape.regionCount == 8 && tape.templateCount == 3)
    let values = try TapeRunner(tape: tape).values([[10]], draws: 1).map { $0[0][0] }
    #expect(values == [10, 12, 60, 40, 50, 16, 140, 80])
  }

  /// What differs in derived figures alone: the same nodes, other figures.
  @Test func derivedFiguresBelongToTheTemplate() throws {
    let builder = TapeBuilder(inputs: 1)
    for factor in [2.0, 3, 2] {
      builder.beginRegion()
      builder.output(factor * builder.figure(5) * builder.input(0))
    }
    let tape = builder.finish()
    #expect(tape.templateCount == 2)
    #expect(try TapeRunner(tape: tape).values([[1]], draws: 1).map { $0[0][0] } == [10, 15, 10])
  }

  @Test func aTapeMayBeFinishedTwice() {
    let builder = TapeBuilder(inputs: 0)
    builder.beginRegion()
    let first = builder.finish()
    builder.beginRegion()
    #expect(first.regionCount == 1 && builder.finish().regionCount == 2)
  }
}

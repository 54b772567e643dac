import Testing

@testable import DoudiTape

@Suite struct TapeBuilderTests {
  @Test func numbersAreFoldedAtOnce() {
    let builder = TapeBuilder(inputs: 1)
    builder.beginRegion()
    let (two, five) = (builder.literal(2), builder.figure(5))
    #expect((two * 3 + 1).constantValue == 7)
    #expect((two * five - 1).constantValue == 9)
    #expect(TapeValue.max(five, 6).constantValue == 6)
    #expect(TapeValue.roundUp(five, toStep: 2).constantValue == 6)
    #expect(TapeValue.select(five >= two, then: two, else: five).constantValue == 2)
    #expect((two * five).isConstant && !(five * builder.input(0)).isConstant)
    #expect(builder.input(0).constantValue == nil)
  }

  @Test func equalExpressionsAreOneValue() {
    let builder = TapeBuilder(inputs: 2)
    builder.beginRegion()
    let (a, b, figure) = (builder.input(0), builder.input(1), builder.figure(3))
    #expect((a + b).handle == (b + a).handle)
    #expect((a * 2 - b).handle == (2 * a - b).handle)
    #expect((figure * a).handle == (a * builder.figure(3)).handle)
    #expect((a - b).handle != (b - a).handle)
    #expect((a * 1).handle == a.handle && (a + 0).handle == a.handle && (a / 1).handle == a.handle)
    #expect(TapeValue.select(a > b, then: a, else: b).handle == TapeValue.max(a, b).handle)
    #expect(TapeValue.select(a >= b, then: b, else: a).handle == TapeValue.min(b, a).handle)
  }

  @Test func kindsFollowFromOperands() {
    let builder = TapeBuilder(inputs: 1)
    builder.beginRegion()
    let (input, figure) = (builder.input(0), builder.figure(2))
    #expect((input + 1).handle.kind == .common)
    #expect((input + figure).handle.kind == .regional)
    #expect((figure + 1).handle.kind == .figure)
    #expect((builder.literal(1) + 1).handle.kind == .literal)
  }

  @Test func regionsThatDifferInFiguresShareAProgram() {
    let builder = TapeBuilder(inputs: 1)
    for (figure, isOther) in [(1.0, false), (2, false), (3, true), (4, false), (5, true)] {
      builder.beginRegion()
      let value = builder.figure(figure) * builder.input(0)
      builder.output(isOther ? value + 1 : value)
      builder.endRegion()
    }
    let tape = builder.finish()
    #expect(tape.regionCount == 5 && tape.templateCount == 2)
    #expect(tape.regions.map(\.template) == [0, 0, 1, 0, 1])
    #expect(tape.outputCount(region: 4) == 1 && tape.outputCount(region: 5) == 0)
  }

  @Test func strayValuesAreNaN() throws {
    let (builder, other) = (TapeBuilder(inputs: 1), TapeBuilder(inputs: 1))
    #expect(builder.figure(1).constantValue?.isNaN == true)
    builder.beginRegion()
    let old = builder.figure(1)
    builder.output(old)
    builder.beginRegion()
    #expect(builder.input(1).constantValue?.isNaN == true)
    #expect(builder.input(-1).constantValue?.isNaN == true)
    #expect((old + 1).constantValue?.isNaN == true)
    #expect((builder.literal(1) + other.input(0)).constantValue?.isNaN == true)
    builder.output(old * builder.input(0))
    let tape = builder.finish()
    #expect(tape.regionCount == 2)
    let values = try TapeRunner(tape: tape).values([[1, 2]], draws: 2)
    #expect(values[0][0] == [1, 1])
    #expect(values[1][0].allSatisfy { $0.isNaN })
  }

  @Test func whatIsOutsideRegionsIsLeftOut() {
    let builder = TapeBuilder(inputs: -3)
    builder.output(builder.literal(1))
    builder.endRegion()
    let tape = builder.finish()
    #expect(tape.inputs == 0 && tape.regionCount == 0)
  }
}

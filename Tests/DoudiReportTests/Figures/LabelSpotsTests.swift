import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Places of labels")
struct LabelSpotsTests {
  @Test func whatIsFarApartStays() {
    #expect(LabelSpots.place([1, 5, 9], gap: 2, in: 0...10) == [1, 5, 9])
  }

  @Test func neighboursAreMovedApartAndBackIntoTheRange() {
    #expect(LabelSpots.place([4, 4.5, 5], gap: 2, in: 0...10) == [4, 6, 8])
    #expect(LabelSpots.place([9, 9.5], gap: 2, in: 0...10) == [8, 10])
  }

  @Test func tooManyLeaveTheRangeAtItsEnd() {
    #expect(LabelSpots.place([0, 0, 0], gap: 6, in: 0...10) == [0, 6, 12])
    #expect(LabelSpots.place([], gap: 6, in: 0...10) == [])
  }

  @Test func noTwoAreNearerThanTheGap() throws {
    try forAll(
      seed: 41, count: 200,
      generator: { random in (0..<8).map { _ in Double(random.next() % 1000) }.sorted() },
      shrink: { list in
        list.indices.map { place in list.enumerated().filter { $0.offset != place }.map(\.element) }
      },
      holds: { list in
        let spots = LabelSpots.place(list, gap: 20, in: 0...1000)
        return zip(spots, spots.dropFirst()).allSatisfy { $1 - $0 >= 20 - 1e-9 }
      })
  }
}

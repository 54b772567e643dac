import DoudiUnits
import Testing

@testable import DoudiAllocation

@Suite struct BoundedRoundingTests {
  @Test func unitsTooManyComeFromTheSmallestRemainders() throws {
    // Floors of 4 1/2 and 3 1/3 are kept by 5 and 4; the rest of 12 is 3, for 2 1/6 + 2.
    let (units, tie) = try BoundedRounding.units(
      [q(9, 2), q(10, 3), q(13, 6), q(2)],
      ranges: [UnitRange(atLeast: 5), UnitRange(atLeast: 4), UnitRange(), UnitRange()], pot: 12)
    #expect(units == [5, 4, 2, 1] && tie == nil)
  }

  @Test func tiesGoToTheEarlierPositionBothWays() throws {
    let open = [UnitRange(), UnitRange(), UnitRange()]
    let (more, gained) = try BoundedRounding.units([q(1, 2), q(1, 2), q(1)], ranges: open, pot: 2)
    #expect(more == [1, 0, 1] && gained == Tie(rows: [0, 1], winners: [0]))
    let (less, lost) = try BoundedRounding.units([q(2), q(2), q(2)], ranges: open, pot: 5)
    #expect(less == [2, 2, 1] && lost == Tie(rows: [0, 1, 2], winners: [0, 1]))
  }

  @Test func signsAndWidthsOfFractionsCompare() {
    let wide = Rational((Int128(1) << 126) - 1, over: (Int128(1) << 126) - 3)
    #expect(BoundedRounding.isLess(.one, wide) && !BoundedRounding.isLess(wide, .one))
    #expect(BoundedRounding.isLess(q(-1, 2), q(-1, 3)) && BoundedRounding.isLess(q(-1), q(0)))
    #expect(!BoundedRounding.isLess(q(1, 3), q(1, 3)))
  }
}

import DoudiAllocation
import Testing

@Suite struct AllocationFaultTests {
  @Test func sentencesSayRowsAndByHowMuch() {
    #expect(
      AllocationFault.floorsAbovePot(floors: q(12), pot: q(10), rows: [0, 2]).description
        == "floors of rows [0, 2] add up to 12, 2 above the pot")
    #expect(
      AllocationFault.capsBelowPot(caps: q(15, 2), pot: q(10), rows: [1]).description
        == "caps of rows [1] add up to 7.5, 2.5 below the pot")
    #expect(
      AllocationFault.node(path: [0, 1], .noPositiveWeight(left: q(4))).description
        == "below [0, 1]: no weight is positive and 4 are left to give")
  }
}

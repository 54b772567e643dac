import Testing

@testable import DoudiEnsemble

@Suite struct UnitIntervalTests {
  @Test func neverTheEnds() {
    #expect(UnitInterval.open(0) == 0x1p-53)
    #expect(UnitInterval.open(.max) == 1 - 0x1p-53)
    #expect(UnitInterval.belowOne == 1 - 0x1p-53 && UnitInterval.belowOne < 1)
  }

  /// u of the opposite bits is exactly 1 - u: nothing was rounded.
  @Test func symmetric() {
    for step in 0..<1000 as Range<UInt64> {
      let bits = step &* 0x9E37_79B9_7F4A_7C15
      #expect(UnitInterval.open(~bits) == 1 - UnitInterval.open(bits))
    }
    #expect(UnitInterval.open(1 << 63) - UnitInterval.open(1 << 63 - 1) == 0x1p-52)
  }
}

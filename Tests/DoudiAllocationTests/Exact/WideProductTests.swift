import Testing

@testable import DoudiAllocation

@Suite struct WideProductTests {
  @Test func productsBeyondTheRangeCompare() {
    #expect(WideProduct(.max, .max - 1) < WideProduct(.max, .max))
    #expect(WideProduct(.max, 2) > WideProduct(.max - 1, 2))
    #expect(WideProduct(1 << 100, 1 << 100) == WideProduct(1 << 90, 1 << 110))
    #expect(WideProduct(3, 5) < WideProduct(4, 4))
  }

  @Test func quotients() throws {
    let found = try #require(wideQuotient(1 << 100, 1 << 100, over: (1 << 100) - 1))
    #expect(found.quotient == (1 << 100) + 1 && found.rest == 1)
    #expect(try #require(wideQuotient(7, 5, over: 4)).rest == 3)
    #expect(wideQuotient(.max, .max, over: 1) == nil && wideQuotient(1, 1, over: 0) == nil)
    #expect(UInt128.gcd(1 << 90, 6 << 80) == 1 << 81 && UInt128.gcd(0, 5) == 5)
  }
}

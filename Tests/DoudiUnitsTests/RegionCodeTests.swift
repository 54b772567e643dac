import DoudiUnits
import Testing

@Suite struct RegionCodeTests {
  @Test(arguments: ["100000", "000001", "100000-Z01", "100000-Z01-Z99"])
  func readsCodes(text: String) {
    #expect(RegionCode(text)?.text == text)
    #expect(RegionCode(text)?.description == text)
  }

  @Test(arguments: [
    "", "10000", "1000000", "10000a", "１０００００", "100000-", "100000-Z1", "100000-Z001", "100000-z01",
    "100000-Y01",
    "100000Z01", "-Z01", "100000--Z01", " 100000", "100000\n", "100000-Z0\u{301}",
  ])
  func refusesEverythingElse(text: String) {
    #expect(RegionCode(text) == nil)
  }

  @Test func parentsSortBeforeTheirParts() throws {
    let codes = try ["100001", "100000-Z02", "100000", "100000-Z01"].map { try #require(RegionCode($0)) }
    #expect(codes.sorted().map(\.text) == ["100000", "100000-Z01", "100000-Z02", "100001"])
  }
}

import Testing

@testable import DoudiEnsemble

@Suite struct BitReaderTests {
  @Test func readsAcrossDigits() {
    // "Swi" in eight bits each.
    var reader = BitReader(base64: "U3\ndp==")
    #expect(reader.next(8) == 0x53 && reader.next(4) == 7 && reader.next(0) == 0 && reader.next(12) == 0x769)
    #expect(reader.next(32) == 0)
    var all = BitReader(base64: "+/09azAZ")
    #expect((0..<8).map { _ in all.next(6) } == [62, 63, 52, 61, 26, 51, 0, 25])
  }
}

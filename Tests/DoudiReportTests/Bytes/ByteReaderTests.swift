import Testing

@testable import DoudiReport

@Suite("Packed bytes")
struct ByteReaderTests {
  @Test func whatIsPackedReadsBack() {
    var buffer = ByteBuffer()
    for number in [0, 1, -1, Int.max, Int.min] { buffer.pack(number) }
    buffer.pack("低保 low")
    buffer.pack([1.5, -0.0, .infinity])
    buffer.pack(list: ["a", ""]) { $1.pack($0) }
    var reader = ByteReader(buffer.bytes)
    for number in [0, 1, -1, Int.max, Int.min] { #expect(reader.integer() == number) }
    #expect(reader.text() == "低保 low")
    #expect(reader.reals()?.map(\.bitPattern) == [1.5, -0.0, .infinity].map(\.bitPattern))
    #expect(reader.list { $0.text() } == ["a", ""])
    #expect(reader.isAtEnd)
    #expect(reader.integer() == nil)
  }

  @Test func lengthsThatCannotBeAreRefused() {
    for length in [-1, 9, Int.max, Int.min] {
      var buffer = ByteBuffer()
      buffer.pack(length)
      var (text, reals, list) = (
        ByteReader(buffer.bytes), ByteReader(buffer.bytes), ByteReader(buffer.bytes)
      )
      #expect(text.text() == nil)
      #expect(reals.reals() == nil)
      #expect(list.list { $0.integer() } == nil)
    }
    var reader = ByteReader([2, 0, 0, 0, 0, 0, 0, 0, 0xC3, 0x28])
    #expect(reader.text() == nil)
  }
}

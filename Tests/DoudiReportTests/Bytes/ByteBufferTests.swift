import DoudiReport
import Testing
import _DoudiTestSupport

@Suite("Byte buffers")
struct ByteBufferTests {
  @Test(arguments: [0, 7, 10, -1, 1_234_567_890, .max, .min] as [Int64])
  func wholeNumbers(_ value: Int64) {
    var buffer = ByteBuffer()
    buffer.append(integer: value)
    #expect(buffer.text == "\(value)")
  }

  @Test(
    arguments: [
      (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_456, "1234.56"), (.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func yuan(_ fen: Int64, _ text: String) {
    var buffer = ByteBuffer()
    buffer.append(yuanOf: fen)
    #expect(buffer.text == text)
  }

  @Test func doublesReadBackToThemselves() throws {
    try forAll(
      seed: 5, generator: { Double(bitPattern: $0.next()) },
      holds: { value in
        guard value.isFinite else { return true }
        var buffer = ByteBuffer()
        buffer.append(shortest: value)
        return Double(buffer.text) == value
      })
  }
}

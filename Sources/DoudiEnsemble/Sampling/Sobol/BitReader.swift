/// Reads numbers of a few bits each from base64 text, upper bit first; what is no digit of base64
/// is passed over, and past the end there are zeros.
struct BitReader {
  private var text: Substring.UTF8View.SubSequence
  private var held: UInt64 = 0
  private var count = 0

  init(base64 text: String) {
    self.text = Substring(text).utf8[...]
  }

  /// The next `bits` bits, at most 32.
  mutating func next(_ bits: Int) -> UInt32 {
    while count < bits {
      held = held << 6 | digit()
      count += 6
    }
    count -= bits
    return UInt32(truncatingIfNeeded: held >> UInt64(count) & (1 << UInt64(bits) - 1))
  }

  private mutating func digit() -> UInt64 {
    while let byte = text.popFirst() {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return UInt64(byte) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): return UInt64(byte) - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt64(byte) + 4
      case UInt8(ascii: "+"): return 62
      case UInt8(ascii: "/"): return 63
      default: continue
      }
    }
    return 0
  }
}

/// Different texts, each once: a number for each, found by its bytes.
struct WordList {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Numbers of words by hash, open addressing; -1: free.
  private var slots = [Int32](repeating: -1, count: 64)
  private var last: Int32 = -1

  var count: Int { ends.count }

  /// The number of a text.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    if last >= 0, isWord(last, text) { return last }
    var slot = Self.hash(text) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isWord(slots[slot], text) {
        last = slots[slot]
        return last
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    last = Int32(ends.count)
    slots[slot] = last
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return last
  }

  /// All texts by number.
  var texts: [String] {
    ends.indices.map { String(decoding: bytes[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]], as: UTF8.self) }
  }

  private func isWord(_ number: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[Int(number) - 1]
    guard ends[Int(number)] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { own in
      for place in 0..<text.count where own[start + place] != text[place] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in ends.indices {
      let start = number == 0 ? 0 : ends[number - 1]
      let hash = bytes.withUnsafeBufferPointer {
        Self.hash(UnsafeBufferPointer(rebasing: $0[start..<ends[number]]))
      }
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 29) & Int.max
  }
}

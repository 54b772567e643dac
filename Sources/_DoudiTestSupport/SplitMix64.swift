/// A small generator of pseudo-random numbers for tests: the same numbers for the same seed
/// on every machine.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A stream that depends on nothing but `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A whole number of the range, each about as likely as any other.
  public mutating func int(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound)) &+ 1
    let offset = width == 0 ? next() : next() % width
    return range.lowerBound &+ Int(truncatingIfNeeded: offset)
  }

  /// A whole number whose number of bits, not whose size, is evenly spread: from zero to
  /// numbers of `bits` bits, of both signs. Finds what happens near overflow.
  public mutating func wholeNumber(bits: Int) -> Int128 {
    let kept = int(in: 0...min(max(bits, 0), 127))
    let high = UInt128(next()) << 64
    let magnitude = (high | UInt128(next())) & ((UInt128(1) << UInt128(kept)) - 1)
    return next() & 1 == 0 ? Int128(magnitude) : -Int128(magnitude)
  }

  /// A double of [0, 1).
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// One of the elements; nil where there is none.
  public mutating func element<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[int(in: 0...(elements.count - 1))]
  }
}

/// Random bits as a number strictly between 0 and 1.
enum UnitInterval {
  /// The largest number below 1.
  static let belowOne = 1 - 0x1p-53

  /// `u = (2 k + 1) / 2^53`, k the upper 52 bits of `bits`: the middles of 2^52 equal cells.
  ///
  /// Every u and every 1 - u is exact in the 53 bits of a double, the mean over all k is exactly
  /// 1/2, and 0 and 1 never come.
  @inline(__always)
  static func open(_ bits: UInt64) -> Double {
    (Double(bitPattern: 0x3FF0_0000_0000_0000 | (bits &>> 12)) - 1) + 0x1p-53
  }
}

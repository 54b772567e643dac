/// Sorting of doubles by their bits: linear in their number.
enum RadixSort {
  /// `sample` in ascending order (-0 before 0) without its NaN, and how many these were.
  static func sorted(_ sample: UnsafeBufferPointer<Double>) -> (values: [Double], failed: Int) {
    var keys: [UInt64] = []
    keys.reserveCapacity(sample.count)
    for value in sample where !value.isNaN { keys.append(key(value.bitPattern)) }
    let failed = sample.count - keys.count
    if keys.count < 512 { keys.sort() } else { sort(&keys) }
    return (keys.map { Double(bitPattern: bits($0)) }, failed)
  }

  /// Bits whose order as whole numbers is that of the doubles.
  @inline(__always)
  static func key(_ bits: UInt64) -> UInt64 {
    bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) &>> 63) | 1 &<< 63)
  }

  @inline(__always)
  static func bits(_ key: UInt64) -> UInt64 {
    key ^ (UInt64(bitPattern: Int64(bitPattern: ~key) &>> 63) | 1 &<< 63)
  }

  private static let digit: UInt64 = 11
  private static let passes: UInt64 = 6

  /// Six passes of eleven bits each, the lowest first; bits that all keys share are passed over.
  private static func sort(_ keys: inout [UInt64]) {
    let size = keys.count
    let counts = counts(of: keys)
    var other = [UInt64](unsafeUninitializedCapacity: size) { $1 = size }
    for pass in 0..<passes {
      let first = Int(pass &<< digit)
      var places = [Int](counts[first..<(first + (1 << Int(digit)))])
      if places.contains(size) { continue }
      var place = 0
      for value in places.indices { (places[value], place) = (place, place &+ places[value]) }
      scatter(keys, into: &other, by: pass &* digit, &places)
      swap(&keys, &other)
    }
  }

  /// How many keys have each value of each digit.
  private static func counts(of keys: [UInt64]) -> [Int] {
    var counts = [Int](repeating: 0, count: Int(passes &<< digit))
    let mask = 1 &<< digit &- 1
    counts.withUnsafeMutableBufferPointer { counts in
      for key in keys {
        for pass in 0..<passes {
          counts[Int(truncatingIfNeeded: pass &<< digit | key &>> (pass &* digit) & mask)] &+= 1
        }
      }
    }
    return counts
  }

  /// Puts every key at the next place of its digit, which starts at bit `shift`.
  private static func scatter(
    _ keys: [UInt64], into other: inout [UInt64], by shift: UInt64, _ places: inout [Int]
  ) {
    let mask = 1 &<< digit &- 1
    other.withUnsafeMutableBufferPointer { other in
      places.withUnsafeMutableBufferPointer { places in
        for key in keys {
          let value = Int(truncatingIfNeeded: key &>> shift & mask)
          other[places[value]] = key
          places[value] &+= 1
        }
      }
    }
  }
}

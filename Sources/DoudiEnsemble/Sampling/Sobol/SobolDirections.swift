/// Direction numbers of the Sobol' sequence: 30 for each dimension, from the table of Joe and Kuo.
///
/// A dimension with the primitive polynomial `x^s + a_1 x^(s-1) + ... + a_(s-1) x + 1` continues
/// its initial numbers m_1 ... m_s by
///
/// ```
/// m_k = 2 a_1 m_(k-1) xor 4 a_2 m_(k-2) xor ... xor 2^s m_(k-s) xor m_(k-s),   v_k = m_k 2^(30-k)
/// ```
enum SobolDirections {
  /// Binary digits of a point.
  static let bits = 30

  /// The first dimension, which needs no polynomial, and those of the table.
  static let dimensions = 1 + JoeKuoTable.degrees.reduce(0) { $0 + $1.count }

  /// Numbers v_1 ... v_30 of `dimension`, from 0, for the body.
  static func withVectors<R>(of dimension: Int, _ body: (UnsafeBufferPointer<UInt32>) -> R) -> R {
    vectors.withUnsafeBufferPointer { all in
      body(UnsafeBufferPointer(rebasing: all[dimension * bits..<(dimension + 1) * bits]))
    }
  }

  /// All of them, dimension by dimension; decoded once, when first asked for.
  private static let vectors: [UInt32] = {
    var all = (0..<bits).map { UInt32(1) << UInt32(bits - 1 - $0) }
    all.reserveCapacity(dimensions * bits)
    var reader = BitReader(base64: JoeKuoTable.text)
    for (degree, count) in JoeKuoTable.degrees {
      for _ in 0..<count { all += dimension(degree: degree, &reader) }
    }
    return all
  }()

  /// One dimension: the polynomial's inner coefficients, then m_2 ... m_s without their last bit,
  /// which is always 1.
  private static func dimension(degree: Int, _ reader: inout BitReader) -> [UInt32] {
    let inner = reader.next(degree - 1)
    var m: [UInt32] = [1]
    for k in 1..<max(degree, 1) { m.append(reader.next(k) << 1 | 1) }
    while m.count < bits {
      let k = m.count
      var next = m[k - degree] ^ m[k - degree] << UInt32(degree)
      for i in 1..<max(degree, 1) where inner >> UInt32(degree - 1 - i) & 1 == 1 {
        next ^= m[k - i] << UInt32(i)
      }
      m.append(next)
    }
    return m.enumerated().map { k, number in number << UInt32(bits - 1 - k) }
  }
}

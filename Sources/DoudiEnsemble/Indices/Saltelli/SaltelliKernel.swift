/// The loops over the draws of a block, for one output.
enum SaltelliKernel {
  /// Subtracts `centre` from a column.
  static func centre(_ column: UnsafeMutableBufferPointer<Double>, _ centre: Double) {
    for i in column.indices { column[i] -= centre }
  }

  /// Sums over three columns a = fA, b = fB, c = fAB, all centred.
  ///
  /// ```
  /// (draws, sum b c, sum b + c, sum (a - c)^2)
  /// ```
  ///
  /// Draws of which one of the three failed are left out.
  static func sums(
    _ a: UnsafeMutableBufferPointer<Double>, _ b: UnsafeMutableBufferPointer<Double>,
    _ c: UnsafeMutableBufferPointer<Double>
  ) -> SIMD4<Double> {
    guard let (x, y, z) = bases(a, b, c) else { return .zero }
    var (products, sums, steps) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    let whole = a.count & ~3
    for offset in stride(from: 0, to: whole &* 8, by: 32) {
      let first = x.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
      let second = y.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
      let third = z.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
      let step = first - third
      products += second * third
      sums += second + third
      steps += step * step
    }
    var result = SIMD4(0, products.sum(), sums.sum(), steps.sum())
    for i in whole..<a.count { add(a[i], b[i], c[i], to: &result) }
    result[0] = Double(a.count)
    // A draw that failed makes a sum that is no number.
    if result[1].isFinite, result[2].isFinite, result[3].isFinite { return result }
    result = .zero
    for i in a.indices where a[i].isFinite && b[i].isFinite && c[i].isFinite {
      add(a[i], b[i], c[i], to: &result)
      result[0] += 1
    }
    return result
  }

  /// (draws, sum a + b, sum a^2 + b^2, sum a b) of two centred columns, without draws that failed.
  static func base(
    _ a: UnsafeMutableBufferPointer<Double>, _ b: UnsafeMutableBufferPointer<Double>
  ) -> SIMD4<Double> {
    var result = SIMD4<Double>.zero
    for i in a.indices where a[i].isFinite && b[i].isFinite {
      result += SIMD4(1, a[i] + b[i], a[i] * a[i] + b[i] * b[i], a[i] * b[i])
    }
    return result
  }

  private static func add(_ a: Double, _ b: Double, _ c: Double, to result: inout SIMD4<Double>) {
    result += SIMD4(0, b * c, b + c, (a - c) * (a - c))
  }

  private static func bases(
    _ a: UnsafeMutableBufferPointer<Double>, _ b: UnsafeMutableBufferPointer<Double>,
    _ c: UnsafeMutableBufferPointer<Double>
  ) -> (UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer)? {
    guard let x = a.baseAddress, let y = b.baseAddress, let z = c.baseAddress, b.count == a.count,
      c.count == a.count
    else { return nil }
    return (UnsafeRawPointer(x), UnsafeRawPointer(y), UnsafeRawPointer(z))
  }
}

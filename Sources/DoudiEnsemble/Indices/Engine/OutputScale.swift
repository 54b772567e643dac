/// Which outputs vary, and where each is centred.
enum OutputScale {
  /// The least standard deviation in units of the mean that is told from rounding.
  static let least = 1e-12

  /// Whether a variance is that of a number that varies. Indices of an output that does not are not
  /// defined: 0 / 0.
  static func varies(variance: Double, mean: Double) -> Bool {
    let floor = least * mean
    return variance.isFinite && variance > 0 && variance > floor * floor
  }

  /// A number near each output, to be subtracted before products are summed: the output's first finite
  /// value among the draws of a pilot block, so that a constant output becomes 0 to the bit. 0 without any.
  static func centres(of block: UnsafeMutableBufferPointer<Double>, outputs: Int, draws: Int) -> [Double] {
    (0..<outputs).map { block.column($0, draws).first(where: \.isFinite) ?? 0 }
  }
}

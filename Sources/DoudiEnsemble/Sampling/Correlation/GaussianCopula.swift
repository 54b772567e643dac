/// Correlated inputs: a Gaussian copula.
///
/// ```
/// z = Phi^-1(u),  z' = L z,  u' = Phi(z')         L L' = the correlation matrix of z'
/// ```
///
/// Each u' is uniform again, so every input keeps its own distribution. The matrix is that of the
/// normal numbers: the inputs' own correlation is equal to it for normal inputs and a little nearer
/// to 0 for others; rank correlation (Spearman's) is `6 / pi asin(r / 2)` for all.
public struct GaussianCopula: Hashable, Sendable {
  /// Inputs that are joined.
  public let dimensions: Int
  /// L, lower triangular, column by column.
  public let factor: [Double]

  /// From the Cholesky factor of a correlation matrix: `dimensions` squared numbers, column by column,
  /// 0 above the diagonal, positive on it, rows of length 1 to 1e-9.
  public init(dimensions: Int, factor: [Double]) throws(SamplingFault) {
    try SamplingFault.check(dimensions, 1...(1 << 20), SamplingFault.dimensions)
    let needed = dimensions * dimensions
    if factor.count != needed { throw .factorSize(given: factor.count, needed: needed) }
    for row in 0..<dimensions {
      var square = 0.0
      for column in 0..<dimensions {
        let element = factor[column * dimensions + row]
        let isRight = column < row ? element.isFinite : column > row ? element == 0 : element > 0
        if !isRight { throw .factorElement(row: row, column: column) }
        square += element * element
      }
      if !(abs(square - 1) <= 2e-9) { throw .factorRow(row: row, length: square.squareRoot()) }
    }
    self.dimensions = dimensions
    self.factor = factor
  }

  /// Correlates a block of independent uniform numbers in place; uniform numbers again.
  ///
  /// - Parameters:
  ///   - block: `dimensions` columns of `draws` numbers each, one after the other.
  ///   - draws: length of a column.
  public func apply(to block: UnsafeMutableBufferPointer<Double>, draws: Int) {
    normals(in: block, draws: draws)
    NormalProbability.apply(to: block)
  }

  /// Replaces a block of independent uniform numbers by correlated standard normal numbers.
  ///
  /// A block that is not `dimensions` times `draws` long becomes NaN.
  public func normals(in block: UnsafeMutableBufferPointer<Double>, draws: Int) {
    guard draws >= 0, block.count == dimensions &* draws else {
      block.update(repeating: .nan)
      return
    }
    NormalQuantile.apply(to: block)
    // Rows from the last to the first: row i needs rows 0...i as they were.
    for row in (0..<dimensions).reversed() {
      let target = part(row, of: block, draws)
      scale(target, by: factor[row &* dimensions &+ row])
      for column in 0..<row {
        let weight = factor[column &* dimensions &+ row]
        if weight != 0 { add(weight, part(column, of: block, draws), to: target) }
      }
    }
  }

  private func part(
    _ column: Int, of block: UnsafeMutableBufferPointer<Double>, _ draws: Int
  ) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(rebasing: block[column &* draws..<(column &+ 1) &* draws])
  }

  private func scale(_ target: UnsafeMutableBufferPointer<Double>, by weight: Double) {
    for i in target.indices { target[i] *= weight }
  }

  private func add(
    _ weight: Double, _ source: UnsafeMutableBufferPointer<Double>,
    to target: UnsafeMutableBufferPointer<Double>
  ) {
    for i in target.indices { target[i] += weight * source[i] }
  }
}

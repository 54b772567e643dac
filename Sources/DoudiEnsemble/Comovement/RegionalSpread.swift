import DoudiMatrix

/// Covariances of regions, taken apart into principal components.
///
///     C = sum over j of w_j v_j v_j',   |v_j| = 1,   share_j = w_j / trace C
///
/// A vector's sign makes its largest element positive. Components of equal variance have no vectors of their own.
public struct RegionalSpread: Sendable {
  /// Regions.
  public var count: Int { variances.count }
  private let covariances: Matrix
  private let eigen: SymmetricEigen
  private let variances: [Double]

  init(covariance: Matrix) throws(MatrixError) {
    covariances = covariance
    variances = covariance.diagonal
    eigen = try SymmetricEigen(covariance)
  }

  /// Covariance of two regions, in the square of the output's unit.
  public func covariance(_ first: Int, _ second: Int) -> Double { covariances[first, second] }

  /// Their correlation; nil where one does not vary.
  public func correlation(_ first: Int, _ second: Int) -> Double? {
    let product = variances[first].squareRoot() * variances[second].squareRoot()
    guard product > 0 else { return nil }
    return first == second ? 1 : max(-1, min(1, covariances[first, second] / product))
  }

  /// Share of a component in the sum of all variances, the largest first; nil where nothing varies.
  public func share(component: Int) -> Double? {
    let whole = variances.reduce(0, +)
    return whole > 0 ? max(0, eigen.values[count - 1 - component]) / whole : nil
  }

  /// A region's element of a component's vector, whose squares add up to 1.
  public func loading(component: Int, region: Int) -> Double {
    eigen.vectors[region, count - 1 - component]
  }

  /// The mean correlation of two different regions that vary; nil where there are not two.
  public var meanCorrelation: Double? {
    var (sum, pairs) = (0.0, 0)
    for column in 0..<count {
      for row in (column + 1)..<max(count, column + 1) {
        guard let one = correlation(row, column) else { continue }
        (sum, pairs) = (sum + one, pairs + 1)
      }
    }
    return pairs > 0 ? sum / Double(pairs) : nil
  }
}

import DoudiMatrix

/// The spread of outputs as if they were linear in their inputs (delta method).
///
///     V = diag(C S C') + v,   S_jk = r_jk sd_j sd_k
///     share_k = (c_k (S c)_k + v_k) / V
///
/// C: derivatives with respect to what is common, outputs x inputs; v_k: variance of what is an output's own part of
/// input k (nothing where all draw alike). Shares add up to 1; with correlations one may be negative: an input that
/// works against those it goes with.
struct LinearSpread: Sendable {
  /// Standard deviations.
  let deviations: [Double]
  /// Outputs x inputs; not numbers where an output does not vary.
  let shares: Matrix

  /// The spread of outputs.
  /// - Parameters:
  ///   - common: C, outputs x inputs.
  ///   - own: v, outputs x inputs.
  ///   - covariance: S, inputs x inputs.
  ///   - middle: the outputs' values; a variance below the square of 1e-12 of one is none.
  /// - Throws: ``IndexFault/matrix(_:)``.
  init(common: Matrix, own: Matrix, covariance: Matrix, middle: [Double]) throws(IndexFault) {
    let product: Matrix
    do { product = try Matrix.product(symmetric: covariance, common, side: .right) } catch {
      throw .matrix(error)
    }
    var (shares, variances) = (own, [Double](repeating: 0, count: common.rows))
    for input in 0..<common.columns {
      for output in 0..<common.rows {
        shares[output, input] += common[output, input] * product[output, input]
        variances[output] += shares[output, input]
      }
    }
    for input in 0..<common.columns {
      for output in 0..<common.rows {
        let least = middle[output] * Self.least
        shares[output, input] =
          variances[output] > least * least ? shares[output, input] / variances[output] : .nan
      }
    }
    (deviations, self.shares) = (variances.map { max(0, $0).squareRoot() }, shares)
  }

  private static let least = 1e-12
}

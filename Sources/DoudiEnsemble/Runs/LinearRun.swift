import DoudiMatrix

/// Derivatives of every region's figures and their linear spread.
///
/// A parameter that each leaf draws for itself counts as the file says: leaf r has the part l_r of the common shock
/// and sqrt(1 - l_r^2) of its own. A leaf's figures depend on its own draw alone, so with J_r the derivative of leaf r
/// when all leaves move alike, a parent has
///
///     c = sum of l_r J_r,   v = sd^2 x sum of (1 - l_r^2) J_r^2
struct LinearRun: Sendable {
  /// Outputs x inputs: derivatives where all leaves move alike.
  let jacobian: Matrix
  /// Standard deviations and shares.
  let spread: LinearSpread
  /// Runs of the scenario.
  let runs: Int

  init(
    _ function: ScenarioFunction, running: some DrawFunction, _ file: UncertaintyFile,
    correlation: CorrelationFactor?, step: Double
  ) throws(IndexFault) {
    let design = try DerivativeDesign(file.inputs.map(\.distribution), step: step)
    let (middle, jacobian) = try design.derivatives(of: running)
    let deviations = file.inputs.map(\.distribution.standardDeviation)
    var (common, own) = (jacobian, Matrix(rows: jacobian.rows, columns: jacobian.columns))
    for (input, quantity) in file.inputs.enumerated() {
      guard let loading = quantity.loading else { continue }
      Self.split(input, loading, deviations[input], function, jacobian, &common, &own)
    }
    self.jacobian = jacobian
    runs = design.runs
    spread = try LinearSpread(
      common: common, own: own, covariance: try Self.covariance(deviations, correlation), middle: middle)
  }

  /// Parts of an input that leaves draw for themselves.
  private static func split(
    _ input: Int, _ loading: UncertainQuantity.Loading, _ deviation: Double, _ function: ScenarioFunction,
    _ jacobian: Matrix, _ common: inout Matrix, _ own: inout Matrix
  ) {
    let nodes = function.nodes
    for figure in function.figures.indices {
      for node in nodes.leafCount..<max(nodes.leafCount, nodes.names.count) {
        common[function.output(node: node, figure: figure), input] = 0
      }
      for leaf in 0..<nodes.leafCount {
        let (row, l) = (function.output(node: leaf, figure: figure), loading.value(nodes.names[leaf]))
        let slope = jacobian[row, input]
        let variance = (1 - l * l) * slope * slope * deviation * deviation
        common[row, input] = l * slope
        own[row, input] = variance
        for parent in nodes.parents[leaf] {
          let above = function.output(node: parent, figure: figure)
          common[above, input] += l * slope
          own[above, input] += variance
        }
      }
    }
  }

  /// Correlations of the normal scores stand for those of the values.
  private static func covariance(
    _ deviations: [Double], _ correlation: CorrelationFactor?
  ) throws(IndexFault) -> Matrix {
    var result = Matrix.identity(deviations.count)
    if let correlation {
      do { result = try Matrix.symmetricProduct(correlation.lower) } catch { throw .matrix(error) }
    }
    for column in deviations.indices {
      for row in deviations.indices { result[row, column] *= deviations[row] * deviations[column] }
    }
    return result
  }
}

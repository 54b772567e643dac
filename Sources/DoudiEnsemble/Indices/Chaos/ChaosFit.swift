public import DoudiMatrix

/// A polynomial chaos of degree 2 of every output, with the indices that follow from its coefficients.
///
/// ```
/// V = sum of c_a^2 without the constant
/// S_i  = sum over terms of x_i alone / V        S_ij = c_ij^2 / V        T_i = sum over terms with x_i / V
/// ```
///
/// Inputs and outputs count from zero. Nil where an index is not defined: the output does not vary, too few
/// runs of it succeeded, there is no such input or output. Never NaN.
///
/// Holds: exact for outputs that are polynomials of degree 2 in the inputs. Does not hold: anything about what
/// a polynomial of degree 2 cannot follow; ``crossValidatedError(output:)`` says how much of the variance that
/// is, and indices are off by about as much.
public struct ChaosFit: Sendable {
  /// What was run.
  public let design: ChaosDesign
  /// Outputs of the function.
  public let outputs: Int
  /// The basis, in the order of the coefficients.
  public var terms: [ChaosTerm] { design.basis.terms }
  /// c: terms x outputs, in the units of the outputs; 0 for outputs without a fit.
  public private(set) var coefficients: Matrix
  private var errors: [Double]
  private var variances: [Double]
  private var failed: [Int]

  init(design: ChaosDesign, outputs: Int) {
    (self.design, self.outputs) = (design, outputs)
    coefficients = Matrix(rows: design.terms, columns: outputs)
    errors = Array(repeating: .nan, count: outputs)
    (variances, failed) = (errors, Array(repeating: 0, count: outputs))
  }

  mutating func add(outputs: [Int], failed: Int, coefficients: Matrix?, errors: [Double]?) {
    for (column, output) in outputs.enumerated() {
      self.failed[output] = failed
      guard let coefficients, let errors else { continue }
      self.errors[output] = errors[column]
      var variance = 0.0
      for row in 0..<coefficients.rows {
        let coefficient = coefficients[row, column]
        self.coefficients[row, output] = coefficient
        if row > 0 { variance += coefficient * coefficient }
      }
      variances[output] = variance
    }
  }

  /// The mean of an output, in its unit.
  public func mean(output: Int) -> Double? {
    isFitted(output) ? coefficients[0, output] : nil
  }

  /// The variance of an output that the fit explains, in the square of its unit.
  public func variance(output: Int) -> Double? {
    isFitted(output) ? variances[output] : nil
  }

  /// The share of variance that the fit misses in runs that it has not seen: each run left out in turn.
  ///
  /// ```
  /// mean of (residual / (1 - leverage))^2 / variance of the runs
  /// ```
  public func crossValidatedError(output: Int) -> Double? {
    guard isFitted(output), errors[output].isFinite else { return nil }
    return errors[output]
  }

  /// Runs that failed for an output and were left out of its fit.
  public func failed(output: Int) -> Int {
    failed.indices.contains(output) ? failed[output] : 0
  }

  /// S: the share of variance that an input explains alone.
  public func first(input: Int, output: Int) -> Double? {
    share(input, output, of: design.basis.alone)
  }

  /// T: the share of variance that an input has part in.
  public func total(input: Int, output: Int) -> Double? {
    share(input, output, of: design.basis.within)
  }

  /// S_ij: the share of variance that two inputs explain together and neither alone.
  public func interaction(_ input: Int, _ other: Int, output: Int) -> Double? {
    let all = design.inputs.distributions.indices
    guard input != other, all.contains(input), all.contains(other) else { return nil }
    let term = ChaosTerm.product(min(input, other), max(input, other))
    return share(0, output, of: [terms.firstIndex(of: term).map { [$0] } ?? []])
  }

  /// The fit at a point: the output at inputs in their units; nil for another number of inputs.
  public func value(output: Int, at point: [Double]) -> Double? {
    guard isFitted(output), point.count == design.inputs.count else { return nil }
    let row = point.withUnsafeBufferPointer { design.basis.design($0, draws: 1) }
    return (0..<row.columns).reduce(0) { $0 + row[0, $1] * coefficients[$1, output] }
  }

  private func isFitted(_ output: Int) -> Bool {
    variances.indices.contains(output) && variances[output].isFinite
  }

  /// The sum of squares of coefficients at `places[input]`, in units of the variance.
  private func share(_ input: Int, _ output: Int, of places: [[Int]]) -> Double? {
    guard places.indices.contains(input), let mean = mean(output: output),
      let variance = variance(output: output), OutputScale.varies(variance: variance, mean: mean)
    else { return nil }
    return places[input].reduce(0) { $0 + coefficients[$1, output] * coefficients[$1, output] } / variance
  }
}

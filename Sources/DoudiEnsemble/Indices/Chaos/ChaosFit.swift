public import DoudiMatrix

/// A polynomial chaos of every output, with the indices that follow from its coefficients.
///
/// ```
/// V = sum of c_a^2 without the constant
/// S_i  = sum over terms of x_i alone / V    S_ij = sum over terms of x_i and x_j alone / V    T_i = sum over terms with x_i / V
/// ```
///
/// Inputs and outputs count from zero. Nil where an index is not defined: the output does not vary, too few
/// runs of it succeeded, there is no such input or output. Never NaN.
///
/// Holds: exact for outputs that are sums of the terms. Does not hold: anything about what they cannot follow;
/// ``crossValidatedError(output:)`` says how much of the variance that is, and indices are off by about as much.
public struct ChaosFit: Sendable {
  /// What was begun with.
  public let design: ChaosDesign
  /// Runs of the function.
  public let runs: Int
  /// Outputs of the function.
  public let outputs: Int
  let basis: ChaosBasis
  /// The basis, in the order of the coefficients.
  public var terms: [ChaosTerm] { basis.terms }
  /// c: terms x outputs, in the units of the outputs; 0 for outputs without a fit, and for terms that an output does
  /// without.
  public private(set) var coefficients: Matrix
  private var errors, errorsOfErrors, variances: [Double]
  private var failed, sizes: [Int]

  init(design: ChaosDesign, basis: ChaosBasis, runs: Int, outputs: Int) {
    (self.design, self.basis, self.runs, self.outputs) = (design, basis, runs, outputs)
    coefficients = Matrix(rows: basis.terms.count, columns: outputs)
    errors = Array(repeating: .nan, count: outputs)
    (errorsOfErrors, variances) = (errors, errors)
    failed = Array(repeating: 0, count: outputs)
    sizes = failed
  }

  mutating func note(failed count: Int, output: Int) { failed[output] = count }

  /// Takes fits of some outputs; `spreads` are variances of their runs.
  mutating func add(outputs: [Int], _ fit: NestedFit, spreads: [Double]) {
    for (column, output) in outputs.enumerated() where fit.sizes[column] > 0 {
      sizes[output] = fit.sizes[column]
      errors[output] = fit.missed[column] / spreads[column]
      errorsOfErrors[output] = fit.missedErrors[column] / spreads[column]
      var variance = 0.0
      for row in 0..<fit.sizes[column] {
        let coefficient = fit.coefficients[row, column]
        coefficients[row, output] = coefficient
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

  /// Whether the indices of an output are within 0.01: what the fit misses, with twice its standard error, is at most
  /// ``ChaosDesign/bound``. Nil where there is no fit or the output does not vary.
  public func isReliable(output: Int) -> Bool? {
    guard let error = crossValidatedError(output: output) else { return nil }
    return error + 2 * errorsOfErrors[output] <= ChaosDesign.bound
  }

  /// Whether that is so of all outputs that vary.
  var isReliable: Bool { (0..<outputs).allSatisfy { isReliable(output: $0) ?? true } }

  /// Terms that an output is fitted by: so many of the first; 0 without a fit.
  public func size(output: Int) -> Int { sizes.indices.contains(output) ? sizes[output] : 0 }

  /// Runs that failed for an output and were left out of its fit.
  public func failed(output: Int) -> Int {
    failed.indices.contains(output) ? failed[output] : 0
  }

  /// S: the share of variance that an input explains alone.
  public func first(input: Int, output: Int) -> Double? {
    share(input, output, of: basis.alone)
  }

  /// T: the share of variance that an input has part in.
  public func total(input: Int, output: Int) -> Double? {
    share(input, output, of: basis.within)
  }

  /// S_ij: the share of variance that two inputs explain together and neither alone.
  public func interaction(_ input: Int, _ other: Int, output: Int) -> Double? {
    let all = design.inputs.distributions.indices
    guard input != other, all.contains(input), all.contains(other) else { return nil }
    let pair = Set([input, other])
    let places = terms.indices.filter { Set(terms[$0].powers.map(\.input)) == pair }
    return share(0, output, of: [places])
  }

  /// The fit at a point: the output at inputs in their units; nil for another number of inputs.
  public func value(output: Int, at point: [Double]) -> Double? {
    guard isFitted(output), point.count == design.inputs.count else { return nil }
    let row = point.withUnsafeBufferPointer { basis.design($0, draws: 1) }
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

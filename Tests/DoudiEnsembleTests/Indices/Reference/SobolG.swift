import DoudiEnsemble

/// The function G of Saltelli and Sobol' (1995), with its indices in closed form.
///
///     f = product of (|4 u_i - 2| + a_i) / (1 + a_i)       u uniform in (0, 1)
struct SobolG: DrawFunction {
  static let a = [0, 1, 4.5, 9, 99, 99, 99, 99]

  static func inputs() throws -> IndependentInputs {
    IndependentInputs(try a.map { _ in try uniform(0, 1) })
  }

  var inputs: Int { 8 }
  var outputs: Int { 1 }

  func evaluate(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>
  ) {
    for i in 0..<draws { outputs[i] = 1 }
    for (input, a) in Self.a.enumerated() {
      let (start, scale) = (input * draws, 1 / (1 + a))
      for i in 0..<draws { outputs[i] *= (abs(4 * inputs[start + i] - 2) + a) * scale }
    }
  }

  /// Variance of each factor.
  static let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
  static let variance = parts.reduce(1) { $0 * (1 + $1) } - 1
  static let first = parts.map { $0 / variance }
  static let total = parts.map { part in part * (variance + 1) / (1 + part) / variance }
  static func together(_ i: Int, _ j: Int) -> Double { parts[i] * parts[j] / variance }
}

import DoudiEnsemble
import Foundation

/// The function of Ishigami and Homma (1990), a = 7, b = 0.1, with its indices in closed form.
///
///     f = sin x1 + a sin^2 x2 + b x3^4 sin x1       x uniform in (-pi, pi)
struct Ishigami: DrawFunction {
  static let a = 7.0
  static let b = 0.1

  static func inputs() throws -> IndependentInputs {
    IndependentInputs(try (0..<3).map { _ in try uniform(-.pi, .pi) })
  }

  var inputs: Int { 3 }
  var outputs: Int { 1 }

  func evaluate(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>
  ) {
    for i in 0..<draws {
      let (s, t, x) = (sin(inputs[i]), sin(inputs[draws + i]), inputs[2 * draws + i])
      outputs[i] = s + Self.a * t * t + Self.b * x * x * x * x * s
    }
  }

  static let variance = a * a / 8 + b * pow(.pi, 4) / 5 + b * b * pow(.pi, 8) / 18 + 0.5
  static let together = 8 * b * b * pow(.pi, 8) / 225 / variance
  static let first = [pow(1 + b * pow(.pi, 4) / 5, 2) / 2 / variance, a * a / 8 / variance, 0]
  static let total = [first[0] + together, first[1], together]
}

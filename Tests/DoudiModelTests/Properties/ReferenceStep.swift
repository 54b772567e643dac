import Foundation

/// The reference model written out plainly: one region, year after year, in the order of its definition.
struct ReferenceStep {
  /// Parameters by name.
  let p: [String: Double]
  /// The region's figures by name.
  let r: [String: Double]

  static let outputs = [
    "dibao", "gradual", "tekun", "temporary", "services", "total", "N", "G", "K", "Z",
  ]

  private static func phi(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  /// Outputs of every year.
  func years(_ count: Int) -> [[Double]] {
    func par(_ name: String) -> Double { p[name] ?? .nan }
    func reg(_ name: String) -> Double { r[name] ?? .nan }
    let (g, pi, target, u, s, v, x) = (
      par("g"), par("pi"), par("phi_target"), par("u"), par("s"), par("v"), par("x")
    )
    let (e, m, h, kappa, q) = (par("e"), par("m"), par("h"), par("kappa"), par("q"))
    let (sigma, beta, phi0, cap, w, n) = (
      reg("sigma"), reg("beta"), reg("phi0"), reg("cap"), reg("w"), reg("n")
    )
    var (P, C, Y, N, G, K, A) = (reg("P"), reg("C"), reg("Y"), reg("N"), reg("G"), reg("K"), reg("A"))
    var Z = phi0 * C
    var found: [[Double]] = []
    for t in 1...count {
      P *= 1 + n
      Y *= (1 + beta * g + v) * (1 + pi)
      let ratio = phi0 + (target - phi0) * Swift.min(1, Double(t) / 5)
      Z = Swift.max(Z, ratio * C)
      C *= (1 + beta * g) * (1 + pi)
      let spread = sigma * s
      let d = log(Z / Y) / spread + spread / 2
      let H = Self.phi(d)
      let top = H == 0 ? 0 : (Z * H - Y * Self.phi(d - spread)) / H
      G = 0.5 * x * N + G / 3
      let stay = N * (1 - x)
      N = stay + e * Swift.max(0, u * H * P - stay)
      K *= 1 + kappa
      A *= (1 + beta * g) * (1 + pi)
      let dibao = N * top
      let gradual = 0.5 * G * top
      let tekun = K * (Z * (m + 0.7 * w) + A)
      let temporary = Swift.max(5 * P, h * P * Z / 12)
      let services = Swift.min(q, cap) * (dibao + gradual + tekun + temporary)
      let total = dibao + gradual + tekun + temporary + services
      found.append([dibao, gradual, tekun, temporary, services, total, N, G, K, Z])
    }
    return found
  }
}

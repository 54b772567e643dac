import DoudiTape

/// The reference model of `docs`, yearly step, as one writes it: what is common, what is a
/// region's, is the tape's affair.
enum ReferenceModel {
  static let years = 10
  static let outputs = 10
  static let figures = 13
  static let parameters = 12

  /// Writes a region, given as P, C, Y, sigma, beta, phi0, cap, N, G, K, w, A, n.
  static func write(_ region: UnsafePointer<Double>, on builder: TapeBuilder) {
    builder.beginRegion()
    func parameter(_ index: Int) -> TapeValue { builder.input(index) }
    let (g, pi, target, u) = (parameter(0), parameter(1), parameter(2), parameter(3))
    let (s, v, x, e) = (parameter(4), parameter(5), parameter(6), parameter(7))
    let (m, h, kappa, q) = (parameter(8), parameter(9), parameter(10), parameter(11))
    func figure(_ index: Int) -> TapeValue { builder.figure(region[index]) }
    var (P, C, Y) = (figure(0), figure(1), figure(2))
    let (sigma, beta, phi0, cap) = (figure(3), figure(4), figure(5), figure(6))
    var (N, G, K) = (figure(7), figure(8), figure(9))
    let w = figure(10)
    var A = figure(11)
    let n = figure(12)
    var Z = phi0 * C
    for year in 1...years {
      P = P * (1 + n)
      Y = Y * ((1 + beta * g + v) * (1 + pi))
      let phi = phi0 + (target - phi0) * min(1, Double(year) / 5)
      Z = .max(Z, phi * C)
      let growth = (1 + beta * g) * (1 + pi)
      C = C * growth
      let spread = sigma * s
      let d = .log(Z / Y) / spread + spread / 2
      let H = TapeValue.normalCDF(d)
      let gap = (Z * H - Y * .normalCDF(d - spread)) / H
      let top = TapeValue.select(H > 0, then: gap, else: builder.literal(0))
      G = 0.5 * x * N + G / 3
      let stay = N * (1 - x)
      N = stay + e * .max(builder.literal(0), u * H * P - stay)
      K = K * (1 + kappa)
      A = A * growth
      let dibao = N * top
      let gradual = 0.5 * G * top
      let tekun = K * (Z * (m + 0.7 * w) + A)
      let temporary = TapeValue.max(5 * P, h * P * Z / 12)
      let four = dibao + gradual + tekun + temporary
      let services = .min(q, cap) * four
      for output in [dibao, gradual, tekun, temporary, services, four + services, N, G, K, Z] {
        builder.output(output)
      }
    }
    builder.endRegion()
  }
}

extension PortableMath {
  /// The complementary error function, the tail of the normal distribution:
  ///
  ///     erfc(x) = 2/sqrt(pi) x integral from x to infinity of exp(-t^2) dt
  ///     P(N > z) = erfc(z / sqrt 2) / 2
  ///
  /// Up to 15/32 it is 1 - erf(x) by the series of erf; beyond, exp(-x^2) times a smooth
  /// factor. A negative `x` gives 2 - erfc(-x).
  /// - Parameter x: any double; NaN gives NaN.
  /// - Returns: between 0 and 2; 0 above 27.3.
  public static func erfc(_ x: Double) -> Double {
    if x.isNaN { return x }
    let size = x.magnitude
    if size < 0.46875 { return 1 - erfNearZero(x) }
    let tail = size > 28 ? 0 : exponentialOfMinusSquare(size) * smoothFactor(size)
    return x < 0 ? 2 - tail : tail
  }

  /// exp(-x^2) without the error that rounding x^2 would bring: the square of the leading
  /// 26 bits is exact, what it lacks is small.
  private static func exponentialOfMinusSquare(_ x: Double) -> Double {
    let (high, low) = halves(x)
    return exp(head: -(high * high), tail: -(low * (x + high)))
  }

  /// exp(x^2) erfc(x) for 15/32 <= x <= 28.
  ///
  ///     (1 + 2x) exp(x^2) erfc(x) = c0 + c1 T1(u) + ... + c20 T20(u)
  ///     u = ((x - 15/4) / (x + 15/4) - centre) / half width
  private static func smoothFactor(_ x: Double) -> Double {
    let u = ((x - 3.75) / (x + 3.75) + 0x1.cab1d5720072bp-8) / 0x1.8aa37fe3566d5p-1
    var (current, previous) = (0.0, 0.0)
    for coefficient in chebyshev.dropFirst().reversed() {
      (current, previous) = (2 * u * current - previous + coefficient, current)
    }
    return (u * current - previous + chebyshev[0]) / (1 + 2 * x)
  }

  /// erf(x) = 2/sqrt(pi) (x - x^3/3 + x^5/(2! 5) - ...), 13 terms, for |x| < 15/32.
  private static func erfNearZero(_ x: Double) -> Double {
    let square = x * x
    var sum = 0.0
    for coefficient in series { sum = sum * square + coefficient }
    return sum * x
  }

  /// c0...c20: the Chebyshev interpolation in 64 nodes with 60 digits, rounded to doubles.
  private static let chebyshev: [Double] = [
    0x1.384da39dc80bap+0, -0x1.ebfa8457f6595p-5, -0x1.a496f4257057bp-6, 0x1.3e1891b1b21a0p-6,
    -0x1.f01fb34984955p-8, 0x1.18fdeb2497189p-9, -0x1.eb08848d55165p-12, 0x1.473aef76be4bbp-14,
    -0x1.3095f501f08f5p-17, 0x1.042a392ba9e8ep-21, 0x1.dda74b3fefb3ap-25, -0x1.e1eab66881bf7p-27,
    0x1.627b8db2b98bfp-31, 0x1.7bb6197004065p-33, -0x1.bbc6027551645p-36, -0x1.96eab4e8d96f1p-40,
    0x1.3f544adde257bp-41, 0x1.64e193162dfc1p-49, -0x1.abee0cf86752dp-47, 0x1.38910caeeafc9p-52,
    0x1.2ae3deaa7df5ap-52,
  ]

  /// 2/sqrt(pi) (-1)^n / (n! (2n + 1)) for n = 12, 11, ..., 0.
  private static let series: [Double] = [
    0x1.9e6ad5e55a730p-34, -0x1.51d7181c5d36dp-30, 0x1.fcc5720624c1cp-27, -0x1.5f742ec43e71ap-23,
    0x1.b9e6c9dc651a3p-20, -0x1.f4d25c3e0c2ebp-17, 0x1.f9a326f9b89b7p-14, -0x1.c02db40040b86p-11,
    0x1.565bcd0e6a53fp-8, -0x1.b82ce31288b51p-6, 0x1.ce2f21a042be2p-4, -0x1.812746b0379e7p-2,
    0x1.20dd750429b6dp+0,
  ]
}

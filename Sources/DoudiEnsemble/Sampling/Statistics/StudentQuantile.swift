#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Foundation
#endif

/// Student's t distribution with a whole number of degrees of freedom: how wide an interval from few
/// replicates has to be.
public enum StudentQuantile {
  /// t with P(T <= t) = u, to about 1e-12 relative; infinite without freedom, NaN for u outside (0, 1).
  public static func value(_ u: Double, freedom: Int) -> Double {
    guard u > 0, u < 1 else { return .nan }
    guard freedom > 0 else { return .infinity }
    if u == 0.5 { return 0 }
    let wanted = max(u, 1 - u)
    let height = height(freedom)
    let number = Double(freedom)
    // The normal quantile is below; from there Newton's steps stay below, since the probability is concave.
    var t = NormalQuantile.value(wanted)
    for _ in 0..<200 {
      let density = height * pow(1 + t * t / number, -(number + 1) / 2)
      let step = (wanted - below(t, freedom: freedom)) / density
      t += step
      if !(abs(step) > 1e-14 * t) { break }
    }
    return u < 0.5 ? -t : t
  }

  /// The density at 0, `Gamma((n + 1) / 2) / (sqrt(n pi) Gamma(n / 2))`.
  private static func height(_ freedom: Int) -> Double {
    // height(n + 2) sqrt(n + 2) = height(n) sqrt(n) (n + 1) / n
    var product = freedom % 2 == 1 ? 1 / Double.pi : 0.5
    for n in stride(from: freedom % 2 == 1 ? 1 : 2, to: freedom, by: 2) {
      product *= Double(n + 1) / Double(n)
    }
    return product / Double(freedom).squareRoot()
  }

  /// P(T <= t), by the finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4.
  public static func below(_ t: Double, freedom: Int) -> Double {
    guard freedom > 0 else { return .nan }
    let tangent = t / Double(freedom).squareRoot()
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    let isOdd = freedom % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = isOdd && freedom == 1 ? 0 : term
    // Odd: cos (1 + 2/3 cos^2 + 2 4 / (3 5) cos^4 ...); even: 1 + 1/2 cos^2 + 1 3 / (2 4) cos^4 ...
    for k in stride(from: isOdd ? 2 : 1, through: freedom - 3, by: 2) {
      term *= cosine * cosine * Double(k) / Double(k + 1)
      sum += term
    }
    let twoSided = isOdd ? 2 / Double.pi * (atan(tangent) + sine * sum) : sine * sum
    return (1 + twoSided) / 2
  }
}

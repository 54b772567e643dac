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
    // The tail of one degree is the widest.
    var (low, high) = (0.0, tan(.pi * (wanted - 0.5)))
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if !(middle > low && middle < high) { break }
      if below(middle, freedom: freedom) < wanted { low = middle } else { high = middle }
    }
    return u < 0.5 ? -(low + high) / 2 : (low + high) / 2
  }

  /// P(T <= t), by the finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4.
  public static func below(_ t: Double, freedom: Int) -> Double {
    guard freedom > 0 else { return .nan }
    let angle = atan(t / Double(freedom).squareRoot())
    let (sine, cosine) = (sin(angle), cos(angle))
    let isOdd = freedom % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = isOdd && freedom == 1 ? 0 : term
    // Odd: cos (1 + 2/3 cos^2 + 2 4 / (3 5) cos^4 ...); even: 1 + 1/2 cos^2 + 1 3 / (2 4) cos^4 ...
    for k in stride(from: isOdd ? 2 : 1, through: freedom - 3, by: 2) {
      term *= cosine * cosine * Double(k) / Double(k + 1)
      sum += term
    }
    let twoSided = isOdd ? 2 / Double.pi * (angle + sine * sum) : sine * sum
    return (1 + twoSided) / 2
  }
}

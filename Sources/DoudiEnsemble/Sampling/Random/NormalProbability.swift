#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Foundation
#endif

/// The standard normal distribution function and density.
public enum NormalProbability {
  /// `Phi(z) = erfc(-z / sqrt(2)) / 2`, to 1e-15 of 1; relative to itself the lower tail is as good as
  /// the rounding of z / sqrt(2), z^2 units in the last place.
  public static func below(_ z: Double) -> Double {
    erfc(-z * 0.707106781186547524401) / 2
  }

  /// `phi(z) = exp(-z^2 / 2) / sqrt(2 pi)`.
  public static func density(_ z: Double) -> Double {
    0.398942280401432677940 * exp(-z * z / 2)
  }

  /// Replaces every z of `column` by Phi(z), kept strictly between 0 and 1.
  public static func apply(to column: UnsafeMutableBufferPointer<Double>) {
    for i in column.indices {
      let u = below(column[i])
      // A NaN stays what it is.
      column[i] = u >= 1 ? UnitInterval.belowOne : u <= 0 ? .leastNormalMagnitude : u
    }
  }
}

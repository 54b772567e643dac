#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Foundation
#endif

/// The inverse of the standard normal distribution function: Wichura's algorithm AS 241, PPND16
/// (Applied Statistics 37, 1988), a ratio of polynomials of degree 7 in each of three ranges.
///
/// ```
/// |u - 1/2| <= 0.425    z = q A(r)/B(r),  q = u - 1/2, r = 0.425^2 - q^2
/// otherwise             z = sign C(r)/D(r) or E(r)/F(r),  r = sqrt(-log(min(u, 1 - u)))
/// ```
///
/// Relative error below 1e-15 for all u in (0, 1). Holds: z(1 - u) = -z(u) to the bit where 1 - u is
/// exact. Does not hold: the last bit in the tails is the C library's logarithm's. 0 and 1 give
/// infinities, NaN and numbers outside give NaN.
public enum NormalQuantile {
  /// z with Phi(z) = u.
  public static func value(_ u: Double) -> Double {
    let q = u - 0.5
    return abs(q) <= 0.425 ? central(q) : tail(u, q)
  }

  /// Replaces every u of `column` by z; the same bits as ``value(_:)``.
  ///
  /// Six in seven numbers need no logarithm: all are first treated as if they were of these, and the
  /// others, gathered without a branch, are put right afterwards. The common part vectorises.
  public static func apply(to column: UnsafeMutableBufferPointer<Double>) {
    let size = 512
    withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { outer in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { places in
        var start = 0
        while start < column.count {
          let part = start..<min(column.count, start &+ size)
          apply(to: UnsafeMutableBufferPointer(rebasing: column[part]), outer, places)
          start = part.upperBound
        }
      }
    }
  }

  /// One part of a column, no longer than the two buffers that are lent to it.
  private static func apply(
    to part: UnsafeMutableBufferPointer<Double>, _ outer: UnsafeMutableBufferPointer<Double>,
    _ places: UnsafeMutableBufferPointer<Int32>
  ) {
    let reach = 0.425.bitPattern
    var count = 0
    for i in part.indices {
      let u = part[i]
      outer[count] = u
      places[count] = Int32(truncatingIfNeeded: i)
      // 1 where |u - 1/2| is above 0.425 or no number: a comparison of bits stays free of branches.
      count &+= Int(truncatingIfNeeded: (reach &- abs(u - 0.5).bitPattern) &>> 63)
    }
    for i in part.indices { part[i] = central(part[i] - 0.5) }
    for i in 0..<count {
      let u = outer[i]
      // u itself waits in its place: it says the side.
      outer[i] = (-log(u < 0.5 ? u : 1 - u)).squareRoot()
      part[Int(places[i])] = u
    }
    for i in 0..<count {
      let (place, r) = (Int(places[i]), outer[i])
      let u = part[place]
      let z = middle(r - 1.6)
      part[place] = r <= 5 ? (u < 0.5 ? -z : z) : tail(u, u - 0.5)
    }
  }

  @inline(__always)
  private static func central(_ q: Double) -> Double {
    let r = 0.180625 - q * q
    var a = 2.5090809287301226727e3
    a = a * r + 3.3430575583588128105e4
    a = a * r + 6.7265770927008700853e4
    a = a * r + 4.5921953931549871457e4
    a = a * r + 1.3731693765509461125e4
    a = a * r + 1.9715909503065514427e3
    a = a * r + 1.3314166789178437745e2
    a = a * r + 3.3871328727963666080
    var b = 5.2264952788528545610e3
    b = b * r + 2.8729085735721942674e4
    b = b * r + 3.9307895800092710610e4
    b = b * r + 2.1213794301586595867e4
    b = b * r + 5.3941960214247511077e3
    b = b * r + 6.8718700749205790830e2
    b = b * r + 4.2313330701600911252e1
    b = b * r + 1
    return q * a / b
  }

  private static func tail(_ u: Double, _ q: Double) -> Double {
    let outer = q < 0 ? u : 1 - u
    guard outer > 0 else { return outer == 0 ? (q < 0 ? -.infinity : .infinity) : .nan }
    let r = (-log(outer)).squareRoot()
    let z = r <= 5 ? middle(r - 1.6) : far(r - 5)
    return q < 0 ? -z : z
  }

  @inline(__always)
  private static func middle(_ r: Double) -> Double {
    var c = 7.74545014278341407640e-4
    c = c * r + 2.27238449892691845833e-2
    c = c * r + 2.41780725177450611770e-1
    c = c * r + 1.27045825245236838258
    c = c * r + 3.64784832476320460504
    c = c * r + 5.76949722146069140550
    c = c * r + 4.63033784615654529590
    c = c * r + 1.42343711074968357734
    var d = 1.05075007164441684324e-9
    d = d * r + 5.47593808499534494600e-4
    d = d * r + 1.51986665636164571966e-2
    d = d * r + 1.48103976427480074590e-1
    d = d * r + 6.89767334985100004550e-1
    d = d * r + 1.67638483018380384940
    d = d * r + 2.05319162663775882187
    d = d * r + 1
    return c / d
  }

  @inline(__always)
  private static func far(_ r: Double) -> Double {
    var e = 2.01033439929228813265e-7
    e = e * r + 2.71155556874348757815e-5
    e = e * r + 1.24266094738807843860e-3
    e = e * r + 2.65321895265761230930e-2
    e = e * r + 2.96560571828504891230e-1
    e = e * r + 1.78482653991729133580
    e = e * r + 5.46378491116411436990
    e = e * r + 6.65790464350110377720
    var f = 2.04426310338993978564e-15
    f = f * r + 1.42151175831644588870e-7
    f = f * r + 1.84631831751005468180e-5
    f = f * r + 7.86869131145613259100e-4
    f = f * r + 1.48753612908506148525e-2
    f = f * r + 1.36929880922735805310e-1
    f = f * r + 5.99832206555887937690e-1
    f = f * r + 1
    return e / f
  }
}

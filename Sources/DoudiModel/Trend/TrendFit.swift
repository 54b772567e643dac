import DoudiUnits

/// The growth of caseloads, read off yearly counts up to a year and nothing later.
///
///     a(i)     = F + w max(-m, min(m, g(i) - G))
///     ln N(i, t+h) = ln N(i, t) + b + a(i) (1 + f + ... + f^(h-1))
///
/// F: the common change, continued only where the last two years agree in its direction. m: the median
/// of |g(i) - G| in the last year; what goes beyond is a break and not continued. w: how much of
/// such a deviation has come again a year later. b: what this rule has missed a year ahead. f: by
/// how much changes of regions have gone the common way rather than against it.
public struct TrendFit: Sendable {
  /// The last year whose counts are used.
  public let year: Int
  /// G: the logarithmic change of the sum in the last year.
  public let common: Double
  /// F: G, or 0 where the year before went the other way.
  public let continued: Double
  /// m.
  public let bound: Double
  /// w, between 0 and 1.
  public let repeated: Double
  /// b: the median miss; 0 with less than three years of misses.
  public let miss: Double
  /// f, between 0 and 1.
  public let damping: Double
  /// max(-m, min(m, g(i) - G)) by region; 0 where a region's change is not known.
  public let deviations: [Double]

  /// Years of misses that are needed before they are corrected for.
  static let yearsOfMisses = 3

  /// Fits; nil where no region has counts of `year` and of the year before.
  /// - Parameters:
  ///   - panel: the counts; those after `year` are not looked at.
  ///   - year: the last year that is used.
  public init?(_ panel: CountPanel, year: Int) {
    guard let past = TrendPast(panel, through: year), let now = past.years.last, now.year == year else {
      return nil
    }
    (self.year, common, continued, bound) = (year, now.common, now.continued, now.bound)
    deviations = now.deviations.map { $0 ?? 0 }
    repeated = past.repeated(through: year)
    miss = past.years.count > Self.yearsOfMisses ? past.miss : 0
    damping = past.sameWay(as: now.common)
  }

  /// a(i): the logarithmic change a year that is continued in a region; the common one for nil.
  public func change(_ region: Int?) -> Double {
    continued + repeated * (region.map { deviations[$0] } ?? 0)
  }

  /// The logarithmic change of the year that begins `step` years after the last count.
  ///
  ///     a f^step, and b besides for step 0
  public func change(_ region: Int?, step: Int) -> Double {
    var power = 1.0
    for _ in 0..<max(0, step) { power *= damping }
    return change(region) * power + (step == 0 ? miss : 0)
  }

  /// By what a count grows in so many years.
  public func factor(_ region: Int?, years: Int) -> Double {
    PortableMath.exp((0..<max(0, years)).reduce(0) { $0 + change(region, step: $1) })
  }
}

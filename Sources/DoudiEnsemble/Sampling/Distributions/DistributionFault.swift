/// Why a distribution cannot be made from what was given, and which parameter is at fault.
public struct DistributionFault: Error, Hashable, Sendable {
  /// What is wrong with the parameter.
  public enum Problem: Hashable, Sendable {
    /// Infinite or not a number.
    case notFinite
    /// 0 or below where only positive numbers mean something.
    case notPositive
    /// Below 0.
    case negative
    /// Not greater than the parameter named.
    case notAbove(String)
    /// Below the parameter named.
    case below(String)
    /// Above the parameter named.
    case above(String)
    /// So large beside the other parameters that the spread leaves the range of a double.
    case tooLarge
    /// A list without elements.
    case empty
    /// A list of another length than `values`.
    case count(given: Int, needed: Int)
    /// Probabilities, read to 15 decimals, that add up to something else than 1.
    case sum(Double)
    /// Bounds that keep too little of the distribution: its share of 1.
    case keepsTooLittle(Double)
  }

  /// The parameter's name, as it is written in the initialiser.
  public let parameter: String
  /// What is wrong with it.
  public let problem: Problem

  /// A fault of `parameter`.
  public init(_ parameter: String, _ problem: Problem) {
    self.parameter = parameter
    self.problem = problem
  }

  static func finite(_ value: Double, _ parameter: String) throws(DistributionFault) {
    if !value.isFinite { throw DistributionFault(parameter, .notFinite) }
  }

  static func positive(_ value: Double, _ parameter: String) throws(DistributionFault) {
    try finite(value, parameter)
    if value <= 0 { throw DistributionFault(parameter, .notPositive) }
  }
}

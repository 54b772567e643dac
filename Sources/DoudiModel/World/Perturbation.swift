public import DoudiUnits

/// One assumption moved by a stated step, to see how much money hangs on it.
///
/// A number is raised by a tenth of itself; a zero becomes 1 %, or 1 where it is no share; a
/// yes/no is turned over.
public struct Perturbation: Hashable, Sendable {
  /// Position of the assumption in the model's list.
  public let assumption: Int
  /// Share by which numbers are raised.
  public static let share = Rational(1, over: 10)

  /// Moves one assumption.
  public init(assumption: Int) { self.assumption = assumption }

  /// The moved value: value x 1.1, or + `zeroStep` where the value is zero; flags are flipped.
  public func moved(_ value: Rational, isFlag: Bool, zeroStep: Rational) -> Rational {
    if isFlag { return .one - value }
    return value == .zero ? zeroStep : value * (.one + Self.share)
  }
}

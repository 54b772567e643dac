import DoudiInputs
public import DoudiUnits

/// One assumption moved by a stated step, to see how much money hangs on it.
///
/// A number is raised by a tenth of itself; a zero becomes 1 %, or 1 where it is no share; a
/// number of years or months and a calendar year are raised by one; a yes/no is turned over.
public struct Perturbation: Hashable, Sendable {
  /// Position of the assumption in the model's list.
  public let assumption: Int
  /// Share by which numbers are raised.
  public static let share = Rational(1, over: 10)

  /// Whole numbers without unit that can only be calendar years.
  private static let years = Rational(1900)...Rational(2199)

  /// Moves one assumption.
  public init(assumption: Int) { self.assumption = assumption }

  /// The moved value: value x 1.1, or `zeroStep` where the value is zero; flags are flipped, durations
  /// and calendar years raised by one.
  func moved(_ value: Rational, unit: Measure) -> Rational {
    if unit.isFlag { return .one - value }
    let isYear = unit.isOne && value.isWhole && Self.years.contains(value)
    if unit.isDuration || isYear { return value + .one }
    let zeroStep = unit.isShare ? Rational(1, over: 100) / (unit.shareFactor ?? .one) : .one
    return value == .zero ? zeroStep : value * (.one + Self.share)
  }
}

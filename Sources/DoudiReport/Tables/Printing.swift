/// How printed money is rounded.
public enum Printing: String, CaseIterable, Sendable {
  /// Fitted by largest remainder: printed rows add up to printed totals.
  case adjusted
  /// Each figure by itself: sums of printed figures may differ in the last digit.
  case rounded
}

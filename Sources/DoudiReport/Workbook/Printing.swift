/// How money is rounded for print.
public enum Printing: String, CaseIterable, Sendable {
  /// By largest remainder: printed rows and columns add up.
  case adjusted
  /// Each cell by itself: printed sums may differ by last digits.
  case rounded
}

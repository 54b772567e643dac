/// Computes the formula of a trace, so that a test can ask whether the numbers in it give the
/// figure it stands beside.
///
/// Knows `+ - x / ( ) %`, `max(…)`, `min(…)` and `up(value, step)`; a note in parentheses that
/// ends a formula, after two blanks, is left out. A hundredth is a factor, as in "3 x 40 % x 500".
public struct FormulaText {
  private var rest: Substring

  /// The number a formula gives; nil where it is no formula.
  public static func value(_ text: String) -> Double? {
    var formula = text
    if let note = formula.firstRange(of: "  (") { formula = String(formula[..<note.lowerBound]) }
    var reader = FormulaText(rest: Substring(formula))
    guard let value = reader.sum() else { return nil }
    reader.skip()
    return reader.rest.isEmpty ? value : nil
  }

  private init(rest: Substring) { self.rest = rest }

  private mutating func skip() { rest = rest.drop { $0 == " " } }

  private mutating func take(_ word: String) -> Bool {
    skip()
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  private mutating func sum() -> Double? {
    guard var total = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        total += next
      } else if take("-") {
        guard let next = product() else { return nil }
        total -= next
      } else {
        return total
      }
    }
  }

  private mutating func product() -> Double? {
    guard var total = factor() else { return nil }
    while true {
      if take("x") {
        guard let next = factor() else { return nil }
        total *= next
      } else if take("/") {
        guard let next = factor() else { return nil }
        total /= next
      } else {
        return total
      }
    }
  }

  private mutating func factor() -> Double? {
    if take("-") { return factor().map { -$0 } }
    guard var value = atom() else { return nil }
    while take("%") { value /= 100 }
    return value
  }

  private mutating func atom() -> Double? {
    for (name, apply) in Self.functions where take(name + "(") {
      guard let values = list() else { return nil }
      return apply(values)
    }
    if take("(") {
      guard let value = sum(), take(")") else { return nil }
      return value
    }
    skip()
    var digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "e" }
    if digits.last == "e" {
      digits = rest.prefix(digits.count + 1 + rest.dropFirst(digits.count + 1).prefix { $0.isNumber }.count)
    }
    guard let value = Double(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    return value
  }

  private mutating func list() -> [Double]? {
    var values: [Double] = []
    repeat {
      guard let value = sum() else { return nil }
      values.append(value)
    } while take(",")
    return take(")") ? values : nil
  }

  private static let functions: [(String, @Sendable ([Double]) -> Double?)] = [
    ("max", { $0.max() }), ("min", { $0.min() }),
    ("up", { $0.count == 2 ? (($0[0] / $0[1]) - 1e-9).rounded(.up) * $0[1] : nil }),
  ]
}

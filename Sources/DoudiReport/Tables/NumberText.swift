import DoudiUnits

/// Figures as people read them: thousands separated, fixed places.
enum NumberText {
  /// Units with `places` digits after the point: 1234567 with two is "12,345.67".
  static func scaled(_ units: Int64, places: Int) -> String {
    let text = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - text.utf8.count)) + text
    let whole = grouped(String(padded.dropLast(places)))
    let sign = units < 0 ? "-" : ""
    return sign + whole + (places > 0 ? "." + padded.suffix(places) : "")
  }

  /// The same without groups, for files.
  static func plain(_ units: Int64, places: Int) -> String {
    scaled(units, places: places).replacing(",", with: "")
  }

  /// With its sign, a plus included.
  static func signed(_ units: Int64, places: Int) -> String {
    (units > 0 ? "+" : "") + scaled(units, places: places)
  }

  /// A decimal text with its whole part in groups of three.
  static func grouped(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return text }
    var groups: [Substring] = []
    var rest = whole
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    groups.append(rest)
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    return (isNegative ? "-" : "") + groups.reversed().joined(separator: ",") + fraction
  }

  /// Whole persons, half up; "—" where not known.
  static func persons(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 9e15 else { return "—" }
    let whole = Int64(value.magnitude + 0.5)
    return grouped(String(value < 0 ? -whole : whole))
  }

  /// A real number with exactly `places` digits, half away from zero; "—" where not known.
  static func real(_ value: Double, places: Int) -> String {
    let factor = [1.0, 10, 100, 1000, 10_000][max(0, min(4, places))]
    guard value.isFinite, value.magnitude * factor < 9e15 else { return "—" }
    let units = Int64(value.magnitude * factor + 0.5)
    return scaled(value < 0 ? -units : units, places: max(0, min(4, places)))
  }

  /// A fraction with exactly `places` digits, grouped; "—" where not known.
  static func fixed(_ value: Rational?, places: Int) -> String {
    guard let value, value.isRepresentable else { return "—" }
    return grouped(value.decimalText(places: places))
  }

  /// A fraction with at most `places` digits, grouped; "—" where not known.
  static func fraction(_ value: Rational?, places: Int = 4) -> String {
    guard let value, value.isRepresentable else { return "—" }
    return grouped(value.shortText(maximumPlaces: places))
  }
}

import DoudiInputs
import DoudiUnits

extension Labels {
  /// A year of a horizon: "2027年" or "2027"; where only part of it is covered, "2027年4—12月" or
  /// "2027 (Apr-Dec)".
  static func year(_ year: Int, in horizon: Horizon) -> Bilingual {
    let first = max(horizon.first, Month(year: year, month: 1)).month
    let last = min(horizon.last, Month(year: year, month: 12)).month
    guard first > 1 || last < 12 else { return Bilingual(zh: "\(year)年", en: "\(year)") }
    let (a, b) = (monthName(first), monthName(last))
    return first == last
      ? Bilingual(zh: "\(year)年\(first)月", en: "\(year) (\(a))")
      : Bilingual(zh: "\(year)年\(first)—\(last)月", en: "\(year) (\(a)-\(b))")
  }

  /// A horizon: "2027—2029年" or "2027-2029", with months where a year is not covered whole.
  static func horizon(_ horizon: Horizon) -> Bilingual {
    let (first, last) = (horizon.first, horizon.last)
    guard first.month == 1, last.month == 12 else {
      return Bilingual(
        zh: "\(first.year)年\(first.month)月—\(last.year)年\(last.month)月", en: "\(first) to \(last)")
    }
    return first.year == last.year
      ? Bilingual(zh: "\(first.year)年", en: "\(first.year)")
      : Bilingual(zh: "\(first.year)—\(last.year)年", en: "\(first.year)-\(last.year)")
  }

  static func monthName(_ month: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return names.indices.contains(month - 1) ? names[month - 1] : "\(month)"
  }
}

import DoudiUnits

/// Days as books and scenarios write them.
enum DayText {
  /// True for "YYYY-MM-DD" with a day its month has.
  static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[7] == UInt8(ascii: "-"), let month = Month(text.prefix(7)),
      bytes[8...].allSatisfy({ (48...57).contains($0) }), let day = Int(text.suffix(2))
    else { return false }
    let isLeap = month.year % 4 == 0 && (month.year % 100 != 0 || month.year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month.month - 1]
    return (1...days).contains(day)
  }
}

/// A number as a screen prints it: whole units of its last digit, so that sums and differences can be tested
/// without rounding.
struct PrintedNumber: Hashable, Sendable {
  /// The number times ten to the power of `places`.
  let units: Int64
  /// Digits after the point.
  let places: Int
  /// Digits that are shown; the same unless each cell is rounded by itself.
  let shownPlaces: Int

  init(units: Int64, places: Int, shownPlaces: Int? = nil) {
    (self.units, self.places, self.shownPlaces) = (units, places, shownPlaces ?? places)
  }

  /// Reads "-1,234.50"; nil where a text is no such number.
  init?(_ text: String) {
    let plain = text.replacing(",", with: "")
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.last?.isEmpty == false,
      let units = Int64(parts.joined())
    else { return nil }
    self.init(units: units, places: parts.count == 2 ? parts[1].utf8.count : 0)
  }

  /// The number nearest to it that a cell can hold.
  var value: Double { Double(NumberText.plain(units, places: places)) ?? 0 }

  /// The sum; nil where one is not known, the digits differ, or there is none.
  static func sum(_ numbers: [PrintedNumber?]) -> PrintedNumber? {
    guard let first = numbers.first ?? nil else { return nil }
    var sum: Int64 = 0
    for number in numbers {
      guard let number, number.places == first.places else { return nil }
      let (next, isTooLarge) = sum.addingReportingOverflow(number.units)
      guard !isTooLarge else { return nil }
      sum = next
    }
    return PrintedNumber(units: sum, places: first.places, shownPlaces: first.shownPlaces)
  }

  /// The difference; nil where one is not known or too large.
  static func difference(_ a: PrintedNumber?, _ b: PrintedNumber?) -> PrintedNumber? {
    guard let a, let b else { return nil }
    let places = max(a.places, b.places)
    guard let first = a.units(to: places), let second = b.units(to: places) else { return nil }
    let (units, isTooLarge) = first.subtractingReportingOverflow(second)
    return isTooLarge ? nil : PrintedNumber(units: units, places: places)
  }

  /// True where two are the same number, however many digits each has.
  func isEqual(to other: PrintedNumber?) -> Bool {
    PrintedNumber.difference(self, other)?.units == 0
  }

  /// The number in units of a smaller digit.
  private func units(to places: Int) -> Int64? {
    var units = units
    for _ in self.places..<places {
      let (next, isTooLarge) = units.multipliedReportingOverflow(by: 10)
      guard !isTooLarge else { return nil }
      units = next
    }
    return units
  }
}

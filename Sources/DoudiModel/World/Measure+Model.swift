public import DoudiInputs
public import DoudiUnits

extension Measure {
  /// True for units in which a bare number cannot be misread: counts, years, months, plain factors.
  public var acceptsBareNumber: Bool {
    ["1", "years", "months", "count", "persons", "posts", "flag", "year", "cases", "households"].contains(text)
  }
}

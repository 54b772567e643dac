public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// A parameter whose value is looked for: "NAME", "NAME@area", "NAME@region", "NAME@region/area".
///
/// One value stands in the place of all that it has there, as with `--set`.
public struct CalibratedParameter: Sendable {
  /// As written.
  public let name: String
  /// The parameter; values stand in the place of its own.
  public let input: UncertainInput
  /// Unit of the values.
  public let unit: Measure
  /// The values that it has now, ascending; at least one.
  public let before: [Double]
  /// The values that it may have.
  public let bounds: ClosedRange<Double>

  /// The mean of the values that it has: where the search begins.
  public var start: Double {
    min(max(before.reduce(0, +) / Double(max(1, before.count)), bounds.lowerBound), bounds.upperBound)
  }

  /// What counts as a usual change of the parameter.
  var scale: Double {
    if start != 0 { return abs(start) }
    let width = bounds.upperBound - bounds.lowerBound
    return width.isFinite ? width / 10 : 1
  }

  /// "NAME=VALUE UNIT" for `--set`, one for each leaf that a place stands for.
  public func settings(_ value: Double) -> [String] {
    let text = "=\(Self.text(value))" + (unit.isOne ? "" : " " + unit.text)
    let area = input.areas.map(\.id).sorted().first
    guard !input.regions.isEmpty else { return [input.name + (area.map { "@" + $0 } ?? "") + text] }
    return input.regions.sorted().map { input.name + "@" + $0 + (area.map { "/" + $0 } ?? "") + text }
  }

  /// A value in eight significant digits, which an official run reads.
  public static func written(_ value: Double) -> Double { Double(text(value)) ?? value }

  /// A decimal without exponent, of at most 15 places.
  static func text(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "0" }
    var (power, places) = (1.0, 0)
    while value.magnitude * power < 1e7, places < 15 { (power, places) = (power * 10, places + 1) }
    let units = Int64((value.magnitude * power).rounded())
    var digits = String(units)
    if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
    var (whole, part) = (String(digits.dropLast(places)), String(digits.suffix(places)))
    while part.last == "0" { part.removeLast() }
    if !part.isEmpty { whole += "." + part }
    return (value < 0 && units != 0 ? "-" : "") + whole
  }

  /// Reads "NAME[@PLACE][=LOW:HIGH]".
  ///
  /// - Returns: nil after reporting what is wrong with it (DD1711).
  public init?(_ text: String, of scenario: DrawnScenario, into bag: DiagnosticBag) {
    let span = SourceSpan(file: "--with \(text)", line: 1, column: 1)
    func fault(_ zh: String, _ en: String) {
      bag.error(.designColumn, at: span, Bilingual(zh: zh, en: en))
    }
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let placed = PlacedParameter(halves[0], space: scenario.space, at: span, into: bag) else {
      return nil
    }
    (name, input, unit) = (halves[0], placed.input, placed.unit)
    guard let current = scenario.values(of: input), !current.values.isEmpty,
      current.values.allSatisfy(\.isFinite)
    else {
      fault("\(name)没有可以改动的值", "\(name) has no value that could be changed")
      return nil
    }
    before = current.values
    guard halves.count == 2 else {
      bounds = current.bounds
      return
    }
    let ends = halves[1].split(separator: ":", omittingEmptySubsequences: false)
      .map { Self.number(String($0), placed.unit) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low < high else {
      fault("范围应写NAME=低:高，以\(unit)计", "write a range as NAME=low:high, in \(unit)")
      return nil
    }
    guard low >= current.bounds.lowerBound, high <= current.bounds.upperBound else {
      let (least, most) = (Self.end(current.bounds.lowerBound), Self.end(current.bounds.upperBound))
      fault(
        "\(name)只能在\(least)与\(most)之间（\(unit)）",
        "\(name) lies between \(least) and \(most) (\(unit)) by its rule")
      return nil
    }
    bounds = low...high
  }

  private static func number(_ text: String, _ unit: Measure) -> Double? {
    if let value = Double(text) { return value.isFinite ? value : nil }
    return Quantity.parse(text: text)?.converted(to: unit)?.double
  }

  private static func end(_ value: Double) -> String {
    value.isFinite ? text(value) : value < 0 ? "-∞" : "∞"
  }
}

extension CalibratedParameter {
  /// The parameters of some arguments, wider places first, as `--set` lays them on.
  ///
  /// - Returns: nil after reporting what is wrong with them (DD1711, DD1704).
  public static func all(
    _ arguments: [String], of scenario: DrawnScenario, into bag: DiagnosticBag
  ) -> [CalibratedParameter]? {
    let found = arguments.compactMap { CalibratedParameter($0, of: scenario, into: bag) }
    guard found.count == arguments.count else { return nil }
    var seen: Set<UncertainInput> = []
    for (one, argument) in zip(found, arguments) where !seen.insert(one.input).inserted {
      bag.error(
        .uncertainTwice, at: SourceSpan(file: "--with \(argument)", line: 1, column: 1),
        Bilingual(zh: "\(one.name)重复", en: "\(one.name) is given twice"))
    }
    if bag.hasErrors { return nil }
    return found.enumerated().sorted { first, second in
      (first.element.narrowness, first.offset) < (second.element.narrowness, second.offset)
    }.map(\.element)
  }

  private var narrowness: Int {
    let leaves = input.regions.isEmpty ? Int(Int32.max) : input.regions.count
    return -2 * leaves - (input.areas.isEmpty ? 1 : 0)
  }
}

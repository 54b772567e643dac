public import DoudiEnsemble
public import DoudiInputs
public import DoudiModel
public import DoudiUnits

/// What is turned until a budget is met: a parameter or an amount, everywhere or in some places.
public struct SolveControl: Sendable {
  /// The parameter; values stand in the place of its own.
  public let input: UncertainInput
  /// Its declared unit.
  public let unit: Measure
  /// As written after `--set`: "NAME", "NAME@area", "NAME@region", "NAME@region/area".
  public let text: String
  /// From when a decided amount holds; nil: from the first month of the horizon.
  public let from: Month?

  /// A control; nil after reporting what is wrong with its name or place (DD1711).
  public init?(_ text: String, from: Month?, space: DrawSpace, into bag: DiagnosticBag) {
    let span = SourceSpan(file: "--vary \(text)", line: 1, column: 1, length: text.unicodeScalars.count)
    guard let placed = PlacedParameter(text, space: space, at: span, into: bag) else { return nil }
    (input, unit, self.text, self.from) = (placed.input, placed.unit, text, from)
  }

  private init(_ input: UncertainInput, _ unit: Measure, _ text: String, _ from: Month?) {
    (self.input, self.unit, self.text, self.from) = (input, unit, text, from)
  }

  /// True for an amount set by decision.
  public var isAmount: Bool { input.name.hasPrefix("amount.") }
  /// Identifier of the amount.
  public var amount: String? { isAmount ? String(input.name.dropFirst("amount.".count)) : nil }

  /// The same control for one leaf alone.
  public func narrowed(to leaf: String) -> SolveControl {
    let area = input.areas.first.map { "/" + $0.id } ?? ""
    return SolveControl(
      UncertainInput(name: input.name, regions: [leaf], areas: input.areas), unit,
      "\(input.name)@\(leaf)\(area)", from)
  }

  /// What `--set` takes to run the scenario with a value.
  public func override(_ value: Double) -> String {
    let quantity = Self.text(value) + (unit.isOne ? "" : " \(unit)")
    guard isAmount, let from else { return "\(text)=\(quantity)" }
    return "\(text)={\(from): \(quantity)}"
  }

  /// A whole number without ".0"; the shortest that reads back otherwise.
  static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 0x1p53 ? "\(Int64(value))" : "\(value)"
  }
}

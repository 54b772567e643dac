public import DoudiUnits

/// One observed figure.
public struct Observation: Hashable, Sendable {
  /// Region it is about.
  public let region: RegionCode
  /// Urban, rural or all.
  public let area: Area
  /// Year or month it is about.
  public let period: Period
  /// What is measured, for example "usual_residents".
  public let indicator: String
  /// The figure in `unit`.
  public let value: Rational
  /// Its unit.
  public let unit: Measure
  /// How far it can be relied on.
  public let status: Status
  /// Where it was read.
  public let source: String
  /// Where it stands in the file: the value field.
  public let span: SourceSpan

  /// A figure with everything known about it.
  public init(
    region: RegionCode, area: Area, period: Period, indicator: String, value: Rational, unit: Measure,
    status: Status, source: String, span: SourceSpan
  ) {
    self.region = region
    self.area = area
    self.period = period
    self.indicator = indicator
    self.value = value
    self.unit = unit
    self.status = status
    self.source = source
    self.span = span
  }

  /// Value and unit.
  public var quantity: Quantity { Quantity(value: value, unit: unit) }
}

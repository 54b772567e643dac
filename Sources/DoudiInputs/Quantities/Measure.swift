public import DoudiUnits

/// A unit of measurement: what is counted, per what.
///
/// Texts are brought to one form, so that equal units are equal values:
///
///     yuan/person/yr, 元/人/年   ->  CNY/person/year
///     万元                       ->  10k CNY
///     pct                        ->  %
///
/// The parts after the slash are in the singular and stand in a fixed order, time last.
public struct Measure: Hashable, Sendable {
  /// The one form of the unit's text, for example "CNY/person/month", "%", "1", "persons".
  public let text: String
  let shape: MeasureShape

  /// Reads a unit in any accepted form; nil where it is not known.
  public init?(text: String) {
    guard let shape = MeasureShape(parsing: text) else { return nil }
    self.shape = shape
    self.text = shape.text
  }

  /// A plain number: multiples, ratios, counts of nothing.
  public static let one = Measure(shape: MeasureShape(top: .one))
  /// Hundredths.
  public static let percent = Measure(shape: MeasureShape(top: .percent))

  private init(shape: MeasureShape) {
    self.shape = shape
    text = shape.text
  }

  /// True for money, per anything.
  public var isMoney: Bool { shape.top.kind == .money }
  /// True for "%", "‰" and "1", not per anything.
  public var isShare: Bool { shape.top.kind == .number && shape.per.isEmpty }
  /// True for a plain number.
  public var isOne: Bool { self == .one }
  /// What a share, or a share a month or a year, is multiplied by to give a plain fraction: 1/100 for
  /// "%" and "%/month", 1/1000 for "‰"; nil for anything that is no share.
  public var shareFactor: Rational? { shape.top.kind == .number ? shape.top.scale : nil }
  /// True for yes/no parameters.
  public var isFlag: Bool { shape.top.kind == .flag }
  /// True for units in which a bare number cannot be misread: plain numbers, counts, durations.
  public var acceptsBareNumber: Bool {
    guard shape.per.isEmpty, shape.top.scale == .one || shape.top.kind == .time else { return false }
    return ![.money, .flag].contains(shape.top.kind)
  }
  /// True for a count of persons, not per anything.
  public var isPersons: Bool { shape.top.kind == .person && shape.per.isEmpty }
  /// True for a count of households, not per anything.
  public var isHouseholds: Bool { shape.top.kind == .household && shape.per.isEmpty }
  /// True for a count of persons, households or things, not per anything.
  public var isCount: Bool {
    shape.per.isEmpty && [.person, .household, .item, .village, .township, .post].contains(shape.top.kind)
  }
  /// True for months and years, not per anything.
  public var isDuration: Bool { shape.top.kind == .time && shape.per.isEmpty }
  /// True for what cannot be less than nothing: money, persons, beds, square metres, months, per anything. A plain
  /// number or a share may be a change, and a change may be negative.
  public var isNeverNegative: Bool { ![.number, .flag].contains(shape.top.kind) }
  /// True for an amount per person.
  public var isPerPerson: Bool { shape.per.contains { $0.kind == .person } }
  /// True for an amount per month or per year.
  public var isPerTime: Bool { shape.per.contains { $0.kind == .time } }

  /// What a value in this unit is multiplied by to give the value in `other`; exact.
  ///
  ///     CNY/person/year to CNY/person/month = 1/12,  10k CNY to CNY = 10000,  % to 1 = 1/100
  ///
  /// The result is nil where the two do not measure the same thing.
  public func factor(to other: Measure) -> Rational? {
    guard shape.top.kind == other.shape.top.kind,
      shape.per.map(\.kind) == other.shape.per.map(\.kind)
    else { return nil }
    return shape.scale / other.shape.scale
  }

  /// Hashes the text, which determines the rest.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
  /// Equal units have equal texts.
  public static func == (a: Measure, b: Measure) -> Bool { a.text == b.text }
}

extension Measure: CustomStringConvertible {
  /// The text.
  public var description: String { text }
}

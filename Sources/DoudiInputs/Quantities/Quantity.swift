public import DoudiUnits

/// A number with its unit, for example "3900 CNY/person/year", "60 %", "1.3", "18 months".
public struct Quantity: Hashable, Sendable {
  /// The number as written: "60 %" has 60.
  public let value: Rational
  /// The unit; ``Measure/one`` where none is written.
  public let unit: Measure

  /// A number in a unit.
  public init(value: Rational, unit: Measure) { (self.value, self.unit) = (value, unit) }

  /// A share as a plain ratio, "60 %" as 3/5; nil where the unit is no share.
  public var ratio: Rational? { converted(to: .one) }

  /// The number in another unit, exact; nil where the units do not measure the same thing.
  public func converted(to other: Measure) -> Rational? {
    guard let factor = unit.factor(to: other) else { return nil }
    let result = value * factor
    return result.isRepresentable ? result : nil
  }

  /// Reads a number and an optional unit, with or without a blank between; nil where it is neither.
  public static func parse(text: String) -> Quantity? {
    let (number, unit) = split(text)
    guard let value = Rational(decimal: number) else { return nil }
    if unit.isEmpty { return Quantity(value: value, unit: .one) }
    return Measure(text: unit).map { Quantity(value: value, unit: $0) }
  }

  /// Cuts after the leading characters that can belong to a number.
  static func split(_ text: String) -> (number: String, unit: String) {
    let trimmed = text.drop { $0 == " " }
    let bytes = trimmed.utf8
    let cut = bytes.firstIndex { byte in
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ","): false
      default: true
      }
    }
    guard let cut else { return (String(trimmed), "") }
    // "100m CNY" after a number needs the blank: "5 100m CNY".
    return (String(trimmed[..<cut]), String(trimmed[cut...].drop { $0 == " " }))
  }
}

extension Quantity: CustomStringConvertible {
  /// Number and unit, the unit left out where it is 1.
  public var description: String { unit.isOne ? value.description : "\(value) \(unit)" }
}

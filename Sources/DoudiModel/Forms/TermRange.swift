import DoudiInputs
import DoudiUnits

/// Which values a parameter may have, whoever supplies it.
public enum TermRange: Sendable {
  /// Zero and more: persons, amounts, months.
  case notNegative
  /// 0 to 100 %: a part of a whole.
  case share
  /// Any number.
  case any

  /// True for a value, in a unit of which `whole` make 1 (100 for per cent), that is in the range.
  func contains(_ value: Rational, whole: Rational) -> Bool {
    switch self {
    case .notNegative: value >= .zero
    case .share: value >= .zero && value <= whole
    case .any: true
    }
  }
}

extension Term {
  /// Reports every value that lies outside `range`, at its place.
  func check(_ range: TermRange, _ bag: DiagnosticBag) {
    let whole = Rational.one / (unit.shareFactor ?? .one)
    for one in branches.flatMap(\.dated) where !range.contains(one.figure.value, whole: whole) {
      let value = "\(one.figure.value.shortText()) \(unit.text)"
      bag.error(
        "DD1323", at: one.origin.span,
        range == .share
          ? Bilingual(
            zh: "\(name)为\(value)，应在0至100%之间", en: "\(name) is \(value), it must lie between 0 and 100 %")
          : Bilingual(zh: "\(name)为\(value)，不能为负", en: "\(name) is \(value), it cannot be negative"))
    }
  }
}

import DoudiInputs
import DoudiUnits

/// Which values a parameter may have, whoever supplies it.
public enum TermRange: Sendable {
  /// Zero and more: persons, amounts, months.
  case notNegative
  /// More than zero: what is divided by.
  case positive
  /// 0 to 100 %: a part of a whole.
  case share
  /// 0, 1, 2 …: years, months, a calendar year.
  case whole
  /// Any number.
  case any

  /// True for a value, in a unit of which `whole` make 1 (100 for per cent), that is in the range.
  func contains(_ value: Rational, whole: Rational) -> Bool {
    switch self {
    case .notNegative: value >= .zero
    case .positive: value > .zero
    case .share: value >= .zero && value <= whole
    case .whole: value >= .zero && value.isWhole
    case .any: true
    }
  }

  /// What is said of a value outside the range.
  func refusal(of name: String, _ value: String) -> Bilingual {
    switch self {
    case .share:
      Bilingual(zh: "\(name)为\(value)，应在0至100%之间", en: "\(name) is \(value), it must lie between 0 and 100 %")
    case .positive: Bilingual(zh: "\(name)为\(value)，应大于零", en: "\(name) is \(value), it must be above zero")
    case .notNegative, .whole, .any:
      Bilingual(zh: "\(name)为\(value)，不能为负", en: "\(name) is \(value), it cannot be negative")
    }
  }

  /// Lowest and highest value, in a unit of which `whole` make 1; infinite where there is none.
  func bounds(whole: Double) -> ClosedRange<Double> {
    switch self {
    case .notNegative, .whole, .positive: 0...Double.infinity
    case .share: 0...whole
    case .any: -Double.infinity...Double.infinity
    }
  }
}

extension Term {
  /// Reports every value that lies outside `range`, at its place.
  func check(_ range: TermRange, _ bag: DiagnosticBag) {
    let whole = Rational.one / (unit.shareFactor ?? .one)
    for one in branches.flatMap(\.dated) where !range.contains(one.figure.value, whole: whole) {
      if range == .whole, one.figure.value >= .zero {
        reportFraction(one, bag)
        continue
      }
      let value = one.figure.value.shortText() + (unit.isOne ? "" : " \(unit.text)")
      bag.error("DD1323", at: one.origin.span, range.refusal(of: name, value))
    }
  }

  /// A year and a half is no whole year: nothing of it is cut off.
  private func reportFraction(_ one: DatedFigure, _ bag: DiagnosticBag) {
    let (down, up) = (one.figure.value.floor, one.figure.value.ceiling)
    let counted = unit.isOne ? Bilingual(zh: "", en: "") : Bilingual(zh: " \(unit.text)", en: " \(unit.text)")
    bag.error(
      "DD1304", at: one.origin.span,
      Bilingual(
        zh: "\(name)为\(one.figure.value.shortText())\(counted.zh)，应为整数",
        en: "\(name) is \(one.figure.value.shortText())\(counted.en), it must be a whole number"),
      hint: Bilingual(
        zh: "写\(down)\(counted.zh)或\(up)\(counted.zh)", en: "write \(down)\(counted.en) or \(up)\(counted.en)"
      ))
  }
}

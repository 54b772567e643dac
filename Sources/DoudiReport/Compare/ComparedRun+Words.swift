public import DoudiInputs
public import DoudiModel
import DoudiUnits

extension ComparedRun {
  /// A value of the command line as a proposal is called: "Standard, rural: 900 CNY a month" for an amount, for
  /// anything else what was written.
  /// - Parameters:
  ///   - value: `key=value` or `key@place=value`.
  ///   - model: knows the names.
  /// - Returns: words for a table.
  public static func words(of value: String, in model: Model) -> Bilingual {
    let written = Bilingual(zh: value, en: value)
    guard let one = Override(argument: value), one.key.hasPrefix("amount."),
      let rule = model.amounts.first(where: { "amount." + $0.gives == one.key })
    else { return written }
    let region = one.region.flatMap { model.space.tree.region($0)?.name }
    let places = [region, one.area.map { Labels.area($0) }].compactMap { $0 }
    let isNumber = Rational(decimal: one.text) != nil
    return Bilingual(
      zh: named(rule.header.name.zh, places.map(\.zh), ("（", "、", "）")) + "：" + one.text
        + (isNumber ? "元/月" : ""),
      en: named(rule.header.name.en, places.map(\.en), (" (", ", ", ")")) + ": " + one.text
        + (isNumber ? " CNY a month" : ""))
  }

  private static func named(
    _ name: String, _ places: [String], _ marks: (open: String, between: String, close: String)
  ) -> String {
    places.isEmpty ? name : name + marks.open + places.joined(separator: marks.between) + marks.close
  }
}

import DoudiUnits

extension Quantity {
  /// Reads a scalar such as `3900 CNY/person/year`.
  /// - Parameters:
  ///   - node: the value.
  ///   - bag: receives DD1120 ... DD1125 and DD1109.
  /// - Returns: nil where a problem was reported.
  public static func parse(_ node: YAMLNode, into bag: DiagnosticBag) -> Quantity? {
    guard let text = node.scalarText else {
      bag.error(.scalarExpected, at: node.span, hint: example)
      return nil
    }
    if let quantity = parse(text: text) { return quantity }
    QuantityFault(text).report(at: node.span, into: bag)
    return nil
  }

  /// Reads a scalar whose unit must convert to `measure`.
  /// - Parameters:
  ///   - node: the value.
  ///   - measure: what is wanted; where it is no share, a number without unit is DD1103.
  ///   - bag: receives DD1103, DD1123 and whatever ``parse(_:into:)`` finds.
  /// - Returns: the quantity in its own unit; nil where a problem was reported.
  public static func parse(
    _ node: YAMLNode, expecting measure: Measure, into bag: DiagnosticBag
  ) -> Quantity? {
    guard let quantity = parse(node, into: bag) else { return nil }
    if quantity.unit.factor(to: measure) != nil { return quantity }
    let asWritten = node.scalarText ?? ""
    if quantity.unit.isOne, Rational(decimal: asWritten) != nil {
      bag.error(
        .unitMissing, at: node.span,
        hint: Bilingual(zh: "请写成“\(asWritten) \(measure)”", en: "write \"\(asWritten) \(measure)\""))
    } else {
      bag.error(
        .unitMismatch, at: node.span,
        Bilingual(
          zh: "单位 \(quantity.unit) 不能换算成 \(measure)", en: "\(quantity.unit) does not convert to \(measure)"),
        hint: Bilingual(zh: "请使用 \(measure)", en: "use \(measure)"))
    }
    return nil
  }

  static let example = Bilingual(
    zh: "例如 3900 CNY/person/year、60 %、18 months",
    en: "for example 3900 CNY/person/year, 60 %, 18 months")
}

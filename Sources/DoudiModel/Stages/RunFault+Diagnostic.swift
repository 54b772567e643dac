public import DoudiInputs

extension RunFault {
  /// The fault as a diagnostic of the scenario (DD15xx); missing figures of one indicator are better
  /// shown together, see ``Projection/diagnostics``.
  public func diagnostic(in model: Model) -> Diagnostic {
    switch self {
    case .noValue(let name, let region, let area, let month):
      return MissingFigures(name: name, kind: .year, places: [(region, area)], months: [month], count: 1)
        .diagnostic(in: model)
    case .tooLarge(let rule, let region, let month):
      return Diagnostic(
        code: DiagnosticCode.figureTooLarge.id, severity: .error, span: model.span(ofRule: rule),
        message: Bilingual(
          zh: "规则\(rule)在\(region) \(month)的结果超出可表示的范围",
          en: "rule \(rule) leaves the range of figures in \(region), \(month)"),
        hint: Bilingual(zh: "核对参数的数值和单位", en: "check values and units of its parameters"))
    case .badValue(let rule, let reason):
      return Diagnostic(
        code: DiagnosticCode.valueUnusable.id, severity: .error, span: model.span(ofRule: rule),
        message: Bilingual(zh: "规则\(rule)：\(reason.zh)", en: "rule \(rule): \(reason.en)"))
    }
  }
}

extension Model {
  /// Where a rule is written; the scenario where there is no such rule.
  func span(ofRule id: String) -> SourceSpan {
    let headers =
      amounts.map(\.header) + caseloads.map(\.header) + payments.map(\.header) + limits.map(\.header)
    return headers.first { $0.id == id }?.span ?? scenario.span
  }
}

import DoudiInputs
import DoudiUnits

/// Assumptions that stand in for an indicator though every figure of it was observed.
struct IdleStandIns {
  let model: Model
  let indicators: Indicators

  /// One warning an assumption (DD1507).
  var diagnostics: [Diagnostic] {
    let read = Set(indicators.keysRead.union(indicators.taken).map(\.name))
    return model.standIns.sorted { $0.key < $1.key }.compactMap { key, term in
      let name = Self.indicator(key)
      guard read.contains(name), !indicators.standInsRead.contains(name),
        let span = term.branches.first?.dated.first?.origin.span
      else { return nil }
      return diagnostic(name, span)
    }
  }

  /// "population" of "population.urban".
  private static func indicator(_ key: String) -> String {
    for area in Area.allCases where key.hasSuffix("." + area.id) {
      return String(key.dropLast(area.id.count + 1))
    }
    return key
  }

  private func diagnostic(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.idleStandIn.id, severity: .warning, span: span,
      message: Bilingual(
        zh: "\(name)已有观测数据，此处的数没有用上", en: "\(name) is observed, so this figure is not used"),
      hint: Bilingual(
        zh: "改观测文件中的行（或用--data DIR替换），或改growth.\(name)",
        en: "change the rows of the observation file (or replace it with --data DIR), or growth.\(name)"))
  }
}

public import DoudiInputs
import DoudiUnits

extension Projection {
  /// Missing figures, by name.
  public var missingFigures: [MissingFigures] { MissingFigures.of(world) }

  /// Everything a run has to say about its inputs (DD15xx): what it missed, by indicator; figures in
  /// a unit that does not fit, by row; figures it had to make do with.
  public var diagnostics: [Diagnostic] { missingFigures.map { $0.diagnostic(in: model) } + otherDiagnostics }

  /// ``diagnostics`` without the missing figures.
  public var otherDiagnostics: [Diagnostic] {
    let faults = world.faults.compactMap { fault -> Diagnostic? in
      if case .noValue = fault { return nil }
      return fault.diagnostic(in: model)
    }
    let stopgaps = Stopgaps(world)
    let idle = IdleStandIns(model: model, indicators: world.indicators).diagnostics
    return faults + misfits + stopgaps.wholesForAreas + stopgaps.twoAges + idle + lastYearScale
  }

  private var misfits: [Diagnostic] {
    world.indicators.misfits.values.map { seen, wanted in
      Diagnostic(
        code: DiagnosticCode.wrongUnit.id, severity: .error, span: seen.span,
        message: Bilingual(
          zh: "\(seen.indicator)的单位是\(seen.unit)，规则按\(wanted)读取",
          en: "\(seen.indicator) is in \(seen.unit), the rules read it in \(wanted)"),
        hint: Bilingual(zh: "改unit列，数值相应换算", en: "correct the column unit, and the value with it"))
    }.sorted()
  }
}

import DoudiInputs
import DoudiModel

/// Says what a run could not compute out of figures up to the cutoff.
struct BacktestFaults {
  let file: BacktestFile
  let model: Model
  let bag: DiagnosticBag

  func report(_ faults: [RunFault]) {
    for fault in faults {
      guard case .noValue(let name, let region, let area, let month) = fault else {
        bag.report(fault.diagnostic(in: model))
        continue
      }
      let place = "\(region) \(area.id) \(month)"
      bag.error(
        .backtestRun, at: file.cutoff.span,
        Bilingual(
          zh: "截至\(file.cutoff.value)没有\(name)（\(place)）",
          en: "up to \(file.cutoff.value) nothing gives \(name) (\(place))"),
        hint: Bilingual(
          zh: "补充截止月以前的数据，或写indicator.\(name)、growth.\(name)",
          en: "bring a figure of that time, or write indicator.\(name) or growth.\(name)"))
    }
  }
}

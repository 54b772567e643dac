import DoudiInputs
import DoudiModel

/// Says what a run could not compute out of figures up to the cutoff.
struct BacktestFaults {
  let file: BacktestFile
  let bag: DiagnosticBag

  func report(_ faults: [RunFault]) {
    for fault in faults {
      let (text, hint) = words(fault)
      bag.error(.backtestRun, at: file.cutoff.span, text, hint: hint)
    }
  }

  private func words(_ fault: RunFault) -> (Bilingual, Bilingual?) {
    switch fault {
    case .noValue(let name, let region, let area, let month):
      let place = "\(region) \(area.id) \(month)"
      return (
        Bilingual(
          zh: "截至\(file.cutoff.value)没有\(name)（\(place)）",
          en: "up to \(file.cutoff.value) nothing gives \(name) (\(place))"),
        Bilingual(
          zh: "补充截止月以前的数据，或写indicator.\(name)、growth.\(name)",
          en: "bring a figure of that time, or write indicator.\(name) or growth.\(name)")
      )
    case .tooLarge(let rule, let region, let month):
      let place = "\(rule) \(region) \(month)"
      return (Bilingual(zh: "数值过大：\(place)", en: "a figure is too large: \(place)"), nil)
    case .badValue(let rule, let reason):
      return (Bilingual(zh: "\(rule)：\(reason.zh)", en: "\(rule): \(reason.en)"), nil)
    }
  }
}

import DoudiInputs
import DoudiModel

/// Says what a run could not compute out of figures up to the cutoff.
struct BacktestFaults {
  let file: BacktestFile
  let bag: DiagnosticBag

  func report(_ projection: Projection) {
    for diagnostic in projection.otherDiagnostics { bag.report(diagnostic) }
    for missing in projection.missingFigures {
      let (name, extent) = (missing.name, missing.extent)
      bag.error(
        .backtestRun, at: file.cutoff.span,
        Bilingual(
          zh: "截至\(file.cutoff.value)没有\(name)（\(extent.zh)）",
          en: "up to \(file.cutoff.value) nothing gives \(name) (\(extent.en))"),
        hint: Bilingual(
          zh: "补充截止月以前的数据，或写indicator.\(name)、growth.\(name)",
          en: "bring a figure of that time, or write indicator.\(name) or growth.\(name)"))
    }
  }
}

import DoudiInputs
import DoudiUnits

extension IndexedForm {
  /// The parameter `guideline` as of the last change of the standard; where the ratio gives the guideline,
  ///
  ///     G(y) = up( ratio x series(y - lag) / 12 )
  func guide(_ cell: Int, at month: Month, world: World) -> RuleGuide? {
    let year = yearInForce(month)
    let from = Month(year: year, month: effectiveMonth)
    if let guideline { return .term(guideline, from) }
    guard ratioGivesGuideline else { return nil }
    var figure = indexed(year, cell, world)
    if let step = step.map({ world.figure($0, cell, from) }) {
      figure = Figure(figure.value.roundedUp(toStep: step.value), max(figure.status, step.status))
    }
    return .worked(figure, year: year)
  }
}

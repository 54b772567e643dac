import ArgumentParser
import Doudi

/// The scenario of a command that draws, of monthly or yearly steps.
struct DrawSubject {
  let session: Session
  /// Its arithmetic.
  let drawn: DrawnScenario
  /// Its figures without draws.
  let central: any CentralFigures
  /// The official run; nil for a yearly scenario.
  let projection: Projection?

  /// What can be drawn in it.
  var space: DrawSpace { drawn.space }

  /// Makes its ready reckoner.
  let reckoner: () -> ReadyReckoner

  /// Loads and runs a scenario; ends the command where it is faulty.
  init(_ folder: String, _ session: Session) throws {
    self.session = session
    if YearlyLoader.isYearly(folder, loader: session.loader) {
      let model = try session.yearly(folder)
      (drawn, central, projection) = (DrawnScenario(model), try YearlyReport(model), nil)
      reckoner = { ReadyReckoner(model) }
    } else {
      let found = try session.projection(folder)
      (drawn, projection) = (DrawnScenario(found), found)
      reckoner = { ReadyReckoner(found) }
      central = RunReport(found, withEffects: false)
    }
  }

  /// The scenario written for some parameters; ends the command where one cannot be drawn.
  func written(for inputs: [UncertainInput]) throws -> WrittenScenario {
    let (written, refused) = drawn.written(for: inputs)
    try session.refuse(refused)
    return written
  }

  /// The output that a table shows: the one asked for, else all money, else the first of all.
  func headline(_ wanted: String?, among outputs: [DrawOutput]) throws -> String {
    try session.headline(wanted, among: outputs)
  }
}

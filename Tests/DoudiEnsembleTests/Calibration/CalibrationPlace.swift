import DoudiEnsemble
import DoudiInputs
import DoudiModel

/// ``UncertainPlace`` as calibrations see it.
enum CalibrationPlace {
  /// Written without parameters: its regions and outputs.
  static let written = Result { DrawnScenario(try UncertainPlace.projection).written(for: []).scenario }

  /// Targets of a text, and all that is reported.
  static func targets(_ text: String) throws -> (found: CalibrationTargets?, problems: [Diagnostic]) {
    let (place, bag) = (try written.get(), DiagnosticBag())
    let found = CSVReader.read(SourceFile(path: "targets.csv", text: text), into: bag)
      .flatMap { CalibrationTargets($0, nodes: place.nodes, outputs: place.outputs, into: bag) }
    return (found, bag.all)
  }
}

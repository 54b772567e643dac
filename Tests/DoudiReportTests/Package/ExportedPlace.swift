import DoudiInputs
import DoudiModel
import _DoudiTestSupport

@testable import DoudiReport

/// Exports of a small place.
enum ExportedPlace {
  private static var place: SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: {urban: 520 CNY/person/month, rural: 3900 CNY/person/year}}
        - {id: G1, form: path, gives: recipients, indicator: poor, between: step}
        - {id: P1, form: gap_payment, programme: aid, group: recipients, amount: standard, ratio: 50 %}
        """,
      observations: """
        990001,urban,2026,consumption_pc,26000,CNY/person/year,observed,a
        990001,rural,2026,consumption_pc,13000,CNY/person/year,observed,=1+1
        990001,urban,2026,poor,1000,persons,observed,a
        990001,rural,2026,poor,400,persons,observed,a
        """)
    place.horizon = ("2027-01", "2028-12")
    return place
  }

  /// What is handed in of a small place.
  static func content(
    overrides: [String] = [], withComparison: Bool = false, printing: Printing = .adjusted
  ) throws -> ExportContent {
    let run = RunReport(try place.run(overrides: overrides, reforms: []).projection)
    let comparison =
      withComparison
      ? try ComparedPlaces.comparison(place, [([], []), (["amount.standard@rural=364"], [])]) : nil
    return ExportContent(
      run: run, comparison: comparison,
      provenance: Provenance(run, inputs: [], sets: overrides), printing: printing)
  }

  /// A folder that holds a package of it under "package".
  static func package(overrides: [String] = []) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try PackageExport.write(try content(overrides: overrides), to: folder.path + "/package")
    return folder
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits
import _DoudiTestSupport

@testable import DoudiReport

/// Comparisons of small places, and their files as rows of text.
enum ComparedPlaces {
  /// Runs of one place, each with its own overrides and reforms; the first is A.
  static func comparison(
    _ place: SmallPlace, _ variants: [(overrides: [String], reforms: [String])], year: Int? = nil
  ) throws -> Comparison {
    let runs = try variants.enumerated().map { position, variant in
      let run = try place.run(overrides: variant.overrides, reforms: variant.reforms)
      let laid = run.model.scenario.reforms
      return ComparedRun(
        position, name: Bilingual(zh: "测", en: "test"), folder: "test", reforms: laid,
        sets: variant.overrides, report: RunReport(run.projection))
    }
    return try Comparison(runs, year: year)
  }

  /// Rows of a file, each by the names of its columns.
  static func rows(_ comparison: Comparison, _ id: String) throws -> [[String: String]] {
    guard let table = comparison.fileTables().first(where: { $0.id == id }) else { return [] }
    return try rows(table)
  }

  /// Rows of a table, as a CSV file has them.
  static func rows(_ table: Table) throws -> [[String: String]] {
    let folder = try TemporaryFolder()
    let files = try FileSet(folder: folder.path + "/out")
    try files.write("table.csv") { try CSVWriter.write(table, to: $0) }
    try files.commit()
    let bag = DiagnosticBag()
    guard let file = SourceLoader(root: "").load(folder.path + "/out/table.csv", into: bag),
      let csv = CSVReader.read(file, into: bag)
    else { return [] }
    return (0..<csv.rowCount).map { row in
      Dictionary(
        csv.header.enumerated().map { ($1, csv.field(row: row, column: $0)) }) { first, _ in first }
    }
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits
import Foundation

/// A whole scenario in round numbers beside the figures that must come out of it.
struct WholeCase: CustomStringConvertible, Sendable {
  let name: String
  let rows: [ExpectedRow]
  var description: String { name }
  var folder: String { WorkedCase.folder + "/" + name }

  /// Names of all folders of scenarios/worked.
  static let names: [String] = {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: WorkedCase.folder)) ?? []
    return found.filter { FileManager.default.fileExists(atPath: "\(WorkedCase.folder)/\($0)/expected.csv") }
      .sorted()
  }()

  /// All whole cases; one that cannot be read has no rows, which a test refuses.
  static let all: [WholeCase] = names.map { WholeCase($0) }

  init(_ name: String) {
    self.name = name
    let bag = DiagnosticBag()
    let table = SourceLoader(root: WorkedCase.folder).load(name + "/expected.csv", into: bag)
      .flatMap { CSVReader.read($0, into: bag) }
    rows = table.map { table in (0..<table.rowCount).compactMap { ExpectedRow(table, row: $0) } } ?? []
  }

  /// The first `limit` rows that do not hold, each with what came out.
  func misses(_ figures: RunFigures, limit: Int = .max) -> [String] {
    var found: [String] = []
    for row in rows where found.count < limit {
      let got = figures.value(row)
      if !row.accepts(got) { found.append("\(row): \(got?.text ?? "nothing")") }
    }
    return found
  }
}

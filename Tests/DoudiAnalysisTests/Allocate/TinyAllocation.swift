import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits
import _DoudiTestSupport

/// Specifications in a folder of their own.
enum TinyAllocation {
  /// What a specification and its rows give.
  static func run(
    _ spec: String, _ rows: String, set: [String] = []
  ) throws -> (outcome: AllocationOutcome?, problems: [Diagnostic]) {
    let folder = try TemporaryFolder()
    try folder.write(spec, to: "allocation.yaml")
    try folder.write(rows, to: "rows.csv")
    let bag = DiagnosticBag()
    let study = AllocationStudy(loader: SourceLoader(root: ""), bag: bag)
    let outcome = study.run(folder.path, overrides: set.compactMap { Override(argument: $0) })
    return (bag.hasErrors ? nil : outcome, bag.all)
  }

  /// The same for a plain one: pot, method and what else is written on further lines.
  static func split(
    _ pot: String, _ method: String = "largest_remainder", unit: String = "yuan", _ more: String = "",
    rows: String
  ) throws -> AllocationOutcome? {
    try run("envelope: \(pot)\nunit: \(unit)\nmethod: \(method)\nrows: rows.csv\n\(more)\n", rows).outcome
  }

  /// "p/q" of the amounts before rounding.
  static func exact(_ outcome: AllocationOutcome?) -> [String] {
    outcome?.split.rows.map { $0.exact?.exactText ?? "?" } ?? []
  }

  static func codes(_ problems: [Diagnostic]) -> Set<String> {
    Set(problems.filter { $0.severity == .error }.map(\.code))
  }
}

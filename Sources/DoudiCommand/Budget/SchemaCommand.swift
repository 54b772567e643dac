import ArgumentParser
import Doudi

/// `doudi schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "打印JSON Schema，供编辑器补全和检查 / Print the JSON Schema of books or scenarios.")

  /// Kinds of file that have a schema.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case book, scenario, reform, uncertainty, allocation, yearly
    case yearlyRules = "yearly-rules"

    /// The schema.
    var document: JSONValue {
      switch self {
      case .book: BookSchema.document
      case .scenario: ScenarioSchema.document
      case .reform: ReformSchema.document
      case .uncertainty: UncertaintySchema.document
      case .allocation: AllocationSchema.document
      case .yearly: YearlySchema.scenario
      case .yearlyRules: YearlySchema.rules
      }
    }
  }

  @Argument(help: "book | scenario | reform | uncertainty | allocation | yearly | yearly-rules")
  var kind: Kind

  func run() throws {
    let output = StandardStreams.output()
    output.buffer.append(kind.document.text)
    try output.finish()
  }
}

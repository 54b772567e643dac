import ArgumentParser
import Doudi

/// `doudi schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "打印JSON Schema，供编辑器补全和检查 / Print the JSON Schema of books or scenarios.")

  /// Kinds of file that have a schema.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case book, scenario
  }

  @Argument(help: "book | scenario")
  var kind: Kind

  func run() throws {
    let output = StandardStreams.output()
    let document = kind == .book ? BookSchema.document : ScenarioSchema.document
    output.buffer.append(document.text)
    try output.finish()
  }
}

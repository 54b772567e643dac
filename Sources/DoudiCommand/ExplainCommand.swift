import ArgumentParser
import Doudi

/// `doudi explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一个数怎样得来 / Say how a figure came about.")

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    _ = try session.projection(scenario)
  }
}

import ArgumentParser
import Doudi

/// `doudi check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查方案或单个文件 / Check a scenario or a single file.")

  @Argument(help: "方案文件夹，或YAML、CSV文件 / Folder of a scenario, or a YAML or CSV file.")
  var path: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    _ = try session.projection(path)
  }
}

import ArgumentParser
import Doudi

/// `doudi diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "两次测算有何不同、为何不同 / What differs between two runs, and why.",
    discussion: """
      A run is the folder of a scenario, a folder or file of export, or what run --json printed. --set and
      --reform hold for folders of scenarios. Draws of a scenario's folder are not made anew. A workbook is compared
      by its ledger, its assumptions and the hashes of its inputs; the rest it does not carry, which is said.
      工作簿按账目、假设和输入文件的哈希比较；其余不在其中，结果里会说明。
      Exit codes: 0 nothing differs, 4 something does, 5 cannot be read.
        doudi diff out/NAME-before scenarios/NAME
      """)

  @Argument(help: "原先的测算 / The run before.")
  var before: String
  @Argument(help: "现在的测算 / The run now.")
  var after: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let difference = RunDifference(try session.side(before), try session.side(after))
    if common.json {
      try difference.writeJSON(session.language, to: StandardStreams.output())
    } else {
      try session.print(difference.screenTables(common.unit), heading: difference.wordsAndNotes)
    }
    if !difference.isSame { throw ExitCode(ExitStatus.mismatch) }
  }
}

extension Session {
  /// A run for `diff`: read back where it is an export, worked out where it is a scenario.
  func side(_ path: String) throws -> RunSide {
    if RunSide.isExport(path), !isAllocation(path) { return try RunSide(reading: path) }
    let job = ExportJob(self, try ExportOptions.parse(["--no-draws"]), try UncertainOptions.parse([]))
    return RunSide(path, try job.content(path))
  }
}

import ArgumentParser
import Doudi

/// `doudi diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "两次测算有何不同、为何不同 / What differs between two runs, and why.",
    discussion: """
      A run is the folder of a scenario, a folder or file of export, or what run --json printed. --set and
      --reform hold for folders of scenarios. Where one side is a scenario of months, it is run again with inputs of
      the other, and the change of money is split among causes and inputs, to the fen. Draws of a scenario's folder
      are not made anew. A workbook is compared by its ledger, its assumptions and the hashes of its inputs; the rest
      it does not carry, which is said.
      工作簿按账目、假设和输入文件的哈希比较；其余不在其中，结果里会说明。
      Exit codes: 0 nothing differs, 4 something does, 5 cannot be read.
        doudi diff out/NAME-before scenarios/NAME
      """)

  @Argument(help: "原先的测算 / The run before.")
  var before: String
  @Argument(help: "现在的测算 / The run now.")
  var after: String
  @Option(
    help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try OutPath.checkFolder(out)
  }

  func run() throws {
    let session = Session(common)
    var difference = RunDifference(try session.side(before), try session.side(after))
    if session.canRunAgain(after) {
      difference.split(running: .after) { session.restored(after, $0) }
    } else if session.canRunAgain(before) {
      difference.split(running: .before) { session.restored(before, $0) }
    }
    if let out {
      let files = try FileSet(folder: out)
      for table in difference.fileTables() {
        try files.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) }
      }
      try files.commit()
    }
    if common.json {
      try difference.writeJSON(session.language, to: StandardStreams.output())
    } else {
      try session.print(difference.screenTables(common.unit), heading: difference.wordsAndNotes)
    }
    if let out { session.tell(Bilingual(zh: "已写出 \(out)/*.csv", en: "Written: \(out)/*.csv")) }
    if !difference.isSame { throw ExitCode(ExitStatus.mismatch) }
  }
}

extension Session {
  /// True for the folder of a scenario of months.
  func canRunAgain(_ path: String) -> Bool {
    !RunSide.isExport(path) && !isAllocation(path) && !YearlyLoader.isYearly(path, loader: loader)
  }

  /// A scenario with reforms and values of the command line, run with inputs of another run in place of its own; nil
  /// where it cannot be. What such a run is warned of is no matter.
  func restored(_ folder: String, _ inputs: Restoration) -> Projection? {
    let loader = ModelLoader(
      loader: loader, bag: DiagnosticBag(), dataFolder: options.data, reforms: options.reforms)
    guard let projection = loader.load(folder: folder, overrides: overrides, restoring: inputs)?.run(),
      !projection.diagnostics.contains(where: { $0.severity == .error })
    else { return nil }
    return projection
  }

  /// A run for `diff`: read back where it is an export, worked out where it is a scenario.
  func side(_ path: String) throws -> RunSide {
    if RunSide.isExport(path), !isAllocation(path) { return try RunSide(reading: path) }
    // A session of its own: what was read for the other side is no input of this one.
    let job = ExportJob(
      Session(options), try ExportOptions.parse(["--no-draws"]), try UncertainOptions.parse([]))
    return RunSide(path, try job.content(path))
  }
}

import ArgumentParser
import Doudi

/// `doudi allocate`.
struct AllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "把一笔资金分到各地 / Split a pot: who gets how much, and why.",
    discussion: """
      SPEC.yaml names the envelope, its unit (fen, yuan, seat), the method and the table of rows; a folder stands for
      its allocation.yaml. docs/allocation-files.md has every key, docs/guide-allocation.md a way from a pot to a table.
      """)

  @Argument(help: ArgumentHelp("分配方案 / Specification, or its folder.", valueName: "spec.yaml"))
  var spec: String
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try OutPath.checkFolder(out)
  }

  func run() throws {
    let session = Session(common)
    try session.refuseReforms(
      Bilingual(
        zh: "allocate不用--reform，可写入测算方案的reforms",
        en: "--reform is not for allocate; name it under reforms of the scenario"))
    let report = AllocationReport(try session.allocation(spec))
    if let out {
      let set = try FileSet(folder: out)
      for table in report.fileTables() {
        try set.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) }
      }
      try set.commit()
    }
    if common.json {
      try AllocationJSON.write(report, to: StandardStreams.output())
    } else {
      try session.print(report.screenTables(common.unit))
    }
    if let out { session.tell(Bilingual(zh: "已写出 \(out)/*.csv", en: "Written: \(out)/*.csv")) }
  }
}

extension Session {
  /// True for a specification, or a folder that has one and no scenario.
  func isAllocation(_ path: String) -> Bool {
    if AllocationStudy.isSpecification(path, loader: loader) { return true }
    return loader.isFolder(path) && loader.exists(path + "/allocation.yaml")
      && !loader.exists(path + "/scenario.yaml")
  }

  /// The allocation of a specification; ends the command where it cannot be made.
  func allocation(_ path: String) throws -> AllocationOutcome {
    guard !path.isEmpty else {
      throw ValidationError(Bilingual(zh: "分配方案为空", en: "the name of the specification is empty"))
    }
    try checkData()
    let study = AllocationStudy(loader: loader, bag: bag, dataFolder: options.data)
    guard let outcome = study.run(path, overrides: overrides), !bag.hasErrors else { throw reported() }
    tellDiagnostics()
    return outcome
  }
}

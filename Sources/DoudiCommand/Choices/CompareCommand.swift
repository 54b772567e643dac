import ArgumentParser
import Doudi

/// `doudi compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "比较两至五个方案，提标说明所需各数 / Two to five scenarios side by side, for the memo of an adjustment.",
    discussion: """
      compare A B [C D E]: folders; --set and --reform hold for all of them.
      compare A --set key=value: A as it is, and with all --set.
      compare A --reform a.yaml --reform b.yaml: A, A + a, A + a + b; --set holds for all of them.
        doudi compare scenarios/NAME --set amount.STANDARD@rural=900
      """)

  @Argument(help: "方案文件夹，一至五个 / Folders of scenarios, one to five.")
  var scenarios: [String]
  @Option(
    help: ArgumentHelp(
      "所列年份，默认最早有差别的一年 / Year that is shown (default: the first that differs).", valueName: "year"))
  var year: Int?
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    let most = ComparedRun.letters.count
    try OutPath.checkFolder(out)
    guard scenarios.count <= most else {
      throw ValidationError(
        Bilingual(zh: "最多比较\(most)个方案", en: "at most \(most) scenarios are compared"))
    }
    guard scenarios.count > 1 || !common.overrides.isEmpty || !common.reforms.isEmpty else {
      throw ValidationError(
        Bilingual(
          zh: "只有一个方案时须写--set或--reform，或再写一个方案",
          en: "with one scenario write --set or --reform, or name another"))
    }
    guard scenarios.count > 1 || common.reforms.count < most else {
      throw ValidationError(
        Bilingual(zh: "最多叠加\(most - 1)个--reform", en: "at most \(most - 1) --reform are stacked"))
    }
  }

  func run() throws {
    let session = Session(common)
    let runs = try CompareJob(session, scenarios).runs()
    session.tellDiagnostics()
    let years = Set(runs.flatMap(\.report.projection.model.scenario.horizon.years)).sorted()
    if let year, !years.contains(year) {
      throw ValidationError(
        Bilingual(
          zh: "--year应在\(years.first ?? 0)与\(years.last ?? 0)之间",
          en: "--year is one of \(years.first ?? 0) to \(years.last ?? 0)"))
    }
    let comparison = try Comparison(runs, year: year)
    if let out {
      let files = try FileSet(folder: out)
      for table in comparison.fileTables() {
        try files.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) }
      }
      try files.commit()
    }
    if common.json {
      try TablesJSON.write(comparison.fileTables(), to: StandardStreams.output())
    } else {
      try session.print(comparison.screenTables(common.unit), heading: comparison.words)
    }
    if let out { session.tell(Bilingual(zh: "已写出 \(out)/*.csv", en: "Written: \(out)/*.csv")) }
  }
}

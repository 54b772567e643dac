import ArgumentParser
import Doudi

/// `doudi backtest`.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "用截止月以前的数据预计并与报告数对照 / Project from an earlier month, beside the reports since.",
    discussion: """
      backtest.yaml of the scenario's folder says from which month, for which reports, and what was assumed then;
      or, with fits, between which years the yearly counts of all regions are compared.
      """)

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @Option(
    help: ArgumentHelp("只用此年及以前的年度数 / Yearly counts up to this year only; with --to.", valueName: "year"))
  var from: Int?
  @Option(help: ArgumentHelp("与此年的年度数对照 / Year that is compared; with --from.", valueName: "year"))
  var to: Int?
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try OutPath.checkFolder(out)
    guard from != nil || to != nil else { return }
    guard let from, let to, PanelYears(from: from, to: to) != nil else {
      throw ValidationError(
        Bilingual(zh: "应同时写--from和--to，先后两个年份", en: "write both --from and --to, two years in order"))
    }
  }

  func run() throws {
    let session = Session(common)
    try session.refuseReforms(
      Bilingual(
        zh: "回测不用--reform，当时的假设写在backtest.yaml",
        en: "--reform is not for back-tests; backtest.yaml has what was assumed"))
    if PanelBacktest.isAsked(in: scenario, loader: session.loader) {
      let years = from.flatMap { from in to.flatMap { PanelYears(from: from, to: $0) } }
      let report = PanelReport(try session.panelBacktest(scenario, years: years))
      try write(report.fileTables(), report.screenTables(), session) {
        try BacktestJSON.write(report, to: $0)
      }
      return
    }
    let report = BacktestReport(try session.backtest(scenario))
    if from != nil {
      session.tell(
        Bilingual(
          zh: "提示：backtest.yaml 没有fits，--from和--to不起作用",
          en: "note: backtest.yaml has no fits; --from and --to do nothing"))
    }
    try write(report.fileTables(), report.screenTables(), session) {
      try BacktestJSON.write(report, to: $0)
    }
  }

  private func write(
    _ files: [Table], _ screens: [Table], _ session: Session, json: (ByteOutput) throws -> Void
  ) throws {
    if let out {
      let set = try FileSet(folder: out)
      for table in files {
        try set.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) }
      }
      try set.commit()
    }
    if common.json { try json(StandardStreams.output()) } else { try session.print(screens) }
    if let out { session.tell(Bilingual(zh: "已写出 \(out)/*.csv", en: "Written: \(out)/*.csv")) }
  }
}

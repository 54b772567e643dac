import ArgumentParser
import Doudi

/// `doudi backtest`.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "用截止月以前的数据预计并与报告数对照 / Project from an earlier month, beside the reports since.",
    discussion: """
      backtest.yaml of the scenario's folder says from which month, for which reports, and what was assumed then.
      """)

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let report = BacktestReport(try session.backtest(scenario))
    if let out {
      let files = try FileSet(folder: out)
      for table in report.fileTables() {
        try files.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) }
      }
      try files.commit()
    }
    if common.json {
      try BacktestJSON.write(report, to: StandardStreams.output())
    } else {
      try session.print(report.screenTables())
    }
    if let out { session.tell(Bilingual(zh: "已写出 \(out)/*.csv", en: "Written: \(out)/*.csv")) }
  }
}

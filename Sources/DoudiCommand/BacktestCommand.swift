import ArgumentParser
import Doudi

/// `doudi backtest`.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest", abstract: "从过去的月份回测 / Run a scenario from an earlier month beside later reports."
  )

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    try session.checkData()
    let test = Backtest(loader: session.loader, bag: session.bag, dataFolder: common.data)
    guard let result = test.run(folder: scenario, overrides: session.overrides), !session.bag.hasErrors else {
      throw session.reported()
    }
    session.tellDiagnostics()
    let tables = BacktestTables(result)
    if let out {
      let files = try FileSet(folder: out)
      try files.write("backtest.csv") { try CSVWriter.write(tables.long(), to: $0) }
      try files.commit()
    }
    if common.json {
      try BacktestJSON.write(result, to: StandardStreams.output())
    } else {
      try session.print([tables.summaries(), tables.rows()])
    }
  }
}

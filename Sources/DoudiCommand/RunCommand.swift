import ArgumentParser
import Doudi

/// `doudi run`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "测算并打印各表 / Run a scenario: tables, CSV files, JSON.")

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @Option(help: ArgumentHelp("JSON和CSV的时间步 / Step of JSON and CSV.", valueName: "year|month"))
  var by: RunOptions.Step = .month
  @Option(help: ArgumentHelp("JSON和CSV的区划层级 / Level of JSON and CSV.", valueName: "leaf|root"))
  var level: RunOptions.Level = .leaf
  @OptionGroup(title: "执行 / Execution") var execution: ExecutionOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let report = RunReport(try session.projection(scenario))
    let tables = LongTables(report, RunOptions(step: by, level: level))
    let year = try execution.execution(report, session)
    if let out {
      try write(tables.files() + (year.map { [$0.longTable(), $0.monthTable()] } ?? []), to: out)
    }
    if common.json {
      try RunJSON.write(tables, and: year.map { [$0.longTable()] } ?? [], to: StandardStreams.output())
    } else {
      let first = year.map { [$0.table(common.unit)] } ?? []
      try session.print(first + report.screenTables(common.unit), heading: report.heading(common.unit))
    }
    session.tell(next())
  }

  private func write(_ tables: [Table], to folder: String) throws {
    let files = try FileSet(folder: folder)
    for table in tables {
      try files.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) }
    }
    try files.commit()
  }

  private func next() -> Bilingual {
    let written = out.map { Bilingual(zh: "已写出 \($0)/*.csv\n", en: "Written: \($0)/*.csv\n") }
    return Bilingual(
      zh: (written?.zh ?? "") + "下一步：doudi audit \(scenario)    doudi explain \(scenario) ledger/项目代号",
      en: (written?.en ?? "") + "Next: doudi audit \(scenario)    doudi explain \(scenario) ledger/PROGRAMME")
  }
}

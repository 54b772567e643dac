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
  @Option(
    help: ArgumentHelp(
      "预算表按项目、类别、部门、对象或文件的其他分类列示 / Rows of the budget tables: a taxonomy of the books.",
      valueName: "programme|family|department|target|…"))
  var groupBy: String?
  @OptionGroup(title: "执行 / Execution") var execution: ExecutionOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try OutPath.checkFolder(out)
  }

  func run() throws {
    let session = Session(common)
    if YearlyLoader.isYearly(scenario, loader: session.loader) { return try runYearly(session) }
    let report = RunReport(try session.projection(scenario))
    let tables = LongTables(report, RunOptions(step: by, level: level))
    let year = try execution.execution(report, session)
    let grouping = try grouping(report, session)
    let groups = grouping.map { [tables.groups($0)] } ?? []
    if let out {
      try write(tables.files() + groups + (year.map { [$0.longTable(), $0.monthTable()] } ?? []), to: out)
    }
    if common.json {
      try RunJSON.write(
        tables, and: groups + (year.map { [$0.longTable()] } ?? []), to: StandardStreams.output())
    } else {
      let first = year.map { [$0.table(common.unit)] } ?? []
      try session.print(
        first + report.screenTables(common.unit, by: grouping), heading: report.heading(common.unit))
    }
    session.tell(next())
  }

  private func runYearly(_ session: Session) throws {
    let report = try YearlyReport(try session.yearly(scenario))
    if let out { try write([report.table()], to: out) }
    if common.json { return try report.writeJSON(to: StandardStreams.output()) }
    try session.print([report.screenTable()])
  }

  private func grouping(_ report: RunReport, _ session: Session) throws -> Grouping? {
    guard let groupBy else { return nil }
    let model = report.projection.model
    if let found = Grouping(model, by: groupBy) { return found }
    let names = Grouping.names(model)
    let near = nearestName(to: groupBy, among: names)
    session.tell(
      Bilingual(
        zh: "doudi: 没有分类“\(groupBy)”\(near.map { "，是否想写“\($0)”" } ?? "")；可用：\(names.joined(separator: "、"))",
        en:
          "doudi: no taxonomy \"\(groupBy)\"\(near.map { ", did you mean \"\($0)\"" } ?? ""); there are \(names.joined(separator: ", "))"
      ))
    throw ExitCode.validationFailure
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

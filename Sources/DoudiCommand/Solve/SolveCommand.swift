import ArgumentParser
import Doudi

/// `doudi solve`.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "预算内标准或参数最多能到多少 / How high a standard or a parameter can go within a budget.",
    discussion: """
      --vary amount.NAME[@place] sets a standard, --vary RULE.key[@place] a parameter. --budget: money, or a
      percentage of what the scenario spends. The answer is held against a full run.
        doudi solve SCENARIO --vary amount.NAME@rural --budget "36000 10k CNY" --year 2029
      """)

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @OptionGroup(title: "问题 / Question") var question: SolveOptions
  @OptionGroup(title: "概率 / Probability") var chance: ChanceOptions
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func validate() throws { try OutPath.checkFolder(out) }

  func run() throws {
    let session = Session(common)
    if let year = question.closeGap {
      let report = try GapJob(scenario, question, session).report(by: year)
      return try show([report.pathTable(), report.costTable()], report.screenTables(common.unit), session)
    }
    let rows = try SolveJob(scenario, question, chance, session).rows()
    let report = SolveReport(rows.heading, rows.rows, isMoney: rows.isMoney)
    try show([report.fileTable()], [report.screenTable(common.unit)], session)
  }

  private func show(_ files: [Table], _ screens: [Table], _ session: Session) throws {
    if let out {
      let set = try FileSet(folder: out)
      for table in files { try set.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) } }
      try set.commit()
    }
    if common.json {
      try TablesJSON.write(files, to: StandardStreams.output())
    } else {
      try session.print(screens)
    }
    if let out { session.tell(Bilingual(zh: "已写出 \(out)/*.csv", en: "Written: \(out)/*.csv")) }
  }
}

/// What is asked.
struct SolveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "可变的标准或参数 / What is turned: amount.NAME or RULE.key, with @area, @region, @region/area.",
      valueName: "name"))
  var vary: String
  @Option(
    help: ArgumentHelp(
      "预算：金额，或现方案支出的百分之几 / Money (\"36000 10k CNY\"), or a share of the scenario's spending (\"105%\").",
      valueName: "money"))
  var budget: String
  @Option(help: ArgumentHelp("哪项支出，默认合计 / Which money (default: all).", valueName: "output"))
  var of: String?
  @Option(
    help: ArgumentHelp("哪一年，默认末年；all为各年合计 / Year (default: the last); all: the horizon.", valueName: "year"))
  var year: String?
  @Option(help: ArgumentHelp("谁的支出，默认全部 / Region whose money it is (default: the whole).", valueName: "code"))
  var region: String?
  @Flag(help: "每个区划各算各的，预算须为百分数 / Each leaf for itself; the budget is a share.")
  var each = false
  @Option(help: ArgumentHelp("按几的倍数取整，0为不取整 / Steps of the answer; 0: none.", valueName: "n"))
  var step: Double?
  @Option(help: ArgumentHelp("最小值 / Smallest value.", valueName: "n"))
  var low: Double?
  @Option(help: ArgumentHelp("最大值 / Largest value.", valueName: "n"))
  var high: Double?
  @Option(
    help: ArgumentHelp(
      "逐年提高农村标准，到哪年与城镇一致；预算按年 / Yearly steps of the rural standard to the urban one by a year; budgets are yearly.",
      valueName: "year"))
  var closeGap: Int?
  @Option(help: ArgumentHelp("标准从哪月起执行，默认首月 / Month from which a standard holds.", valueName: "YYYY-MM"))
  var from: String?

  func validate() throws {
    if let step, !(step >= 0 && step.isFinite) {
      throw ValidationError(Bilingual(zh: "--step不能为负", en: "--step is not negative"))
    }
    guard [low, high].allSatisfy({ $0?.isFinite ?? true }) else {
      throw ValidationError(Bilingual(zh: "--low、--high应为有限的数", en: "--low and --high are finite numbers"))
    }
    if let low, let high, low > high {
      throw ValidationError(Bilingual(zh: "--low大于--high", en: "--low is above --high"))
    }
    if let from, Month(from) == nil {
      throw ValidationError(Bilingual(zh: "--from应写YYYY-MM", en: "--from is YYYY-MM"))
    }
    if closeGap != nil, each || year != nil || low != nil || high != nil || step == 0 {
      throw ValidationError(
        Bilingual(
          zh: "--close-gap不与--each、--year、--low、--high、--step 0同写",
          en: "--close-gap goes without --each, --year, --low, --high and --step 0"))
    }
    if each, region != nil {
      throw ValidationError(Bilingual(zh: "--each与--region只写一个", en: "write one of --each, --region"))
    }
    if each, !budget.hasSuffix("%") {
      throw ValidationError(
        Bilingual(zh: "--each的预算须为百分数", en: "with --each the budget is a share of each one's spending"))
    }
  }
}

/// With which probability the budget must hold.
struct ChanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("不超预算的概率 / The budget holds with this probability.", valueName: "percent"))
  var probability: String?
  @Option(
    help: ArgumentHelp(
      "不确定参数文件 / File of uncertain parameters (default: uncertainty.yaml of the scenario).", valueName: "file"
    ))
  var uncertainty: String?
  @Option(help: ArgumentHelp("抽样次数 / Number of draws.", valueName: "n"))
  var draws = 2048
  @Option(help: ArgumentHelp("随机种子，0也是种子 / Seed; 0 is one.", valueName: "n"))
  var seed: UInt64 = 1

  /// The probability, 0 to 1; nil where none was asked for.
  var share: Double? {
    probability.flatMap { Quantity.parse(text: $0)?.ratio?.double }
  }

  func validate() throws {
    if probability != nil, !(share.map { $0 > 0 && $0 <= 1 } ?? false) {
      throw ValidationError(
        Bilingual(zh: "--probability应在0与100%之间", en: "--probability lies between 0 and 100 %"))
    }
    guard draws > 0, draws <= 1_000_000 else {
      throw ValidationError(Bilingual(zh: "--draws应在1与100万之间", en: "--draws lies between 1 and 1,000,000"))
    }
  }
}

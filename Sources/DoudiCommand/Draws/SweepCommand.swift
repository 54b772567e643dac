import ArgumentParser
import Doudi

/// `doudi sweep`.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "每增加一单位要多少钱；或按设计表、格点逐个测算 / The cost of one unit more; or given draws, a grid.",
    discussion: """
      Without options: the ready reckoner. --tornado: uncertain parameters at their 10 % and 90 % quantiles.
      --grid NAME=low:high:count (repeatable): all combinations. --design FILE.csv: exactly the draws of a table:
      draw (optional), then columns NAME, NAME@area, NAME@region, NAME@region/area, values in the declared unit.
      """)

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @Option(help: ArgumentHelp("设计表 / Table of draws.", valueName: "file.csv"))
  var design: String?
  @Option(
    name: .customLong("grid"),
    help: ArgumentHelp("格点，可重复 / An axis; repeatable.", valueName: "NAME=low:high:count"))
  var grid: [String] = []
  @Flag(help: "各不确定参数的影响 / Tornado of the uncertain parameters.")
  var tornado = false
  @Option(
    help: ArgumentHelp(
      "不确定参数文件 / File of uncertain parameters (default: uncertainty.yaml of the scenario).", valueName: "file"
    ))
  var uncertainty: String?
  @Option(
    help: ArgumentHelp(
      "--tornado看哪项结果，默认合计 / Output that --tornado is of (default: all money).", valueName: "output"))
  var of: String?
  @OptionGroup(title: "输出 / Output") var output: EnsembleOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if [design != nil, !grid.isEmpty, tornado].filter({ $0 }).count > 1 {
      throw ValidationError(
        Bilingual(zh: "--design、--grid、--tornado只能写一种", en: "write one of --design, --grid, --tornado"))
    }
  }

  func run() throws {
    let session = Session(common)
    let subject = try DrawSubject(scenario, session)
    if tornado { return try runTornado(subject) }
    if let design {
      let source = try session.design(design, subject.space)
      return try runDraws(source, design, text: session.text(design), subject)
    }
    if !grid.isEmpty {
      let source = try session.grid(grid, subject.space)
      return try runDraws(source, "grid", text: grid.joined(separator: "\n"), subject)
    }
    try runReckoner(subject)
  }

  private func runDraws(
    _ source: any ParameterDraws, _ name: String, text: String, _ subject: DrawSubject
  ) throws {
    let design = EnsembleDesign(
      method: name, seed: nil, draws: source.count, replicates: 1, inputs: source.columns)
    let job = try EnsembleJob(subject, source, design: design, inputs: text)
    try EnsembleOutput(session: subject.session, options: output).write(job)
  }

  private func runTornado(_ subject: DrawSubject) throws {
    let session = subject.session
    let file = try session.uncertainty(subject.space, uncertainty ?? scenario + "/uncertainty.yaml")
    let report = try subject.tornado(file, of: of)
    try show([report.fileTable()], [report.screenTable(common.unit)], session)
  }

  private func runReckoner(_ subject: DrawSubject) throws {
    guard let report = try subject.reckonerReport() else {
      throw ValidationError(
        Bilingual(
          zh: "没有可以增加一单位的参数：在rules.yaml的quantities下写明作用，或用--design、--grid、--tornado",
          en:
            "nothing that a unit can be added to: give roles under quantities in rules.yaml, or write --design, --grid or --tornado"
        ))
    }
    try show([report.fileTable()], report.screenTables(common.unit), subject.session)
  }

  private func show(_ files: [Table], _ screens: [Table], _ session: Session) throws {
    if let out = output.out {
      let set = try FileSet(folder: out)
      for table in files { try set.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) } }
      try set.commit()
    }
    if common.json {
      try TablesJSON.write(files, to: StandardStreams.output())
    } else {
      try session.print(screens)
    }
    if let out = output.out { session.tell(Bilingual(zh: "已写出 \(out)/*.csv", en: "Written: \(out)/*.csv")) }
  }
}

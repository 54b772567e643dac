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
    if YearlyLoader.isYearly(scenario, loader: session.loader) { return try runYearly(session) }
    let projection = try session.projection(scenario)
    if tornado { return try runTornado(projection, session) }
    if let design {
      let source = try session.design(design, projection.model)
      let parameters = zip(source.inputs, source.units).map { ReplayReport.Parameter($0, unit: $1) }
      return try runDraws(
        source, source.inputs, parameters, design, text: session.text(design), projection, session)
    }
    guard grid.isEmpty else {
      let source = try session.grid(grid, projection.model)
      let parameters = source.axes.map { ReplayReport.Parameter($0.input, unit: $0.unit) }
      return try runDraws(
        source, source.inputs, parameters, "grid", text: grid.joined(separator: "\n"), projection, session)
    }
    try runReckoner(projection, session)
  }

  private func runDraws(
    _ source: any DrawSource, _ inputs: [UncertainInput], _ parameters: [ReplayReport.Parameter],
    _ name: String, text: String, _ projection: Projection, _ session: Session
  ) throws {
    let program = DrawProgram(projection, inputs: inputs)
    try session.refuse(program.refused)
    let job = EnsembleJob(
      program, projection, source, design: facts(source, name), inputs: text, ceilings: [],
      parameters: parameters)
    try EnsembleOutput(session: session, options: output).write(job)
  }

  private func facts(_ source: any DrawSource, _ name: String) -> EnsembleDesign {
    EnsembleDesign(method: name, seed: nil, draws: source.count, replicates: 1, inputs: source.columns)
  }

  private func runTornado(_ projection: Projection, _ session: Session) throws {
    let file = try session.uncertainty(projection.model, uncertainty ?? scenario + "/uncertainty.yaml")
    let tornado = Tornado(file)
    let program = DrawProgram(projection, inputs: tornado.source.inputs)
    try session.refuse(program.refused)
    let report = try TornadoReport(
      RunReport(projection, withEffects: false), tornado, EnsembleRun(program, projection, tornado.source))
    try show([report.fileTable()], [report.screenTable(common.unit)], session)
  }

  private func runReckoner(_ projection: Projection, _ session: Session) throws {
    let report = try ReckonerReport(
      RunReport(projection, withEffects: false), ReadyReckoner(projection))
    let root = projection.model.space.tree.root.code.text
    try show([report.fileTable()], report.screenTables(common.unit, root: root), session)
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

  private func runYearly(_ session: Session) throws {
    guard let design else {
      throw ValidationError(Bilingual(zh: "按年步长的方案须写--design", en: "a yearly scenario needs --design"))
    }
    let model = try session.yearly(scenario)
    let source = try session.yearlyDesign(design, model)
    let job = EnsembleJob(model, source, design: facts(source, design), inputs: session.text(design))
    try EnsembleOutput(session: session, options: output).write(job)
  }
}

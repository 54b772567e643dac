import ArgumentParser
import Doudi

/// `doudi sweep`.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "按给定的设计表逐行测算 / Run exactly the draws of a table.",
    discussion:
      "design.csv: draw (optional), then columns NAME, NAME@area, NAME@region, NAME@region/area, values in the declared unit."
  )

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @Option(help: ArgumentHelp("设计表 / Table of draws.", valueName: "file.csv"))
  var design: String
  @OptionGroup(title: "输出 / Output") var output: EnsembleOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    if YearlyLoader.isYearly(scenario, loader: session.loader) { return try runYearly(session) }
    let projection = try session.projection(scenario)
    let source = try session.design(design, projection.model)
    let program = DrawProgram(projection, inputs: source.inputs)
    try session.refuse(program.refused)
    let job = EnsembleJob(
      program, projection, source, design: facts(source), inputs: session.text(design), ceilings: [],
      parameters: zip(source.inputs, source.units).map { ReplayReport.Parameter($0, unit: $1) })
    try EnsembleOutput(session: session, options: output).write(job)
  }

  private func facts(_ source: any DrawSource) -> EnsembleDesign {
    EnsembleDesign(method: design, seed: nil, draws: source.count, replicates: 1, inputs: source.columns)
  }

  private func runYearly(_ session: Session) throws {
    let model = try session.yearly(scenario)
    let source = try session.yearlyDesign(design, model)
    let job = EnsembleJob(model, source, design: facts(source), inputs: session.text(design))
    try EnsembleOutput(session: session, options: output).write(job)
  }
}

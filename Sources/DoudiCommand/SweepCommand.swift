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
  @Flag(help: "写出每次抽样的结果draws.csv / Write every draw's outcome to draws.csv; with --out.")
  var keep = false
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if keep, out == nil {
      throw ValidationError(Bilingual(zh: "--keep须与--out同写", en: "--keep goes with --out"))
    }
  }

  func run() throws {
    let session = Session(common)
    if YearlyLoader.isYearly(scenario, loader: session.loader) { return try runYearly(session) }
    let projection = try session.projection(scenario)
    let source = try session.design(design, projection.model)
    let program = DrawProgram(projection, inputs: source.inputs)
    try session.refuse(program.refused)
    let run = EnsembleRun(program, projection, source)
    let design = EnsembleDesign(
      method: self.design, seed: nil, draws: source.count, replicates: 1, inputs: source.columns)
    try EnsembleOutput(session: session, out: out, keep: keep).write(
      run, RunReport(projection, withEffects: false), design: design, ceilings: [])
  }

  private func runYearly(_ session: Session) throws {
    let model = try session.yearly(scenario)
    let run = EnsembleRun(model, try session.yearlyDesign(design, model))
    try EnsembleOutput(session: session, out: out, keep: keep).write(run)
  }
}

import ArgumentParser
import Doudi

/// `doudi ensemble`.
struct EnsembleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ensemble",
    abstract:
      "按不确定参数抽样，给出支出的可能范围 / Draw uncertain parameters: range of spending, probability of missing limits.")

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @OptionGroup(title: "抽样 / Draws") var uncertain: UncertainOptions
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
    let projection = try session.projection(scenario)
    let file = try session.uncertainty(projection.model, uncertain.path(scenario))
    let source = try session.draws(file, projection.model, uncertain)
    let program = DrawProgram(projection, inputs: source.inputs)
    try session.refuse(program.refused)
    let run = EnsembleRun(program, projection, source)
    let design = EnsembleDesign(
      method: uncertain.method.rawValue, seed: uncertain.seed, draws: source.count,
      replicates: source.replicates, inputs: source.columns)
    try EnsembleOutput(session: session, out: out, keep: keep).write(
      run, RunReport(projection, withEffects: false), design: design, ceilings: file.ceilings)
  }
}

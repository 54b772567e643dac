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
  @OptionGroup(title: "输出 / Output") var output: EnsembleOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let subject = try DrawSubject(scenario, session)
    let file = try session.uncertainty(subject.space, uncertain.path(scenario))
    let source = try session.draws(file, subject.space.leaves, uncertain)
    let design = EnsembleDesign(
      method: uncertain.method.rawValue, seed: uncertain.seed, draws: source.count,
      replicates: source.replicates, inputs: source.columns)
    let job = try EnsembleJob(
      subject, source, design: design, inputs: session.text(uncertain.path(scenario)),
      ceilings: file.ceilings)
    try EnsembleOutput(session: session, options: output).write(job)
  }
}

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
  @Flag(help: "各地如何同向变动：主成分和协方差 / How regions move together: principal components and covariances.")
  var components = false
  @Option(
    help: ArgumentHelp(
      "--components看哪项结果，默认合计 / Output that --components is of (default: all money).", valueName: "output"))
  var of: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if of != nil, !components {
      throw ValidationError(Bilingual(zh: "--of与--components同写", en: "--of goes with --components"))
    }
    if components, output.shard != nil || output.draw != nil {
      throw ValidationError(
        Bilingual(zh: "--components不与--shard、--draw同写", en: "--components goes without --shard and --draw"))
    }
  }

  func run() throws {
    let session = Session(common)
    let subject = try DrawSubject(scenario, session)
    let file = try session.uncertainty(subject.space, uncertain.path(scenario))
    let job = try subject.ensemble(file, uncertain, scenario)
    let watched = try components ? session.watched(job.run(job.source), of: of, subject.central) : nil
    try EnsembleOutput(session: session, options: output, watched: watched).write(job)
  }
}

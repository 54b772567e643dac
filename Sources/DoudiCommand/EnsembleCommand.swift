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
    let source = try session.draws(file, subject.space.leaves, uncertain)
    let design = EnsembleDesign(
      method: uncertain.method.rawValue, seed: uncertain.seed, draws: source.count,
      replicates: source.replicates, inputs: source.columns)
    let job = try EnsembleJob(
      subject, source, design: design, inputs: session.text(uncertain.path(scenario)),
      ceilings: file.ceilings)
    let watched = try components ? comovement(subject, job) : nil
    try EnsembleOutput(session: session, options: output, watched: watched).write(job)
  }

  private func comovement(_ subject: DrawSubject, _ job: EnsembleJob) throws -> WatchedOutput {
    let run = job.run(job.source)
    let headline = try subject.headline(of, among: run.outputs)
    if let found = Comovement(run.nodes, run.outputs, of: headline) {
      return WatchedOutput(comovement: found, central: subject.central)
    }
    let (count, most) = (run.nodes.leafCount, Comovement.mostRegions)
    subject.session.tell(
      count < 2
        ? Bilingual(zh: "doudi: 只有一个区划，没有协方差", en: "doudi: one region alone has no covariances")
        : Bilingual(
          zh: "doudi: \(count)个区划，--components最多\(most)个：每两个区划一个协方差，装不下；可在上一级的方案中计算",
          en:
            "doudi: \(count) regions; --components takes \(most) at most, a covariance for each pair of them; use a scenario of the level above"
        ))
    throw ExitCode(ExitStatus.invalid)
  }
}

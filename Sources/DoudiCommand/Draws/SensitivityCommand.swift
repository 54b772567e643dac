import ArgumentParser
import Doudi

/// `doudi sensitivity`.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "各不确定参数解释了多少波动 / How much of the spread each uncertain parameter explains.",
    discussion: """
      chaos: Sobol' indices by polynomial chaos (default), from a few hundred runs, up to 4,096 where the error asks for
      more. saltelli: the same by Saltelli's design, with errors. morris: screening. shapley: shares for correlated parameters. linear: derivatives
      of every region's figures and their shares of the variance, from 2 K + 1 runs; correlated parameters too.
      """)

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @Option(
    help: ArgumentHelp(
      "不确定参数文件 / File of uncertain parameters (default: uncertainty.yaml of the scenario).", valueName: "file"
    ))
  var uncertainty: String?
  @Option(help: ArgumentHelp("方法 / Method.", valueName: "chaos|saltelli|morris|shapley|linear"))
  var method: SensitivityMethod = .chaos
  @Option(
    help: ArgumentHelp("次数:每组抽样或回归的测算次数 / Draws of a scramble, or runs of the regression.", valueName: "n"))
  var draws: Int?
  @Option(help: ArgumentHelp("随机种子，0也是种子 / Seed; 0 is one.", valueName: "n"))
  var seed: UInt64 = 1
  @Option(
    help: ArgumentHelp("屏幕上看哪项结果，默认合计 / Output on the screen (default: all money).", valueName: "output"))
  var of: String?
  @Option(
    help: ArgumentHelp(
      "linear的步长，以标准差计，默认1 / Step of linear in standard deviations (default: 1).", valueName: "sd"))
  var step: Double?
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try OutPath.checkFolder(out)
    guard let step else { return }
    guard method == .linear, step > 0, step <= 2 else {
      throw ValidationError(
        Bilingual(
          zh: "--step与--method linear同写，大于0，不超过2", en: "--step goes with --method linear, above 0, at most 2")
      )
    }
  }

  func run() throws {
    let session = Session(common)
    let subject = try DrawSubject(scenario, session)
    let file = try session.uncertainty(subject.space, uncertainty ?? scenario + "/uncertainty.yaml")
    let written = try subject.written(for: file.inputs.map(\.input))
    let headline = try subject.headline(of, among: written.outputs)
    let function = written.function
    let factor = try session.correlation(file)
    let run = try session.sensitivity(method, function, file, factor, draws: draws, seed: seed, step: step)
    let report = SensitivityReport(
      subject.central.heading, run, function, file, headline: headline,
      check: try method == .linear ? check(subject, file, factor, headline) : nil)
    if let out {
      let set = try FileSet(folder: out)
      try set.write("sensitivity.csv") { try CSVWriter.write(report.fileTable(), to: $0) }
      try set.commit()
    }
    if common.json {
      try TablesJSON.write([report.fileTable()], to: StandardStreams.output())
    } else {
      try session.print([report.screenTable(common.unit)])
    }
    session.tell(Bilingual(zh: "种子 \(seed)", en: "seed \(seed)"))
    if let out {
      session.tell(Bilingual(zh: "已写出 \(out)/sensitivity.csv", en: "Written: \(out)/sensitivity.csv"))
    }
  }

  /// The spread by a few draws; nil where a sequence has not as many dimensions.
  private func check(
    _ subject: DrawSubject, _ file: UncertaintyFile, _ factor: CorrelationFactor?, _ headline: String
  ) throws -> SpreadCheck? {
    let source = try? SampledDraws(
      file, correlation: factor, leaves: subject.space.leaves, method: .sobol, draws: draws ?? 512,
      replicates: 1, seed: seed)
    guard let source else { return nil }
    return try SpreadCheck(try subject.written(for: source.inputs).run(source), of: headline)
  }
}

import ArgumentParser
import Doudi

/// `doudi sensitivity`.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "各不确定参数解释了多少波动 / How much of the spread each uncertain parameter explains.",
    discussion: """
      chaos: Sobol' indices by degree-2 polynomial chaos, from a few hundred runs (default). saltelli: the same by
      Saltelli's design, with errors. morris: screening. shapley: shares for correlated parameters.
      """)

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @Option(
    help: ArgumentHelp(
      "不确定参数文件 / File of uncertain parameters (default: uncertainty.yaml of the scenario).", valueName: "file"
    ))
  var uncertainty: String?
  @Option(help: ArgumentHelp("方法 / Method.", valueName: "chaos|saltelli|morris|shapley"))
  var method: SensitivityMethod = .chaos
  @Option(
    help: ArgumentHelp("次数:每组抽样或回归的测算次数 / Draws of a scramble, or runs of the regression.", valueName: "n"))
  var draws: Int?
  @Option(help: ArgumentHelp("随机种子，0也是种子 / Seed; 0 is one.", valueName: "n"))
  var seed: UInt64 = 1
  @Option(
    help: ArgumentHelp("屏幕上看哪项结果，默认合计 / Output on the screen (default: all money).", valueName: "output"))
  var of: String?
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let subject = try DrawSubject(scenario, session)
    let file = try session.uncertainty(subject.space, uncertainty ?? scenario + "/uncertainty.yaml")
    let written = try subject.written(for: file.inputs.map(\.input))
    let headline = try subject.headline(of, among: written.outputs)
    let function = written.function
    let factor = try session.correlation(file)
    let report = SensitivityReport(
      subject.central.heading,
      try session.sensitivity(method, function, file, factor, draws: draws, seed: seed), function, file,
      headline: headline)
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
}

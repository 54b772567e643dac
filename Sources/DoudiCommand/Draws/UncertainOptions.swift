public import ArgumentParser
public import Doudi

/// Options of commands that draw.
struct UncertainOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "不确定参数文件，默认方案文件夹中的uncertainty.yaml / File of uncertain parameters (default: uncertainty.yaml of the scenario).",
      valueName: "file"))
  var uncertainty: String?

  @Option(help: ArgumentHelp("抽样次数 / Number of draws.", valueName: "n"))
  var draws = 8192

  @Option(help: ArgumentHelp("随机种子，0也是种子 / Seed; 0 is one.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("抽样方法 / How points are spread.", valueName: "sobol|lhs|mc"))
  var method: SampledDraws.Method = .sobol

  @Option(help: ArgumentHelp("独立重复组数，用于标准误 / Independent replicates, for standard errors.", valueName: "n"))
  var replicates = 8

  func validate() throws {
    guard draws > 0, draws <= 100_000_000 else {
      throw ValidationError(
        Bilingual(zh: "--draws应在1与1亿之间", en: "--draws lies between 1 and 100,000,000"))
    }
    guard replicates > 0, replicates <= 1024 else {
      throw ValidationError(
        Bilingual(zh: "--replicates应在1与1024之间", en: "--replicates lies between 1 and 1,024"))
    }
  }

  /// Path of the file for a scenario's folder.
  func path(_ scenario: String) -> String { uncertainty ?? scenario + "/uncertainty.yaml" }
}

extension SampledDraws.Method: ExpressibleByArgument {}
extension SensitivityMethod: ExpressibleByArgument {}

public import ArgumentParser
public import Doudi

/// What an export holds besides the run.
struct ExportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "拟议方案，可重复，最多四个：改革方案文件、方案文件夹或key=value / A proposal beside the run, repeatable, at most four: reform file, folder of a scenario, or key=value.",
      valueName: "proposal"))
  var proposal: [String] = []

  @Option(
    help: ArgumentHelp("一并写出的分配方案 / An allocation that goes with it.", valueName: "spec.yaml"))
  var allocation: String?

  @Flag(help: "不抽样，不写不确定性 / Leave out the draws and what follows from them.")
  var noDraws = false

  @Option(
    help: ArgumentHelp(
      "印出的数：adjusted分项之和等于合计，rounded各自四舍五入 / Printed figures: fitted to their totals, or each rounded by itself.",
      valueName: "adjusted|rounded"))
  var printing: Printing = .adjusted

  func validate() throws {
    let most = ComparedRun.letters.count - 1
    guard proposal.count <= most else {
      throw ValidationError(
        Bilingual(zh: "最多\(most)个--proposal", en: "at most \(most) --proposal"))
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
extension Printing: ExpressibleByArgument {}

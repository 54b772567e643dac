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
    help: ArgumentHelp(
      "report、xlsx中只列一年之处所列的年份，默认比较表为最早有差别的一年，其余为首年 / Year shown where report and xlsx show one (default: the first that differs, elsewhere the first).",
      valueName: "year"))
  var year: Int?

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

  @Option(
    help: ArgumentHelp(
      "csv、json、package各长表的时间步 / Step of the long tables of csv, json and package.",
      valueName: "year|month"))
  var by: RunOptions.Step = .month
  @Option(
    help: ArgumentHelp("各长表的区划层级 / Level of the long tables.", valueName: "leaf|root"))
  var level: RunOptions.Level = .leaf

  @Option(
    help: ArgumentHelp(
      "替代先前的一次导出，并附变动记录 / Takes the place of an earlier export; adds the change log.",
      valueName: "path"))
  var reissueOf: String?

  @Option(
    help: ArgumentHelp(
      "数据包的许可，SPDX代号 / Licence of a package, as SPDX names it.", valueName: "id"))
  var license: String?
  @Option(help: ArgumentHelp("数据包的作者，可重复 / Author of a package, repeatable.", valueName: "name"))
  var author: [String] = []

  func validate() throws {
    let most = ComparedRun.letters.count - 1
    guard proposal.count <= most else {
      throw ValidationError(
        Bilingual(zh: "最多\(most)个--proposal", en: "at most \(most) --proposal"))
    }
  }
}

extension ExportOptions {
  /// Steps and level of the long tables.
  var listing: RunOptions { RunOptions(step: by, level: level) }

  /// Licence and authors of a package.
  var terms: PackageTerms { PackageTerms(licence: license, authors: author) }
}

extension ExportFormat: ExpressibleByArgument {}
extension Printing: ExpressibleByArgument {}

import ArgumentParser
import Doudi

/// `doudi check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查方案或单个文件 / Check a scenario or a single file.")

  @Argument(help: "方案文件夹，或YAML、CSV文件 / Folder of a scenario, or a YAML or CSV file.")
  var path: String
  @Flag(help: "列出须由当地提供的数 / Print the CSV of figures a place has to bring.")
  var template = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    if template { return try printTemplate(session) }
    let model = try session.checked(path)
    if let model, !session.bag.hasErrors { session.runFaults(of: model) }
    if common.json {
      try DiagnosticJSON.write(session.shown, language: session.language, to: StandardStreams.output())
      if session.bag.hasErrors { throw session.exitCode }
      return
    }
    if session.bag.hasErrors { throw session.reported() }
    session.tellDiagnostics()
    session.tell(found(session, model))
  }

  /// "no problem found", or how many warnings; then what the scenario holds, and what else can be seen.
  private func found(_ session: Session, _ model: Model?) -> Bilingual {
    // What comes next wants the scenario's folder.
    let path = self.path.hasSuffix("/scenario.yaml") ? String(self.path.dropLast(14)) : self.path
    let (warnings, notes) = (session.bag.all.count { $0.severity == .warning }, session.quietNotes)
    var zh = "\(path)：" + (warnings == 0 ? "没有发现问题" : "没有错误，有\(warnings)处提醒")
    var en =
      "\(path): "
      + (warnings == 0
        ? "no problem found" : "no error, \(warnings) \(warnings == 1 ? "warning" : "warnings")")
    if let model {
      let (content, next) = (content(model), "doudi run \(path)")
      (zh, en) = (zh + content.zh + "\n下一步：\(next)", en + content.en + "\nNext: \(next)")
    }
    if notes > 0 {
      zh += "\n有\(notes)个文件含没有用上的数据，加 --notes 列出"
      en +=
        "\n\(notes == 1 ? "1 file holds" : "\(notes) files hold") figures that are not used; --notes lists them"
    }
    return Bilingual(zh: zh, en: en)
  }

  private func content(_ model: Model) -> Bilingual {
    let rules = model.amounts.count + model.caseloads.count + model.payments.count + model.limits.count
    let (leaves, assumed) = (model.space.leaves.count, model.assumptions.count)
    return Bilingual(
      zh: "（\(rules)条规则，\(leaves)个区划，\(assumed)项假设或推算）",
      en: " (\(rules) rules, \(leaves) regions, \(assumed) assumed or estimated values)")
  }

  private func printTemplate(_ session: Session) throws {
    // Missing figures are what a template is for: they are listed, not refused.
    let table = TemplateTable.make(try session.model(path).run())
    try CSVWriter.write(table, to: StandardStreams.output())
    session.tell(
      Bilingual(
        zh: "填好value和source，再把该文件列入方案的observations",
        en: "Fill in value and source and list the file under the scenario's observations"))
  }
}

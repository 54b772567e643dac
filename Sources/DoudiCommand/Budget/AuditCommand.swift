import ArgumentParser
import Doudi

/// `doudi audit`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "逐条核对限额 / Test every limit; exit 3 where a hard one is broken.")

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let report = RunReport(try session.projection(scenario), withEffects: false)
    if common.json {
      try AuditJSON.write(report, to: StandardStreams.output())
    } else {
      try session.print([report.auditTable(common.unit)] + [report.casesTable()].compactMap { $0 })
    }
    session.tell(report.auditSummary)
    let isBroken = report.verdicts.contains { $0.finding == .broken && $0.strictness == .hard }
    if isBroken { throw ExitCode(ExitStatus.limitBroken) }
  }
}

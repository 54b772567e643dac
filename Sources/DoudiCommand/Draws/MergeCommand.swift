import ArgumentParser
import Doudi

/// `doudi merge`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "合并各分片，结果与一次算完完全相同 / Put the shards of an ensemble together: the bits of one process.")

  @Argument(help: "含分片文件的文件夹 / Folders with shards.")
  var folders: [String]
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String
  @Flag(help: "写出每次抽样的结果draws.csv / Write every draw's outcome to draws.csv.")
  var keep = false
  @Flag(help: "各地如何同向变动：主成分和协方差 / How regions move together: principal components and covariances.")
  var components = false
  @Option(
    help: ArgumentHelp(
      "--components看哪项结果，默认合计 / Output that --components is of (default: all money).", valueName: "output"))
  var of: String?
  @Flag(help: "输出JSON / Machine-readable output.")
  var json = false
  @Option(help: ArgumentHelp("语言 / Language: zh, en (default: LANG).", valueName: "zh|en"))
  var lang: Language?
  @Option(help: ArgumentHelp("金额单位 / Unit of money on the screen.", valueName: "yuan|wan|yi"))
  var unit: MoneyUnit = .wan

  func validate() throws {
    try OutPath.checkFolder(out)
    if of != nil, !components {
      throw ValidationError(Bilingual(zh: "--of与--components同写", en: "--of goes with --components"))
    }
  }

  func run() throws {
    var common = CommonOptions()
    (common.json, common.lang, common.unit) = (json, lang, unit)
    let session = Session(common)
    do {
      let shards = try ShardSet(folders: folders)
      let run = shards.run
      let watched = try components ? session.watched(run, of: of, shards.card) : nil
      let files = EnsembleFiles(session: session, out: out, keep: keep, watched: watched)
      try files.write(run, EnsembleReport(shards.card), unfinished: nil)
    } catch let fault as ShardFault {
      session.tell(Bilingual(zh: "doudi: " + fault.message.zh, en: "doudi: " + fault.message.en))
      throw ExitCode(ExitStatus.invalid)
    }
  }
}

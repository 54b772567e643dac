import ArgumentParser
import Doudi

/// `doudi export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "写出工作簿、报告、数据包、CSV或JSON / Write a workbook, a report, a data package, CSV or JSON.",
    discussion: """
      xlsx, json: -o names a file; json goes to standard output with -o -. report, package, csv: -o names a folder, which is replaced as a whole.
      A specification of an allocation can stand in place of a scenario.
        doudi export scenarios/NAME --to xlsx -o out/NAME.xlsx
        doudi export scenarios/NAME --to report -o out/memo --proposal amount.STANDARD=900
      """)

  @Argument(help: "方案文件夹或分配方案 / Folder of the scenario, or specification of an allocation.")
  var scenario: String
  @Option(help: ArgumentHelp("形式 / Form.", valueName: "xlsx|report|package|csv|json"))
  var to: ExportFormat
  @Option(
    name: [.customShort("o"), .customLong("out")],
    help: ArgumentHelp("写到哪里 / Where it goes.", valueName: "path"))
  var out: String
  @OptionGroup(title: "内容 / Content") var content: ExportOptions
  @OptionGroup(title: "抽样 / Draws") var uncertain: UncertainOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try OutPath.check(out, to)
    guard content.year == nil || to == .report || to == .xlsx else {
      throw ValidationError(
        Bilingual(
          zh: "--year只用于report和xlsx，其余形式各年都有", en: "--year is for report and xlsx; the others hold every year"
        ))
    }
    guard to == .package || (content.license == nil && content.author.isEmpty) else {
      throw ValidationError(
        Bilingual(zh: "--license和--author只用于package", en: "--license and --author are for package"))
    }
  }

  func run() throws {
    let session = Session(common)
    var made = try ExportJob(session, content, uncertain).content(scenario)
    // Read last: where tiles lie is no input of the run.
    let tiles = to == .report ? try session.tiles(scenario) : TilePlaces()
    if let earlier = content.reissueOf {
      let before = try RunSide(reading: earlier)
      if before.scenario != made.provenance.scenario {
        session.tell(
          Bilingual(
            zh: "注意：\(earlier)是方案\(before.scenario)的，不是\(made.provenance.scenario)的",
            en:
              "warning: \(earlier) is of the scenario \(before.scenario), not of \(made.provenance.scenario)"
          ))
      }
      var difference = RunDifference(before, RunSide(scenario, made))
      if made.run != nil { difference.split(running: .after) { session.restored(scenario, $0) } }
      made.changes = ChangeTables(difference)
    }
    try write(made, tiles, session)
    if out != "-" { session.tell(Bilingual(zh: "已写出 \(out)", en: "Written: \(out)")) }
  }

  private func write(_ made: ExportContent, _ tiles: TilePlaces, _ session: Session) throws {
    switch to {
    case .csv: try CSVExport.write(made, to: out)
    case .json where out == "-": try JSONExport.write(made, to: StandardStreams.output())
    case .json: try session.writeFile(out) { try JSONExport.write(made, to: $0) }
    case .xlsx:
      let book = Workbook(made, language: session.language)
      try session.writeFile(out, byName: { try book.write(to: $0) })
    case .report: try session.writeReport(made, tiles: tiles, to: out)
    case .package: try PackageExport.write(made, terms: content.terms, to: out)
    }
  }
}

extension Session {
  /// Writes one file that appears whole or not at all.
  func writeFile(_ path: String, _ body: (ByteOutput) throws -> Void) throws {
    try OneFile.write(path, body)
  }

  /// The same for what opens the file itself.
  func writeFile(_ path: String, byName body: (String) throws -> Void) throws {
    try OneFile.write(path, byName: body)
  }
}

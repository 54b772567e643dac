import ArgumentParser
import Doudi

/// `doudi explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一个数怎样得来 / Say how a figure came about.",
    discussion: """
      FIGURE is standard/ID, caseload/ID, ledger/PROGRAMME, limit/ID, assumption/NAME, a bare ID or a rule.
      With region, area and month one figure is traced to its observations; without, it is shown how
      the total is composed, and its largest part is traced.
      """)

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @Argument(help: "要说明的数 / The figure.")
  var figure: String
  @Option(help: ArgumentHelp("区划代码 / Region.", valueName: "code"))
  var region: String?
  @Option(help: ArgumentHelp("城乡 / Area.", valueName: "urban|rural|all"))
  var area: String?
  @Option(help: ArgumentHelp("月份 / Month.", valueName: "YYYY-MM"))
  var month: String?
  @Option(help: ArgumentHelp("年份 / Year.", valueName: "YYYY"))
  var year: Int?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let region, RegionCode(region) == nil {
      throw ValidationError(
        Bilingual(zh: "--region '\(region)'不是区划代码", en: "--region '\(region)' is not a region code"))
    }
    if let area, Area(id: area) == nil {
      throw ValidationError(
        Bilingual(
          zh: "--area '\(area)'应为urban、rural或all", en: "--area '\(area)' must be urban, rural or all"))
    }
    if let month, Month(month) == nil {
      throw ValidationError(
        Bilingual(zh: "--month '\(month)'应写YYYY-MM", en: "--month '\(month)' must be a month, YYYY-MM"))
    }
  }

  func run() throws {
    let session = Session(common)
    let projection = try session.projection(scenario)
    let query = FigureQuery(
      figure, region: region.flatMap { RegionCode($0) }, area: area.flatMap { Area(id: $0) },
      month: month.flatMap { Month($0) }, year: year)
    do {
      let found = try Explainer(projection, query, unit: common.unit).explain()
      if common.json {
        try ExplainJSON.write(found, of: projection.model, to: StandardStreams.output())
      } else {
        try print(found, session)
      }
    } catch let unknown as UnknownFigure {
      session.tell(unknown.message)
      throw ExitCode(ExitStatus.invalid)
    }
  }

  private func print(_ found: [Explanation], _ session: Session) throws {
    let width = StandardStreams.outputWidth
    let tables = TextTableWriter(
      language: session.language, unit: common.unit, style: session.style, width: width)
    let trees = TraceText(language: session.language, style: session.style, width: width)
    let output = StandardStreams.output()
    for (position, one) in found.enumerated() {
      let blocks =
        one.tables.map(tables.text)
        + one.traces.map { trace in
          session.style.text("\(one.figure) · \(trace.place.text(session.language))", .strong) + "\n"
            + trees.text(trace.node)
        }
      output.buffer.append((position > 0 ? "\n" : "") + blocks.joined(separator: "\n"))
    }
    try output.finish()
  }
}

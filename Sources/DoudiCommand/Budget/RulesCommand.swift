import ArgumentParser
import Doudi

/// `doudi rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "列出规则、参数和条款 / List rules, parameters and clauses.",
    subcommands: [ListRulesCommand.self, CoverageCommand.self, FundUsesCommand.self],
    defaultSubcommand: ListRulesCommand.self)
}

/// `doudi rules list`, which is what `doudi rules` does.
struct ListRulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出规则 / List rules with form, parameters and clause.")

  @OptionGroup var place: BookPlace
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let volumes = try place.volumes(session)
    if common.json { return try RulesJSON.write(rulesOf: volumes, to: StandardStreams.output()) }
    try session.print([RulesTable.rules(volumes), RulesTable.openTerms(volumes)].compactMap { $0 })
  }
}

/// `doudi rules coverage`.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract:
      "逐项列出每条机制如何处理 / Every mechanism and what is done about it; exit 1 where one is not accounted for.")

  @OptionGroup var place: BookPlace
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let volumes = try place.volumes(session)
    let coverage = Coverage(volumes, required: try place.required(session))
    try session.show(RulesTable.coverage(coverage))
    for (id, citation) in coverage.undigested {
      session.tell(
        Bilingual(
          zh: "\(id)：条款\(citation.clause)不在条款摘要中", en: "\(id): clause \(citation.clause) is not in the digest"
        ))
    }
    if !coverage.missing.isEmpty || !coverage.undigested.isEmpty { throw ExitCode(ExitStatus.invalid) }
  }
}

/// `doudi rules funds`.
struct FundUsesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funds", abstract: "列出各项资金可否用于各项目 / Which fund may pay for which programme.")

  @OptionGroup var place: BookPlace
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    try session.show(FundUseTable.make(try place.volumes(session)))
  }
}

/// Which books a command is about.
struct BookPlace: ParsableArguments {
  @Argument(
    help: "方案、政策文本或其上级文件夹 / Folder of a scenario, of a book, or of books (default scenarios/books).")
  var path = "scenarios/books"

  /// The books, the nation's first; ends the command where one cannot be read.
  func volumes(_ session: Session) throws -> [BookShelf.Volume] {
    let shelf = BookShelf(loader: session.loader, bag: session.bag)
    if session.loader.exists(path + "/scenario.yaml") { return shelf.volumes(of: try session.model(path)) }
    let folders =
      session.loader.exists(path + "/book.yaml")
      ? [path]
      : (namesInFolder(path) ?? []).map { path + "/" + $0 }.filter {
        session.loader.exists($0 + "/book.yaml")
      }
    let volumes = folders.compactMap { shelf.volume($0) }
    guard !folders.isEmpty else {
      session.tell(Bilingual(zh: "doudi: \(path) 中没有政策文本", en: "doudi: no book in \(path)"))
      throw ExitCode(ExitStatus.inputOutput)
    }
    if session.bag.hasErrors { throw session.reported() }
    return volumes
  }

  /// The mechanisms that must be accounted for: `mechanisms.csv` beside the folder of all books.
  func required(_ session: Session) throws -> [RequiredMechanism] {
    let list = path + "/../mechanisms.csv"
    guard session.loader.exists(list), !session.loader.exists(path + "/scenario.yaml"),
      !session.loader.exists(path + "/book.yaml")
    else { return [] }
    guard let file = session.loader.load(list, into: session.bag),
      let table = CSVReader.read(file, into: session.bag)
    else { throw session.reported() }
    return RequiredMechanism.list(table)
  }
}

extension Session {
  /// One table on the screen, or as JSON.
  func show(_ table: Table) throws {
    if options.json {
      try RulesJSON.write(table, to: StandardStreams.output())
    } else {
      try print([table])
    }
  }
}

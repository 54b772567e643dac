public import ArgumentParser
public import Doudi

/// Options of `doudi run` about a year that is being carried out.
struct ExecutionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("已付各月的实际支出，CSV / What was paid so far; replaces elapsed months.", valueName: "file"))
  var paid: String?
  @Option(
    help: ArgumentHelp("本年预算，CSV，与--paid同用 / This year's budget, beside --paid.", valueName: "file"))
  var budget: String?
  @Option(
    help: ArgumentHelp("以后各月按测算或按进度 / Later months as planned or at the pace so far.", valueName: "plan|pace")
  )
  var rest: Execution.Rest = .plan

  func validate() throws {
    guard paid == nil, budget != nil || rest != .plan else { return }
    throw ValidationError(
      Bilingual(zh: "--budget、--rest须与--paid同用", en: "--budget and --rest go with --paid"))
  }

  /// The year as it stands; nil where nothing was paid yet. Ends the command where a file has a fault.
  func execution(_ report: RunReport, _ run: Session) throws -> ExecutionReport? {
    guard let paid else { return nil }
    let model = report.projection.model
    // Of its own, so that what the scenario was warned of is not said again.
    let session = Session(run.options)
    let table = session.table(paid).flatMap {
      PaidReader(rows: $0, model: model, bag: session.bag).read()
    }
    var budgets: [Int: Money]?
    for warning in table?.scaleWarnings(report.projection) ?? [] { session.bag.report(warning) }
    if let budget {
      let year = table?.through.year ?? model.scenario.horizon.first.year
      budgets = session.table(budget).flatMap {
        YearBudget.read($0, beside: report.projection, year: year, into: session.bag)
      }
    }
    guard let table, !session.bag.hasErrors else { throw session.reported() }
    session.tellDiagnostics()
    return ExecutionReport(report, Execution(report.projection, paid: table, budget: budgets, rest: rest))
  }
}

extension Execution.Rest: ExpressibleByArgument {}

extension Session {
  /// A CSV file that an option names; nil after reports.
  func table(_ path: String) -> CSVTable? {
    loader.load(path, into: bag).flatMap { CSVReader.read($0, into: bag) }
  }
}

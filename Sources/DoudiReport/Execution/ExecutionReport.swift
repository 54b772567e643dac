public import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits

/// The tables of a year that is being carried out: paid so far, foreseen, gap, when money runs out.
public struct ExecutionReport {
  let report: RunReport
  let execution: Execution

  /// Tables beside those of the run.
  public init(_ report: RunReport, _ execution: Execution) {
    (self.report, self.execution) = (report, execution)
  }

  private var model: Model { report.model }
  private var rows: [Execution.Row] { execution.rows }
  private var places: [Int32] { rows.map { Int32($0.programme) } }
  private var words: [Word] { model.programmes.map { Word($0.id, $0.name) } }

  /// Programme by programme, for a screen.
  ///
  /// Printed figures agree: paid and foreseen add up to the forecast, budget less forecast is what is left,
  /// and equal money prints equal, here and in the summary.
  public func table(_ unit: MoneyUnit) -> Table {
    let printed = PrintedExecution(
      execution, summary: rows.map { report.printed($0.programme, year: execution.through.year, unit) },
      summaryFen: rows.map { projected($0.programme) }, quantum: unit.quantum)
    let names = words + [Word("total", Labels.total)]
    func column(_ id: String, _ title: Bilingual, _ values: [Int64?]) -> Column {
      Column(id, title, .units(values + [PrintedBudget.sum(values)], places: unit.places))
    }
    let columns = [
      Column("programme", Labels.programme, .words(places + [Int32(words.count)], names)),
      column("budget", Labels.thisBudget, printed.budget),
      column("paid", Labels.paid(through: execution.through), printed.paid),
      column("planned", Labels.planned(through: execution.through), printed.planned),
      column("rest", Labels.rest(after: execution.through), printed.rest),
      column("forecast", Labels.forecast, printed.forecast),
      column("gap", Labels.gap, printed.gap),
      Column("paid_share", Labels.paidShare, .reals(shares, places: 1)),
      Column(
        "runs_out", Labels.runsOut,
        .notes(
          rows.map { $0.budget == nil ? Labels.notGiven : Labels.runsOut($0.runsOut) }
            + [execution.budget == nil ? Labels.notGiven : Labels.runsOut(execution.runsOut)])),
    ]
    let heading = Labels.execution
    let name = Bilingual(
      zh: "\(execution.through.year)年\(heading.zh)", en: "\(heading.en) \(execution.through.year)")
    return Table(
      id: "execution", title: report.title(name, unit: unit.label), lead: [report.basisLine],
      columns: columns, rowKinds: rows.map { _ in .body } + [.total], notes: notes)
  }

  /// What the run projects for a programme in the year.
  private func projected(_ programme: Int) -> Int64? {
    report.years.firstIndex(of: execution.through.year).map { report.totals.programmes[programme][$0] }
  }

  private var shares: [Double] {
    func share(_ paid: Int64, _ budget: Int64?) -> Double {
      guard let budget, budget != 0 else { return .nan }
      return Double(paid) / Double(budget) * 100
    }
    return rows.map { share($0.paid, $0.budget) }
      + [share(rows.reduce(0) { $0 + $1.paid }, execution.budget)]
  }

  private var notes: [Bilingual] {
    var notes = [execution.rest == .plan ? Labels.restAsPlanned : Labels.restAtPace]
    if execution.isOwnBudget { notes.append(Labels.budgetIsProjection) }
    let unnamed = rows.filter { $0.budget == nil }.map { model.programmes[$0.programme].name }
    if !unnamed.isEmpty { notes.append(Labels.budgetNotGiven(unnamed)) }
    let partly = rows.filter(\.isPartly).map { model.programmes[$0.programme].name }
    if !partly.isEmpty { notes.append(Labels.partlyPaid(partly)) }
    return notes
  }

  /// The same in fen, for files and JSON; empty where a budget is not given.
  public func longTable() -> Table {
    let elapsed = execution.through.month
    func text(_ month: Int?) -> String? {
      month.map { "\(Month(year: execution.through.year, month: $0))" }
    }
    func same(_ text: String) -> Values { .texts(rows.map { _ in text }) }
    func known(_ fen: (Execution.Row) -> Int64?) -> Values { .figures(rows.map { fen($0).map { "\($0)" } }) }
    return Table(
      id: "execution", title: Labels.execution,
      columns: [
        Column("region", same(report.root.code.text)), Column("year", same("\(execution.through.year)")),
        Column("through", same("\(execution.through)")), Column("programme", .words(places, words)),
        Column("budget_fen", known(\.budget)), Column("paid_fen", .fen(rows.map(\.paid))),
        Column("planned_fen", .fen(rows.map(\.planned))),
        Column("rest_fen", .fen(rows.map { $0.months.dropFirst(elapsed).reduce(0, +) })),
        Column("forecast_fen", .fen(rows.map(\.forecast))), Column("gap_fen", known(\.gap)),
        Column("runs_out", .texts(rows.map { text($0.runsOut) })),
        Column("status", .texts(rows.map { $0.status?.id })),
      ])
  }

  /// Every month of the year by programme: paid or foreseen, and the sum so far.
  public func monthTable() -> Table {
    let cells = rows.flatMap { row in (0..<12).map { (row, $0) } }
    return Table(
      id: "execution_months", title: Labels.execution,
      columns: [
        Column("region", .texts(cells.map { _ in report.root.code.text })),
        Column("month", .texts(cells.map { "\(Month(year: execution.through.year, month: $0.1 + 1))" })),
        Column("programme", .words(cells.map { Int32($0.0.programme) }, words)),
        Column(
          "kind",
          .texts(
            cells.map {
              $0.1 < execution.through.month ? ($0.0.status == nil ? "projected" : "paid") : "projected"
            })),
        Column("fen", .fen(cells.map { $0.0.months[$0.1] })),
        Column("cumulative_fen", .fen(cells.map { $0.0.months.prefix($0.1 + 1).reduce(0, +) })),
        Column("budget_fen", .figures(cells.map { $0.0.budget.map { "\($0)" } })),
      ])
  }
}

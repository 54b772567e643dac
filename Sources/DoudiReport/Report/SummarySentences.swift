import DoudiInputs
import DoudiModel

/// What the budget summary says first. Each figure is a cell of one of its tables as it is printed.
struct SummarySentences {
  private let content: ExportContent
  private let run: RunReport
  private let form: PrintForm
  private let summary, tierRows: PrintedTable
  private let budgets: [PrintedTable]
  private var unit: MoneyUnit { form.unit }

  /// The sentences of a run.
  /// - Parameters:
  ///   - content: what is handed in.
  ///   - run: its run.
  ///   - budgets: each year beside the year before.
  ///   - form: language, unit, rounding.
  init(content: ExportContent, run: RunReport, budgets: [Table], form: PrintForm) {
    (self.content, self.run, self.form) = (content, run, form)
    summary = form.print(run.summaryTable(form.unit))
    tierRows = form.print(run.tierTable(form.unit))
    self.budgets = budgets.map(form.print)
  }

  /// The sentences, those without figures left out.
  var all: [String] {
    [total, largest, tiers, lastYear].compactMap { $0 } + laterYears
      + [limits, broken, range].compactMap { $0 } + ceilings + [assumptions].compactMap { $0 }
  }

  private func words(_ words: Bilingual) -> String { form.words(words) }

  /// The columns of a table that are years, with their headings.
  private func years(_ printed: PrintedTable) -> [(column: String, title: Bilingual)] {
    run.years.map { ("\($0)", run.heading(ofYear: $0)) }
  }

  /// The column of the one year that is shown.
  private func shown(_ printed: PrintedTable) -> (column: String, title: Bilingual)? {
    years(printed).first { $0.column == "\(content.shownYear(run))" }
  }

  private var total: String? {
    let parts = years(summary).compactMap { year, title in
      summary.text(row: "total", column: year).map { Labels.moneyOf(title, $0) }
    }
    guard !parts.isEmpty else { return nil }
    let all = summary.text(row: "total", column: "total")
    return words(Labels.totalSentence(parts, all, unit.label))
  }

  /// The three largest programmes of the year.
  private var largest: String? {
    guard let (year, title) = shown(summary), let column = summary.column(year) else { return nil }
    let rows = summary.body.sorted {
      (summary.value($1, column) ?? 0, $0) < (summary.value($0, column) ?? 0, $1)
    }.prefix(3).filter { summary.value($0, column) ?? 0 > 0 }
    guard rows.count > 1 else { return nil }
    return words(
      Labels.largestSentence(title, rows.map { (summary.text($0, 0), summary.text($0, column)) }, unit.label))
  }

  private var tiers: String? {
    let tiers = tierRows
    guard let (year, title) = shown(tiers), let column = tiers.column(year), !tiers.body.isEmpty else {
      return nil
    }
    return words(
      Labels.tierSentence(title, tiers.body.map { (tiers.text($0, 0), tiers.text($0, column)) }, unit.label))
  }

  // MARK: the change

  /// The first year against the year before, where that is given.
  private var lastYear: String? {
    guard let table = budgets.first, let base = table.column("last_outturn") else { return nil }
    let isOutturn = table.value(table.rowCount - 1, base) != nil
    return change(
      table, run.years[0], Labels.comparedWith(isOutturn ? Labels.lastOutturn : Labels.lastBudget))
  }

  private var laterYears: [String] {
    zip(budgets, run.years).dropFirst().compactMap { table, year in
      change(table, year, Labels.comparedWith(run.heading(ofYear: year - 1)))
    }
  }

  private func change(_ table: PrintedTable, _ year: Int, _ base: Bilingual) -> String? {
    guard let change = table.text(row: "total", column: "change"), let column = table.column("change"),
      let value = table.value(table.rowCount - 1, column)
    else { return nil }
    let causes = ["persons", "standard", "ratio", "one_off", "last_year_differs"].compactMap {
      cause -> (String, String)? in
      guard let place = table.column(cause), let part = table.text(row: "total", column: cause),
        table.value(table.rowCount - 1, place) != nil
      else { return nil }
      return (table.titles[place], part)
    }
    return words(
      Labels.changeSentence(
        run.heading(ofYear: year), base, isUp: value >= 0, change,
        percent: table.text(row: "total", column: "percent") ?? "—", causes, unit.label))
  }

  // MARK: limits and chances

  private var verdicts: [Finding: [String]] {
    let names = form.print(run.limitsTable(unit))
    guard let column = names.column("verdict") else { return [:] }
    var found: [Finding: [String]] = [:]
    for row in names.body {
      let text = names.text(row, column)
      for finding in [Finding.met, .broken, .undecidable]
      where text.hasPrefix(words(Labels.finding(finding))) {
        found[finding, default: []].append(names.text(row, 0))
        break
      }
    }
    return found
  }

  private var limits: String? {
    let found = verdicts
    guard !found.isEmpty else { return nil }
    return words(
      Labels.limitsSentence(
        met: found[.met]?.count ?? 0, broken: found[.broken]?.count ?? 0,
        open: found[.undecidable]?.count ?? 0))
  }

  private var broken: String? {
    guard let names = verdicts[.broken], !names.isEmpty else { return nil }
    return words(Labels.brokenSentence(names))
  }

  private var range: String? {
    guard let table = content.uncertainty?.fan.screenTables(unit).first, table.id == "fan_total" else {
      return nil
    }
    let printed = form.print(table)
    guard let row = printed.body.last else { return nil }
    let cells = ["low", "middle", "high"].compactMap { printed.text(row: printed.id(row), column: $0) }
    guard cells.count == 3 else { return nil }
    return words(Labels.rangeSentence(Labels.drawnYear(Int(printed.id(row)) ?? 0), cells, unit.label))
  }

  private var ceilings: [String] {
    guard let table = content.uncertainty?.fan.ceilingTable(unit) else { return [] }
    let printed = form.print(table)
    return printed.body.map { row in
      words(Labels.ceilingSentence((0..<5).map { printed.text(row, $0) }, unit.label))
    }
  }

  private var assumptions: String? {
    let printed = form.print(run.assumptionsTable(unit))
    guard let column = printed.column("fen_moved") else { return nil }
    let rows = printed.body.prefix(3).filter { printed.value($0, column) ?? 0 != 0 }
    guard !rows.isEmpty else { return nil }
    return words(
      Labels.assumptionsSentence(
        rows.map { (printed.text($0, 0), printed.text($0, 1), printed.text($0, column)) }, unit.label))
  }
}

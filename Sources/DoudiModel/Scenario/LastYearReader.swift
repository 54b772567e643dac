package import DoudiInputs
import DoudiUnits

/// Reads last year's figures, region,programme,budget,outturn,status,source, or a budget alone, without
/// `outturn`; money in CNY.
package struct LastYearReader {
  let rows: CSVTable
  /// nil: any programme.
  let programmes: [Programme]?
  /// nil: any region.
  let tree: RegionTree?
  let year: Int
  let bag: DiagnosticBag
  /// True for a budget alone.
  let isBudget: Bool

  /// A reader of a year's figures that reports into `bag`.
  package init(
    rows: CSVTable, programmes: [Programme]?, tree: RegionTree?, year: Int, bag: DiagnosticBag,
    isBudget: Bool = false
  ) {
    (self.rows, self.programmes, self.tree, self.year) = (rows, programmes, tree, year)
    (self.bag, self.isBudget) = (bag, isBudget)
  }

  private var columns: [String] {
    ["region", "programme", "budget"] + (isBudget ? [] : ["outturn"]) + ["status", "source"]
  }

  /// The figures; nil where a column is missing. Wrong rows are reported and left out.
  package func read() -> LastYear? {
    guard
      let columns = NamedColumns(
        rows, required: columns, missing: "DD1421", code: "DD1422", bag: bag)
    else { return nil }
    let entries = (0..<rows.rowCount).compactMap { entry($0, columns) }
    let found = LastYear(year: year, entries: entries)
    if let tree { checkTwice(found, tree) }
    return found
  }

  private func entry(_ row: Int, _ columns: NamedColumns) -> LastYear.Entry? {
    let (region, programme) = (columns.region(row, tree), columns.programme(row, programmes))
    let (budget, outturn) = (columns.money(row, "budget"), columns.money(row, "outturn"))
    guard let region, let programme, let status = columns.status(row) else { return nil }
    return LastYear.Entry(
      region: region, programme: programme, budget: budget, outturn: outturn, status: status,
      source: columns.text(row, "source"), span: columns.span(row, "region"))
  }

  /// A region's figure must not be given twice: by two rows, or by a row of its own and one of a part.
  private func checkTwice(_ year: LastYear, _ tree: RegionTree) {
    for entry in year.entries {
      let nodes = [entry.region] + tree.ancestors(of: entry.region).map(\.code)
      let others = nodes.compactMap { year.entry($0, entry.programme) }
      guard let other = others.first(where: { $0.span != entry.span }) else { continue }
      let line = other.span.start.line
      bag.error(
        "DD1422", at: entry.span,
        Bilingual(
          zh: "该项目在\(entry.region)的数与第\(line)行重复",
          en: "line \(line) already gives the programme's figure for \(entry.region)"))
    }
  }
}

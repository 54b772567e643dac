/// The run's own figures beside draws, as the run's tables print them: a figure that stands in two places is the
/// same in both.
struct CentralColumn {
  let run: RunReport
  let form: PrintForm

  /// A table of the fan whose column of the run is read from the table of the same rows.
  func alike(_ table: Table) -> Table {
    let summary = form.print(run.summaryTable(form.unit))
    let last = run.years.last.map { "\($0)" } ?? ""
    switch table.id {
    case "fan_total": return replaced(table) { summary.text(row: "total", column: $0) }
    case "fan_programmes": return replaced(table) { summary.text(row: $0, column: last) }
    case "fan_regions":
      let regions = form.print(run.regionTable(form.unit))
      return replaced(table) { regions.text(row: $0, column: last) }
    default: return table
    }
  }

  private func replaced(_ table: Table, _ printed: (String) -> String?) -> Table {
    let rows = form.print(table)
    var copy = table
    let place = table.columns.firstIndex { $0.id == "central" }
    guard let place, case .units(let central, _) = table.columns[place].values else { return table }
    copy.columns = table.columns.map { column in
      // A quantile that no draw moves is the run's figure, too.
      guard case .units(let units, let places) = column.values else { return column }
      let found = units.enumerated().map { row, own -> Int64? in
        guard let own, own == central[row], let other = printed(rows.id(row)).flatMap(PrintedTable.units),
          abs(other - own) <= 9
        else { return own }
        return other
      }
      return Column(column.id, column.title, .units(found, places: places))
    }
    return copy
  }
}

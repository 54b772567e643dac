/// A standard, or persons of a group, in a place that differs between two runs from some month on.
struct FigureChange {
  let region, area, name: String
  /// The first month in which both runs say something else, and how many there are.
  let first: String
  let months: Int
  /// The figures of that month.
  let before, after: String

  /// Month by month, in places and months that both runs list.
  static func all(
    _ before: RunSide, _ after: RunSide, _ table: String, _ name: String, _ value: String
  ) -> [FigureChange] {
    guard let old = before.table(table), let new = after.table(table), old.rowCount > 0, new.rowCount > 0
    else {
      return []
    }
    let found = RowDifference(
      old, new, keys: ["region", "area", name, "month"], columns: [value], sharing: ["region", "month"])
    var changes: [FigureChange] = []
    var last: [[String]: Int] = [:]
    for row in found.rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let key = Array(row.key.prefix(3))
      if let place = last[key] {
        changes[place] = changes[place].longer
      } else {
        last[key] = changes.count
        changes.append(
          FigureChange(
            region: key[0], area: key[1], name: key[2], first: row.key[3], months: 1,
            before: row.before?.first ?? "", after: row.after?.first ?? ""))
      }
    }
    return changes
  }

  private var longer: FigureChange {
    FigureChange(
      region: region, area: area, name: name, first: first, months: months + 1, before: before, after: after)
  }
}

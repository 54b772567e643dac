/// Money of a programme in a year that differs between two runs.
struct MoneyChange {
  let programme, year: String
  let before, after: Int64

  /// From the ledgers; where a side has none, as a report, from the summaries.
  static func all(_ before: RunSide, _ after: RunSide) -> [MoneyChange] {
    guard
      let table = ["ledger", "summary"].first(where: { before.table($0) != nil && after.table($0) != nil })
    else { return [] }
    func sums(_ side: RunSide) -> [String: Int64] {
      side.table(table).map { SumChecks.sums($0, ["programme", "year"]) } ?? [:]
    }
    let (old, new) = (sums(before), sums(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { key in
      let (one, other) = (old[key] ?? 0, new[key] ?? 0)
      let parts = key.split(separator: " ").map(String.init)
      guard one != other, parts.count == 2 else { return nil }
      return MoneyChange(programme: parts[0], year: parts[1], before: one, after: other)
    }
  }
}

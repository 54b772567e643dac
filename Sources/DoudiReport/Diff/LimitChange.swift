/// A limit of which two runs say something else.
struct LimitChange {
  let id, region, period, unit: String
  /// Verdicts; nil: the run does not have it.
  let verdictBefore, verdictAfter: String?
  let slackBefore, slackAfter: String

  /// Limits whose verdict changes.
  static func all(_ before: RunSide, _ after: RunSide) -> [LimitChange] {
    guard before.table("limits") != nil, after.table("limits") != nil else { return [] }
    let keys = ["id", "clause", "region", "period", "rule"]
    return RowDifference(
      before.table("limits"), after.table("limits"), keys: keys, columns: ["verdict", "slack", "unit"],
      sharing: ["region"]
    ).rows.compactMap { row in
      guard row.before?.first != row.after?.first else { return nil }
      return LimitChange(
        id: row.key[0], region: row.key[2], period: row.key[3], unit: (row.after ?? row.before)?.last ?? "",
        verdictBefore: row.before?.first, verdictAfter: row.after?.first, slackBefore: row.before?[1] ?? "",
        slackAfter: row.after?[1] ?? "")
    }
  }
}

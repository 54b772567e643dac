import DoudiUnits

/// What a tier pays of a fund in a year that differs between two runs.
struct FundingChange {
  /// Empty where a side does not tell funds apart.
  let fund: String
  let tier, year: String
  let before, after: Int64

  /// From the ledgers; where a side has none, by tier alone.
  static func all(_ before: RunSide, _ after: RunSide) -> [FundingChange] {
    let isByFund = [before, after].allSatisfy { $0.table("ledger") != nil }
    guard let old = RunSums(before, isByFund: isByFund)?.funding,
      let new = RunSums(after, isByFund: isByFund)?.funding
    else { return [] }
    let order = Dictionary(Tier.allCases.map { ($0.id, Int($0.rawValue)) }) { first, _ in first }
    return Set(old.keys).union(new.keys).filter { $0.count == 3 && (old[$0] ?? 0) != (new[$0] ?? 0) }
      .sorted { ($0[0], $0[2], order[$0[1]] ?? 9) < ($1[0], $1[2], order[$1[1]] ?? 9) }
      .map { key in
        FundingChange(
          fund: key[0], tier: key[1], year: key[2], before: old[key] ?? 0, after: new[key] ?? 0)
      }
  }
}

import DoudiModel
import DoudiUnits

/// Money of a run in the two ways in which a difference of money is told: what it is for, and who pays it.
struct RunSums {
  /// Fen by programme and year.
  private(set) var spending: [[String]: Int64] = [:]
  /// Fen by fund, tier and year; the fund is empty where the run does not tell it.
  private(set) var funding: [[String]: Int64] = [:]

  /// Of a finished run.
  init(_ projection: Projection) {
    let model = projection.model
    for (index, line) in projection.lines.enumerated() where line.fen != 0 {
      let (programme, year) = (projection.programme(of: line), "\(line.paid.year)")
      spending[[model.programmes[programme].id, year], default: 0] &+= line.fen
      let fund = model.funds[model.fundOfProgramme[programme]].id
      for tier in Tier.allCases {
        let share = projection.share(ofLine: index, tier: tier).fen
        if share != 0 { funding[[fund, tier.id, year], default: 0] &+= share }
      }
    }
  }

  /// Of the tables of a side: its ledger, else its sums; nil where it has neither.
  /// - Parameters:
  ///   - side: the side.
  ///   - isByFund: false leaves out the fund.
  init?(_ side: RunSide, isByFund: Bool) {
    guard let table = side.table("ledger") ?? side.table("summary") else { return nil }
    spending = Self.sums(table, ["programme", "year"])
    guard let payers = side.table("ledger") ?? side.table("tiers") else { return }
    funding = Self.sums(payers, ["fund", "tier", "year"])
    if !isByFund { self = withoutFunds }
  }

  private static func sums(_ table: RecordTable, _ keys: [String]) -> [[String]: Int64] {
    SumChecks.sums(table, keys).reduce(into: [:]) { found, one in
      let parts = one.key.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      found[parts] = one.value
    }
  }

  /// The same without telling funds apart.
  var withoutFunds: RunSums {
    var copy = self
    copy.funding = [:]
    for (key, fen) in funding where key.count == 3 { copy.funding[["", key[1], key[2]], default: 0] &+= fen }
    return copy
  }

  private init() {}

  /// What one run has more than another; keys of which it has the same are left out.
  static func - (a: RunSums, b: RunSums) -> RunSums {
    func less(_ a: [[String]: Int64], _ b: [[String]: Int64]) -> [[String]: Int64] {
      a.merging(b.mapValues { 0 &- $0 }) { $0 &+ $1 }.filter { $0.value != 0 }
    }
    var found = RunSums()
    (found.spending, found.funding) = (less(a.spending, b.spending), less(a.funding, b.funding))
    return found
  }

  /// True where nothing is left.
  var isZero: Bool { spending.allSatisfy { $0.value == 0 } && funding.allSatisfy { $0.value == 0 } }
}

import DoudiModel
import DoudiUnits

/// Sums of the ledger by fiscal year: whole fen, whatever the order of lines.
struct RunTotals {
  /// Fen by programme and year.
  private(set) var programmes: [[Int64]]
  /// Fen by tier and year.
  private(set) var tiers: [[Int64]]
  /// Fen by leaf and year.
  private(set) var leaves: [[Int64]]
  /// Absolute fen by status.
  private(set) var magnitude: [Status: Int64] = [:]
  /// Position of each leaf.
  let position: [RegionCode: Int]
  /// Positions of the rules that paid anything, by programme.
  private(set) var rules: [Set<Int>]

  init(_ projection: Projection) {
    let model = projection.model
    let first = model.scenario.horizon.first.year
    let zeros = [Int64](repeating: 0, count: model.scenario.horizon.years.count)
    programmes = Array(repeating: zeros, count: model.programmes.count)
    tiers = Array(repeating: zeros, count: Tier.allCases.count)
    leaves = Array(repeating: zeros, count: model.space.leaves.count)
    position = Dictionary(model.space.leaves.enumerated().map { ($1.code, $0) }) { first, _ in first }
    rules = Array(repeating: [], count: model.programmes.count)
    var byStatus = [Int64](repeating: 0, count: Status.allCases.count)
    var paying = [Bool](repeating: false, count: model.payments.count)
    for (index, line) in projection.lines.enumerated() where line.fen != 0 {
      let year = line.paid.year - first
      programmes[projection.programme(of: line)][year] += line.fen
      leaves[model.space.cells[Int(line.cell)].leaf][year] += line.fen
      byStatus[Int(line.status.rawValue)] += Int64(clamping: line.fen.magnitude)
      paying[Int(line.rule)] = true
      for tier in Tier.allCases {
        tiers[Int(tier.rawValue)][year] += projection.share(ofLine: index, tier: tier).fen
      }
    }
    for status in Status.allCases where byStatus[Int(status.rawValue)] > 0 {
      magnitude[status] = byStatus[Int(status.rawValue)]
    }
    for (rule, programme) in projection.world.programmeOfRule.enumerated() where paying[rule] {
      rules[programme].insert(rule)
    }
  }
}

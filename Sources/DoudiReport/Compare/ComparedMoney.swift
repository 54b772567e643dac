import DoudiInputs
import DoudiModel
import DoudiUnits

/// Whole fen of several runs by year, leaf, programme with its fund, and tier. Every table of money is a sum of
/// these, so that programmes, funds, tiers and regions add up to one total.
struct ComparedMoney {
  /// A programme and the fund charged for it.
  struct Charge: Hashable {
    let programme: String
    let fund: String
  }

  let years: [Int]
  /// Leaves of any run, by code.
  let leaves: [RegionCode]
  /// Charges of any run, in the order of the books.
  let charges: [Charge]
  /// By run: fen in the order year, leaf, charge, tier.
  private let fen: [[Int64]]

  init(_ runs: [ComparedRun], years: [Int]) {
    self.years = years
    leaves = Set(runs.flatMap { $0.model.space.leaves.map(\.code) }).sorted()
    var charges: [Charge] = []
    for model in runs.map(\.model) {
      for charge in Self.charges(model) where !charges.contains(charge) { charges.append(charge) }
    }
    self.charges = charges
    let places = Dictionary(leaves.enumerated().map { ($1, $0) }) { first, _ in first }
    let count = leaves.count
    fen = runs.map { Self.sums($0.report.projection, years, count, places, charges) }
  }

  private static func charges(_ model: Model) -> [Charge] {
    zip(model.programmes, model.fundOfProgramme).map {
      Charge(programme: $0.id, fund: model.funds.indices.contains($1) ? model.funds[$1].id : $0.fund)
    }
  }

  private static func sums(
    _ run: Projection, _ years: [Int], _ leaves: Int, _ places: [RegionCode: Int], _ charges: [Charge]
  ) -> [Int64] {
    let tiers = Tier.allCases.count
    let own = Self.charges(run.model).map { charges.firstIndex(of: $0) ?? 0 }
    let place = run.model.space.cells.map { places[$0.region] ?? 0 }
    let yearOf = Dictionary(years.enumerated().map { ($1, $0) }) { first, _ in first }
    var sums = [Int64](repeating: 0, count: years.count * leaves * charges.count * tiers)
    for (index, line) in run.lines.enumerated() where line.fen != 0 {
      guard let year = yearOf[line.paid.year] else { continue }
      let row = (year * leaves + place[Int(line.cell)]) * charges.count + own[run.programme(of: line)]
      for tier in Tier.allCases {
        sums[row * tiers + Int(tier.rawValue)] += run.share(ofLine: index, tier: tier).fen
      }
    }
    return sums
  }

  func fen(_ run: Int, year: Int, leaf: Int, charge: Int, tier: Int) -> Int64 {
    fen[run][((year * leaves.count + leaf) * charges.count + charge) * Tier.allCases.count + tier]
  }

  /// Sums of one run by row and year; `row` says to which row a leaf, charge and tier belong.
  func sums(_ run: Int, rows: Int, row: (_ leaf: Int, _ charge: Int, _ tier: Int) -> Int?) -> [[Int64]] {
    var sums = [[Int64]](repeating: years.map { _ in 0 }, count: rows)
    for leaf in leaves.indices {
      for charge in charges.indices {
        for tier in Tier.allCases.indices {
          guard let place = row(leaf, charge, tier) else { continue }
          for year in years.indices {
            sums[place][year] += fen(run, year: year, leaf: leaf, charge: charge, tier: tier)
          }
        }
      }
    }
    return sums
  }
}

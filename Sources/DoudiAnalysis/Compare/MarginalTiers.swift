public import DoudiModel
public import DoudiUnits

/// Who pays one yuan more of a programme in a leaf and year.
///
/// Where a fund is paid by shares, each tier pays its share: the shares themselves where they are the same for
/// all places and times, else the shares of what the run pays for the programme there in that year. Where
/// transfers are issued, their sum stands: the tier that pays the rest bears the margin, all of it.
public struct MarginalTiers {
  private let projection: Projection
  private let uniform: [[Double]?]
  private let paid: [Int64]
  private let first: Int

  /// The margins of a finished run.
  public init(_ projection: Projection) {
    self.projection = projection
    first = projection.model.scenario.horizon.first.year
    uniform = projection.model.funding.map { Self.fixed($0) }
    paid = uniform.contains { $0 == nil } ? Self.paid(projection) : []
  }

  /// Share of each tier, in the order of `Tier`, adding up to 1.
  public func shares(programme: Int, leaf: Int, year: Int) -> [Double] {
    let fund = projection.model.fundOfProgramme[programme]
    if let uniform = uniform[fund] { return uniform }
    let tiers = Tier.allCases.count
    let start = Self.start(projection, programme, leaf, year - first)
    let fen = paid[start..<(start + tiers)].map { Double($0) }
    let sum = fen.reduce(0, +)
    guard sum != 0 else { return weights(fund, leaf, year) }
    return fen.map { $0 / sum }
  }

  /// Funds of which issued money is left over: it would be used up first.
  public var fundsWithMoneyLeft: [Int] {
    Set(projection.unspent.filter { $0.value.fen > 0 }.map(\.key.fund)).sorted()
  }

  private static func fixed(_ rule: FundRule) -> [Double]? {
    var found = Tier.allCases.map { _ in 0.0 }
    switch rule {
    case .transfers(_, let own): found[Int(own.rawValue)] = 1
    case .shares(let parts):
      guard parts.allSatisfy({ $0.term.isUniform }) else { return nil }
      for (tier, term) in parts {
        let value = term.branches.first?.dated.first?.figure.value ?? .zero
        found[Int(tier.rawValue)] += (value * (term.unit.shareFactor ?? .one)).double
      }
    }
    return found
  }

  /// What the shares of a fund are at a year's end, where a programme pays nothing.
  private func weights(_ fund: Int, _ leaf: Int, _ year: Int) -> [Double] {
    var found = Tier.allCases.map { _ in 0.0 }
    guard case .shares(let parts) = projection.model.funding[fund] else { return found }
    let (world, month) = (projection.world, Month(year: year, month: 12))
    for (tier, term) in parts {
      found[Int(tier.rawValue)] = world.share(term, world.space.whole[leaf], month).value.double
    }
    return found
  }

  private static func start(_ run: Projection, _ programme: Int, _ leaf: Int, _ year: Int) -> Int {
    let programmes = run.model.programmes.count
    return ((year * run.model.space.leaves.count + leaf) * programmes + programme) * Tier.allCases.count
  }

  private static func paid(_ run: Projection) -> [Int64] {
    let horizon = run.model.scenario.horizon
    var sums = [Int64](repeating: 0, count: start(run, 0, 0, horizon.years.count))
    for (index, line) in run.lines.enumerated() where line.fen != 0 {
      let leaf = run.model.space.cells[Int(line.cell)].leaf
      let start = start(run, run.programme(of: line), leaf, line.paid.year - horizon.first.year)
      for tier in Tier.allCases { sums[start + Int(tier.rawValue)] += run.share(ofLine: index, tier: tier).fen }
    }
    return sums
  }
}

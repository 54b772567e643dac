import DoudiInputs
import DoudiUnits

/// Who pays: splits every ledger line among the tiers, exactly.
struct FundingStage {
  /// Fen by line and tier, five numbers a line in the order of `Tier`.
  private(set) var tiers: [Int64]
  /// Issued money that was not needed, by key.
  private(set) var unspent: [ClosedBooks.IssuedKey: Money] = [:]
  /// All issued money, by key.
  private(set) var issued: [ClosedBooks.IssuedKey: Money] = [:]

  private let model: Model
  private let world: World
  private let fundOfRule: [Int]

  init(model: Model, world: World) {
    (self.model, self.world) = (model, world)
    fundOfRule = world.programmeOfRule.map { model.fundOfProgramme[$0] }
    tiers = Array(repeating: 0, count: world.ledger.lines.count * Tier.allCases.count)
    for (fund, rule) in model.funding.enumerated() {
      switch rule {
      case .shares(let shares): split(fund, shares)
      case .transfers(let transfers, let own): charge(fund, transfers, own)
      }
    }
  }

  private func fund(of line: LedgerLine) -> Int { fundOfRule[Int(line.rule)] }

  private mutating func put(_ line: Int, _ tier: Tier, _ fen: Int64) {
    tiers[line * Tier.allCases.count + Int(tier.rawValue)] += fen
  }

  private mutating func split(_ fund: Int, _ shares: [(tier: Tier, term: Term)]) {
    // Shares that are alike everywhere and always are brought to whole weights once.
    let isUniform = shares.allSatisfy { $0.term.isUniform }
    let cell = world.space.whole[0]
    var splitter = LargestRemainder.Splitter(
      weights: shares.map { world.figure($0.term, cell, world.horizon.first).value })
    var parts = [Int64](repeating: 0, count: shares.count)
    for (index, line) in world.ledger.lines.enumerated() where self.fund(of: line) == fund {
      guard shares.count > 1 else {
        put(index, shares.first?.tier ?? .county, line.fen)
        continue
      }
      if isUniform {
        splitter.split(line.fen, into: &parts, at: 0)
      } else {
        let weights = shares.map { world.figure($0.term, Int(line.cell), line.paid).value }
        parts = LargestRemainder.split(line.fen, weights: weights)
      }
      for place in shares.indices { put(index, shares[place].tier, parts[place]) }
    }
  }

  /// Issued money is used up in payment order, at the region's own level first, then above it.
  private mutating func charge(_ fund: Int, _ transfers: [Transfer], _ own: Tier) {
    for transfer in transfers {
      let key = ClosedBooks.IssuedKey(
        region: transfer.region, year: transfer.year, fund: fund, tier: transfer.tier)
      issued[key, default: .zero] += transfer.amount
    }
    var left = issued.filter { $0.key.fund == fund }
    let order = world.ledger.lines.indices.filter { self.fund(of: world.ledger.lines[$0]) == fund }
      .sorted { (world.ledger.lines[$0].paid, $0) < (world.ledger.lines[$1].paid, $1) }
    for index in order {
      let line = world.ledger.lines[index]
      var rest = line.fen
      for key in keys(line, fund) where rest > 0 {
        let part = min(rest, left[key]?.fen ?? 0)
        guard part > 0 else { continue }
        left[key, default: .zero] += Money(fen: -part)
        put(index, key.tier, part)
        rest -= part
      }
      put(index, own, rest)
    }
    unspent.merge(left) { $1 }
  }

  private func keys(_ line: LedgerLine, _ fund: Int) -> [ClosedBooks.IssuedKey] {
    let nodes = world.space.regions(of: Int(line.cell))
    return Tier.allCases.flatMap { tier in
      nodes.map { ClosedBooks.IssuedKey(region: $0, year: line.paid.year, fund: fund, tier: tier) }
    }
  }
}

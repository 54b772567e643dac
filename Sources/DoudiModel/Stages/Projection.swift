import DoudiInputs
public import DoudiUnits

/// The outcome of a run.
public struct Projection {
  /// The model that was run.
  public let model: Model
  /// Standards, people and ledger.
  public let world: World
  /// Fen by line and tier.
  private let tiers: [Int64]
  /// Issued money that no payment needed.
  public let unspent: [ClosedBooks.IssuedKey: Money]
  /// All issued money.
  let issued: [ClosedBooks.IssuedKey: Money]

  init(
    model: Model, world: World, tiers: [Int64], unspent: [ClosedBooks.IssuedKey: Money],
    issued: [ClosedBooks.IssuedKey: Money]
  ) {
    (self.model, self.world, self.tiers) = (model, world, tiers)
    (self.unspent, self.issued) = (unspent, issued)
  }

  /// The ledger's lines.
  public var lines: [LedgerLine] { world.ledger.lines }
  /// Sum of everything.
  public var total: Money { world.ledger.total }

  /// What a tier pays of a line.
  public func share(ofLine line: Int, tier: Tier) -> Money {
    Money(fen: tiers[line * Tier.allCases.count + Int(tier.rawValue)])
  }

  /// Programme of a line.
  public func programme(of line: LedgerLine) -> Int { world.programmeOfRule[Int(line.rule)] }

  /// The books, closed for limits.
  public var closedBooks: ClosedBooks {
    let horizon = world.horizon
    var money = MoneyBook(
      leaves: world.space.leaves.count, years: horizon.first.year...horizon.last.year,
      programmes: model.programmes.count)
    for (index, line) in lines.enumerated() {
      money.add(
        line, leaf: world.space.cells[Int(line.cell)].leaf, programme: programme(of: line), tiers: tiers,
        from: index * Tier.allCases.count)
    }
    return ClosedBooks(
      world: world, money: money, issued: issued,
      issuedStatuses: issuedStatuses, fundOfProgramme: model.fundOfProgramme, data: model.data,
      cleared: model.cleared, programmes: model.programmes.map(\.id))
  }

  private var issuedStatuses: [ClosedBooks.IssuedKey: Status] {
    var weakest: [ClosedBooks.IssuedKey: Status] = [:]
    for case .transfers(let rows, _) in model.funding {
      for row in rows {
        let key = ClosedBooks.IssuedKey(region: row.region, year: row.year, fund: row.fund, tier: row.tier)
        weakest[key] = max(weakest[key] ?? .stated, row.status)
      }
    }
    return weakest
  }

  /// Every limit's verdicts, by identifier, region and period.
  public var verdicts: [Verdict] {
    let books = closedBooks
    return model.limits.flatMap { $0.form.verdicts(rule: $0.header, books: books) }
      .sorted { ($0.id, $0.rule, $0.region, $0.period) < ($1.id, $1.rule, $1.region, $1.period) }
  }

  /// Money by the status of what it rests on; the parts add up to the total of absolute amounts.
  public var moneyByStatus: [Status: Money] {
    lines.reduce(into: [:]) { $0[$1.status, default: .zero] += Money(fen: $1.fen) }
  }
}

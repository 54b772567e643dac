public import DoudiInputs
public import DoudiUnits

/// A finished run as limits see it: the world plus money by region, year, programme, fund and tier.
public struct ClosedBooks {
  /// Amounts, groups, ledger.
  public let world: World
  /// Money by key, leaves only.
  private let money: [MoneyKey: Int64]
  /// Weakest status of the lines behind money, by leaf, year and programme (the tier says nothing).
  private let statuses: [MoneyKey: Status]
  /// Money sent from above, if the scenario lists it: by leaf or node, year, fund and tier.
  public let issued: [IssuedKey: Money]
  /// Weakest status of the rows behind issued money.
  public let issuedStatuses: [IssuedKey: Status]
  /// Fund of each programme.
  public let fundOfProgramme: [Int]
  /// Figures the scenario gives for monitored limits.
  public let data: [String: DatedFigure]
  /// Programmes the scenario declares cleared by the leading group; nil: not declared.
  public let cleared: Set<String>?
  /// Names of programmes by position.
  public let programmes: [String]

  /// Where a sum of ledger money belongs.
  public struct MoneyKey: Hashable, Sendable {
    /// Position of the leaf.
    public let leaf: Int
    /// Fiscal year: the sum of its payment months.
    public let year: Int
    /// Position of the programme.
    public let programme: Int
    /// Who pays.
    public let tier: Tier

    /// A key.
    public init(leaf: Int, year: Int, programme: Int, tier: Tier) {
      (self.leaf, self.year, self.programme, self.tier) = (leaf, year, programme, tier)
    }
  }

  /// Closes the books of a run.
  public init(
    world: World, money: [MoneyKey: Int64], statuses: [MoneyKey: Status] = [:], issued: [IssuedKey: Money],
    issuedStatuses: [IssuedKey: Status] = [:], fundOfProgramme: [Int], data: [String: DatedFigure],
    cleared: Set<String>?, programmes: [String]
  ) {
    (self.world, self.money, self.statuses, self.issued) = (world, money, statuses, issued)
    self.issuedStatuses = issuedStatuses
    (self.fundOfProgramme, self.data) = (fundOfProgramme, data)
    (self.cleared, self.programmes) = (cleared, programmes)
  }

  /// Where issued money belongs.
  public struct IssuedKey: Hashable, Sendable {
    /// Region the money was sent to.
    public let region: RegionCode
    /// Fiscal year.
    public let year: Int
    /// Fund.
    public let fund: Int
    /// Who sent it.
    public let tier: Tier

    /// A key.
    public init(region: RegionCode, year: Int, fund: Int, tier: Tier) {
      (self.region, self.year, self.fund, self.tier) = (region, year, fund, tier)
    }
  }

  /// Years of the horizon.
  public var years: [Int] { world.horizon.years }

  /// Every region, parents included, with the positions of its leaves.
  public var nodes: [(region: Region, leaves: [Int])] {
    let position = Dictionary(
      uniqueKeysWithValues: world.space.leaves.enumerated().map { ($1.code, $0) })
    return world.space.tree.regions.map { region in
      (region, world.space.tree.leaves(under: region.code).compactMap { position[$0.code] })
    }
  }

  /// A datum of the scenario for a region and year: "NAME@region" before "NAME".
  public func datum(_ name: String, region: RegionCode, year: Int) -> Figure? {
    (data["\(name)@\(region)"] ?? data[name])?.figure
  }

  /// Money of some leaves in a year that passes the filters.
  public func spent(
    leaves: [Int], year: Int, programme: (Int) -> Bool, tier: (Tier) -> Bool = { _ in true }
  ) -> Money {
    var sum: Int64 = 0
    for leaf in leaves {
      for position in programmes.indices where programme(position) {
        for level in Tier.allCases where tier(level) {
          sum += money[MoneyKey(leaf: leaf, year: year, programme: position, tier: level)] ?? 0
        }
      }
    }
    return Money(fen: sum)
  }

  /// The weakest status of what some leaves paid in a year; stated where they paid nothing.
  public func status(leaves: [Int], year: Int, programme: (Int) -> Bool) -> Status {
    var weakest = Status.stated
    for leaf in leaves {
      for position in programmes.indices where programme(position) {
        let key = MoneyKey(leaf: leaf, year: year, programme: position, tier: .central)
        weakest = max(weakest, statuses[key] ?? .stated)
      }
    }
    return weakest
  }
}

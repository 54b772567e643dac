public import DoudiInputs
public import DoudiUnits

/// A finished run as limits see it: the world plus money by region, year, programme, fund and tier.
public struct ClosedBooks {
  /// Amounts, groups, ledger.
  public let world: World
  /// Money and the weakest status behind it, leaves only.
  private let money: MoneyBook
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

  /// Every region, parents included, with the positions of its leaves.
  public let nodes: [(region: Region, leaves: [Int])]

  /// Closes the books of a run.
  init(
    world: World, money: MoneyBook, issued: [IssuedKey: Money], issuedStatuses: [IssuedKey: Status] = [:],
    fundOfProgramme: [Int], data: [String: DatedFigure], cleared: Set<String>?, programmes: [String]
  ) {
    (self.world, self.money, self.issued) = (world, money, issued)
    self.issuedStatuses = issuedStatuses
    (self.fundOfProgramme, self.data) = (fundOfProgramme, data)
    (self.cleared, self.programmes) = (cleared, programmes)
    let position = Dictionary(uniqueKeysWithValues: world.space.leaves.enumerated().map { ($1.code, $0) })
    let tree = world.space.tree
    nodes = tree.regions.map { ($0, tree.leaves(under: $0.code).compactMap { position[$0.code] }) }
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
          sum += money.fen(leaf: leaf, year: year, programme: position, tier: level)
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
        weakest = max(weakest, money.status(leaf: leaf, year: year, programme: position))
      }
    }
    return weakest
  }
}

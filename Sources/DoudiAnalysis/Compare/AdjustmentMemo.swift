public import DoudiEnsemble
public import DoudiModel
public import DoudiUnits

/// What it costs to raise amounts by a step, and who pays: the figures of the memo for an adjustment.
///
///     cost = money with the amount one step higher in every month - money as it is
///     tier's part = sum over leaves and programmes of cost x marginal share (``MarginalTiers``)
///
/// The step is laid on whole: where people come in because of it, ten yuan are not ten times one. Each amount is
/// raised by itself: the cost of an amount that others follow holds theirs (``ReadyReckoner/Part/multiples``),
/// so rows do not add up.
public struct AdjustmentMemo {
  /// One figure: all the money of a part, or what a tier pays of it.
  public struct Cost: Sendable {
    /// Position of the amount.
    public let amount: Int
    /// Region.
    public let region: RegionCode
    /// Year.
    public let year: Int
    /// Which part of the cost.
    public let part: ReadyReckoner.Part
    /// Cost by tier, CNY, in the order of `Tier`.
    public let tiers: [Double]

    /// Of all tiers.
    public var cny: Double { tiers.reduce(0, +) }
  }

  /// By how much an amount is raised, CNY a month.
  public static let step = 10.0

  /// Costs other than zero: of every leaf and of the root, which is their sum.
  public let costs: [Cost]
  /// Tier of the place's own book.
  public let ownTier: Tier
  /// Funds whose issued money is not used up.
  public let fundsWithMoneyLeft: [Int]

  /// The memo of some amounts of a run.
  /// - Throws: where the arithmetic cannot be run.
  public init(_ projection: Projection, amounts: [Int]) throws {
    let model = projection.model
    ownTier = model.books.last?.tier ?? model.space.tree.root.tier
    let margins = MarginalTiers(projection)
    fundsWithMoneyLeft = margins.fundsWithMoneyLeft
    guard !amounts.isEmpty else {
      costs = []
      return
    }
    let levers = amounts.map { Lever(raising: model.amounts[$0], by: Self.step) }
    let reckoner = ReadyReckoner(projection, levers: levers)
    costs = Self.summed(try reckoner.costs(), reckoner, model, margins)
  }

  private struct Key: Hashable {
    let amount: Int
    let leaf: Int
    let year: Int
    let part: ReadyReckoner.Part
  }

  private static func summed(
    _ found: [ReadyReckoner.Cost], _ reckoner: ReadyReckoner, _ model: Model, _ margins: MarginalTiers
  ) -> [Cost] {
    let leaves = Dictionary(model.space.leaves.enumerated().map { ($1.code.text, $0) }) { first, _ in first }
    let position = reckoner.levers.map { lever in
      model.amounts.firstIndex { "amount." + $0.gives == lever.input.name } ?? 0
    }
    let isDivided = leaves[model.space.tree.root.code.text] == nil
    var sums: [Key: [Double]] = [:]
    for cost in found {
      guard case .programme(let programme) = cost.output.kind, let leaf = leaves[cost.region] else { continue }
      let shares = margins.shares(programme: programme, leaf: leaf, year: cost.output.year)
      // The whole has a row of its own unless it is the one leaf.
      for place in isDivided ? [leaf, -1] : [leaf] {
        let key = Key(amount: position[cost.lever], leaf: place, year: cost.output.year, part: cost.part)
        let before = sums[key] ?? shares.map { _ in 0 }
        sums[key] = zip(before, shares).map { $0 + $1 * cost.change }
      }
    }
    let root = model.space.tree.root.code
    return sums.sorted { a, b in
      (a.key.amount, a.key.leaf, a.key.year, a.key.part.rawValue)
        < (b.key.amount, b.key.leaf, b.key.year, b.key.part.rawValue)
    }.map { key, tiers in
      Cost(
        amount: key.amount, region: key.leaf < 0 ? root : model.space.leaves[key.leaf].code, year: key.year,
        part: key.part, tiers: tiers)
    }
  }
}

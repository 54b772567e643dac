import DoudiInputs
import DoudiTape
import DoudiUnits

/// Who pays, over uncertain inputs: what was issued is a list of the scenario and does not move; shares do
/// with the money they are shares of.
struct DrawnFunding {
  /// Issued money by region, year, fund and tier.
  let issued: [ClosedBooks.IssuedKey: Money]
  /// How each fund is divided.
  let rules: [FundRule]
  /// The fund each programme is charged to.
  let fundOfProgramme: [Int]

  /// What some tiers pay of all money of a leaf in a year; nil where that is not one leaf's arithmetic:
  /// where leaves draw on one issued sum in the order of payment, or shares change within the year.
  func paid(by tiers: [Tier], year: Int, _ world: DrawWorld) -> TapeValue? {
    var sum = world.tape.literal(0)
    for fund in rules.indices {
      let programmes = fundOfProgramme.indices.filter { fundOfProgramme[$0] == fund }
      let spent = world.spent(on: programmes, year: year)
      guard spent.constantValue != 0 else { continue }
      guard let part = part(of: fund, tiers, year, world) else { return nil }
      sum = sum + spent * part
    }
    return sum
  }

  private func part(of fund: Int, _ tiers: [Tier], _ year: Int, _ world: DrawWorld) -> TapeValue? {
    switch rules[fund] {
    case .shares(let shares): part(of: shares, tiers, year, world)
    case .transfers(_, let own):
      part(ofIssued: fund, own: own, tiers, year, world).map { world.tape.literal($0) }
    }
  }

  private func part(
    of shares: [(tier: Tier, term: Term)], _ tiers: [Tier], _ year: Int, _ world: DrawWorld
  ) -> TapeValue? {
    guard shares.count > 1 else {
      return world.tape.literal(tiers.contains(shares.first?.tier ?? .county) ? 1 : 0)
    }
    guard shares.allSatisfy({ world.isSteady($0.term, year: year) }) else { return nil }
    let month = min(Month(year: year, month: 12), world.horizon.last)
    let values = shares.map { (tier: $0.tier, value: world.number($0.term, world.whole, month)) }
    let none = world.tape.literal(0)
    let whole = values.reduce(none) { $0 + $1.value }
    return values.filter { tiers.contains($0.tier) }.reduce(none) { $0 + $1.value } / whole
  }

  /// Issued money is used up in the order of payment, that of a region above by all leaves below it.
  private func part(
    ofIssued fund: Int, own: Tier, _ tiers: [Tier], _ year: Int, _ world: DrawWorld
  ) -> Double? {
    let regions = world.central.space.regions(of: world.whole)
    let sent = issued.filter { $0.key.fund == fund && $0.key.year == year && $0.value != .zero }
      .keys.filter { regions.contains($0.region) }
    if sent.isEmpty { return tiers.contains(own) ? 1 : 0 }
    return tiers.contains(own) || sent.contains { tiers.contains($0.tier) } ? nil : 0
  }
}

extension DrawWorld {
  /// True where a parameter has one value in all of the leaf and all of the year.
  func isSteady(_ term: Term, year: Int) -> Bool {
    guard !inputs.contains(where: { $0.name == term.name && !$0.areas.isEmpty }) else { return false }
    if term.isUniform { return true }
    let months = horizon.months.filter { $0.year == year }
    let values = (people + [whole]).flatMap { cell in
      months.map { central.figure(term, cell, $0).value }
    }
    return Set(values).count <= 1
  }
}

public import DoudiModel
import DoudiUnits

extension RunReport {
  /// The official figures of draws' outputs, region after region; NaN where there is none.
  public func central(_ outputs: [DrawOutput], regions: [String]) -> [Double] {
    var leaves: [String: [Int]] = [:]
    for (place, leaf) in model.space.leaves.enumerated() {
      leaves[leaf.code.text, default: []].append(place)
      for above in model.space.tree.ancestors(of: leaf.code) {
        leaves[above.code.text, default: []].append(place)
      }
    }
    return regions.flatMap { region in
      outputs.map { central($0, region: region, leaves: leaves[region] ?? []) ?? .nan }
    }
  }

  private func central(_ output: DrawOutput, region: String, leaves: [Int]) -> Double? {
    let world = projection.world
    let end = lastMonth(of: output.year)
    switch output.kind {
    case .programme(let programme): return money(leaves, output.year) { $0 == programme }
    case .total: return money(leaves, output.year) { _ in true }
    case .group(let group):
      let countsEvents = model.caseloads.contains { $0.form.countsEvents && $0.form.gives.contains(group) }
      let months =
        countsEvents ? model.scenario.horizon.months.filter { $0.year == output.year } : [end]
      return leaves.flatMap { model.space.people(inLeaf: $0) }.reduce(0.0) { sum, cell in
        months.reduce(sum) { $0 + world.groups[group].persons(cell, $1) }
      }
    case .amount(let amount, let area):
      guard leaves.count == 1,
        let cell = RegionCode(region).flatMap({ model.space.index(region: $0, area: area) })
      else { return nil }
      return world.amounts[amount].figure(cell, end)?.value.double
    case .refill(let limit):
      let tested = world.reserves[model.limits[limit].header.id]?.filter {
        $0.year == output.year && leaves.contains($0.leaf)
      }
      guard let tested, !tested.isEmpty else { return nil }
      return Double(tested.reduce(Int64(0)) { $0 + $1.topUp.fen }) / 100
    case .slack, .result: return nil
    }
  }

  private func money(_ leaves: [Int], _ year: Int, _ counts: (Int) -> Bool) -> Double? {
    guard let place = years.firstIndex(of: year) else { return nil }
    let fen = model.payments.indices.reduce(Int64(0)) { sum, rule in
      guard counts(model.payments[rule].form.programme) else { return sum }
      return leaves.reduce(sum) { $0 + budget.changes.booked(rule: rule, leaf: $1, year: place) }
    }
    return Double(fen) / 100
  }
}

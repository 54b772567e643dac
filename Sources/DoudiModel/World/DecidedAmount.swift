import DoudiInputs
import DoudiUnits

/// An amount that the scenario sets by decision, "amount.NAME" among its assumptions: from its first date on
/// (without one: from the first month of the horizon) it stands in the place of what the rule gives.
///
/// Where it covers only some regions or one area, the rule goes on elsewhere. Amounts that follow this one
/// follow the decision.
struct DecidedAmount: Sendable {
  /// What the names of such assumptions begin with.
  static let prefix = "amount"

  /// The decided values, CNY per person and month.
  let term: Term

  /// The decided figure of a cell in a month; nil where the rule's own stands.
  func figure(_ cell: Int, _ month: Month, _ world: World) -> Figure? {
    guard let branch = term.branch(for: world.space.cells[cell]),
      month >= branch.dated.first?.from ?? world.horizon.first
    else { return nil }
    return world.figure(term, cell, month)
  }

  /// True in the months from which a decided value holds, whether or not it differs from what held before.
  func changes(in month: Month, _ world: World) -> Bool {
    term.branches.contains { branch in
      if branch.dated.contains(where: { ($0.from ?? world.horizon.first) == month }) { return true }
      return branch.dated.isEmpty && month == world.horizon.first
    }
  }

  /// A rule's column with the decided figures laid over it.
  func laid(over column: [Figure?], _ month: Month, _ world: World) -> [Figure?] {
    var column = column
    for cell in world.space.people {
      if let figure = figure(cell, month, world) { column[cell] = figure }
    }
    return column
  }
}

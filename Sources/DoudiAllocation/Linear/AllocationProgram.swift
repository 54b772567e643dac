/// A pot under linear side conditions.
///
///     sum of x_i = pot,  floor_i <= x_i <= cap_i,  side conditions
///     maximise t with x_i >= t need_i,   or   minimise sum of d_i with -d_i <= x_i - formula_i <= d_i
///
/// Amounts are counted in a power of two of units that brings the pot to about 10^6, so that the solver's tolerances mean
/// the same for fen and for yuan. Whole units come from ``RoundedProgram``.
public struct AllocationProgram: Sendable {
  /// Whole units.
  public var pot: Int64
  /// Least and most units of each row.
  public var ranges: [UnitRange]
  /// Need of each row, not negative; for coverage.
  public var needs: [Double]
  /// Conditions beside pot and ranges, each with the name it is reported by.
  public var conditions: [(name: String, condition: SideCondition)]
  /// What is best.
  public var objective: AllocationObjective

  /// A pot with ranges, needs, conditions and an aim.
  public init(
    pot: Int64, ranges: [UnitRange], needs: [Double], objective: AllocationObjective = .maximiseCoverage,
    conditions: [(name: String, condition: SideCondition)] = []
  ) {
    (self.pot, self.ranges, self.needs) = (pot, ranges, needs)
    (self.objective, self.conditions) = (objective, conditions)
  }

  /// Units in one unit of the program.
  var scale: Double {
    var scale = 1.0
    while Double(pot) / scale > 0x1p20 { scale *= 2 }
    return scale
  }

  /// The linear program: first one variable for each row, the pot's row first.
  /// - Returns: the program, and for each of its rows the condition it belongs to (nil: the pot, or the objective's).
  public func linearProgram() throws(AllocationFault) -> (program: LinearProgram, conditionOfRow: [Int?]) {
    try check()
    var builder = Builder(self)
    builder.addPot()
    for (position, one) in conditions.enumerated() { builder.add(one.condition, name: one.name, position) }
    builder.addObjective(objective)
    return (builder.program, builder.conditionOfRow)
  }

  private func check() throws(AllocationFault) {
    if ranges.isEmpty { throw .noRows }
    guard 0...Envelope.largestPot ~= pot else { throw .pot(pot) }
    _ = try UnitRange.checked(ranges, count: ranges.count, pot: pot)
    guard needs.count == ranges.count else {
      throw .count(.claim, expected: ranges.count, found: needs.count)
    }
    let unknown = needs.indices.filter { !needs[$0].isFinite }
    if !unknown.isEmpty { throw .notRepresentable(.claim, rows: unknown) }
    let negative = needs.indices.filter { needs[$0] < 0 }
    if !negative.isEmpty { throw .negative(.claim, rows: negative) }
    if case .minimiseDeviation(let formula) = objective {
      guard formula.count == ranges.count else {
        throw .count(.amount, expected: ranges.count, found: formula.count)
      }
      let unknown = formula.indices.filter { !formula[$0].isFinite }
      if !unknown.isEmpty { throw .notRepresentable(.amount, rows: unknown) }
    }
    for (position, one) in conditions.enumerated() {
      for row in one.condition.rows where !ranges.indices.contains(row) {
        throw .position(row, count: ranges.count)
      }
      if one.condition.figures.contains(where: { !$0.isFinite }) { throw .linear(.row, position: position) }
    }
  }
}

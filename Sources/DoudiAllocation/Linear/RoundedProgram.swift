import DoudiUnits

/// An allocation under side conditions, solved and in whole units.
public struct RoundedProgram: Hashable, Sendable {
  /// Whether there is a solution. Without one only ``conflicts`` says something.
  public let status: LinearSolution.Status
  /// The best amounts, in units.
  public let amounts: [Double]
  /// Whole units; their sum is the pot, every range is kept.
  public let units: [Int64]
  /// The objective: least coverage, or sum of deviations in units.
  public let objective: Double
  /// Objective for one unit more of the pot.
  public let potPrice: Double
  /// For each condition the objective for one unit more of its bound; of a coverage band the sum over its rows.
  public let conditionPrices: [Double]
  /// For each condition by how many units the whole amounts break it, at worst; 0 where they do not.
  public let conditionExcess: [Double]
  /// Conditions that contradict each other, by position, with or without the pot and the ranges.
  public let conflicts: [Int]

  /// Solves and rounds.
  ///
  /// Rounding: each group's sum first, then the rows within it, both by largest remainder within the ranges. So each row
  /// is within one unit of its best amount where its range allows, and so is each group's sum. Other conditions may be
  /// missed by as many units as they have rows; ``conditionExcess`` says by how many.
  /// - Parameters:
  ///   - program: what is to be solved.
  ///   - groups: rows by group, such as provinces; a row in none is a group of its own. No row may be in two.
  /// - Throws: ``AllocationFault``; that there is no solution is a ``status``, not an error.
  public init(_ program: AllocationProgram, groups: [[Int]] = []) throws(AllocationFault) {
    let (linear, owners) = try program.linearProgram()
    let solution = try linear.solve()
    let scale = program.scale
    status = solution.status
    conflicts = Set((solution.certificate?.rows ?? []).compactMap { owners[$0] }).sorted()
    guard solution.status == .optimal else {
      (amounts, units, objective, potPrice, conditionPrices, conditionExcess) = ([], [], .nan, .nan, [], [])
      return
    }
    amounts = solution.values.prefix(program.ranges.count).map { $0 * scale }
    let perUnit = program.objective == .maximiseCoverage ? 1 / scale : 1
    objective = solution.objective * (program.objective == .maximiseCoverage ? 1 : scale)
    potPrice = solution.prices[0] * perUnit
    var prices = program.conditions.map { _ in 0.0 }
    for (row, owner) in owners.enumerated() {
      if let owner { prices[owner] += solution.prices[row] * perUnit }
    }
    conditionPrices = prices
    units = try Self.rounded(amounts, program, groups)
    let whole = units.map(Double.init)
    conditionExcess = program.conditions.map { program.excess(of: $0.condition, whole) }
  }

  private static func rounded(
    _ amounts: [Double], _ program: AllocationProgram, _ groups: [[Int]]
  ) throws(AllocationFault) -> [Int64] {
    let exact = amounts.map { Self.exact($0, program.pot) }
    let ranges = try UnitRange.checked(program.ranges, count: exact.count, pot: program.pot)
    var taken = Set<Int>()
    for row in groups.joined() {
      guard exact.indices.contains(row), taken.insert(row).inserted else {
        throw .position(row, count: exact.count)
      }
    }
    let alone: [[Int]] = exact.indices.filter { !taken.contains($0) }.map { [$0] }
    let all = groups + alone
    let sums: [Rational] = all.map { rows in rows.reduce(Rational.zero) { $0 + exact[$1] } }
    let limits: [UnitRange] = all.map { rows in
      let least = rows.reduce(Int64(0)) { $0 + ranges[$1].least }
      let most = rows.reduce(Int128(0)) { $0 + Int128(ranges[$1].most(of: program.pot)) }
      return UnitRange(atLeast: least, atMost: Int64(clamping: most))
    }
    let (totals, _) = try BoundedRounding.units(sums, ranges: limits, pot: program.pot)
    var units = exact.map { _ in Int64(0) }
    for (group, total) in zip(all, totals) {
      let (parts, _) = try BoundedRounding.units(
        group.map { exact[$0] }, ranges: group.map { ranges[$0] }, pot: total)
      for (row, part) in zip(group, parts) { units[row] = part }
    }
    return units
  }

  /// The double as the fraction of 2^-20 units it is nearest to; noise of the solver near a whole number goes.
  private static func exact(_ amount: Double, _ pot: Int64) -> Rational {
    let bounded = max(0, min(amount, Double(pot)))
    let whole = bounded.rounded()
    let noise = max(1e-6, Double(pot) * 1e-13)
    if (bounded - whole).magnitude < noise { return Rational(Int128(whole), over: 1) }
    return Rational(Int128(bounded * 0x1p20), over: 1 << 20)
  }
}

extension AllocationProgram {
  /// By how many units the amounts break the condition.
  func excess(of condition: SideCondition, _ amounts: [Double]) -> Double {
    func sum(_ rows: [Int]) -> Double { rows.reduce(0) { $0 + amounts[$1] } }
    func beyond(_ value: Double, _ least: Double?, _ most: Double?) -> Double {
      max(0, (least ?? value) - value, value - (most ?? value))
    }
    switch condition {
    case .total(let rows, let least, let most): return beyond(sum(rows), least, most)
    case .share(let rows, let share, let whole): return max(0, sum(rows) - share * sum(whole))
    case .coverage(let rows, let least, let most):
      return rows.filter { needs[$0] > 0 }.reduce(0) { worst, row in
        let need = needs[row]
        return max(worst, beyond(amounts[row], least.map { $0 * need }, most.map { $0 * need }))
      }
    case .commonCoverage(let rows, let width):
      let needy = rows.filter { needs[$0] > 0 }
      let levels = needy.map { amounts[$0] / needs[$0] }
      guard let least = levels.min(), let most = levels.max(), most - least > 2 * width else { return 0 }
      return (most - least - 2 * width) / 2 * (needy.map { needs[$0] }.max() ?? 0)
    }
  }
}

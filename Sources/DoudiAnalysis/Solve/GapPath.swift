public import DoudiModel
public import DoudiUnits

/// Yearly steps that bring the lower of two areas' standards to the other's by a date.
///
///     S_k = S_0 + share x (U_n - S_0) x (k + 1) / (n + 1),   k = 0 ... n, rounded up to whole steps
///
/// S_0: the rural standard before the first step; U_n: the urban standard at the date, as the scenario has it;
/// share: how much of the gap is closed, 1 for all. No step goes above the urban standard of its time, none
/// below S_0.
public struct GapPath: Sendable {
  /// Standards of one leaf before the path and along it.
  public struct Leaf: Sendable {
    /// Its code.
    public let region: RegionCode
    /// The rural standard before the first step, CNY per person and month.
    public let start: Rational
    /// The urban standard at each step.
    public let urban: [Rational]
  }

  /// The amount.
  public let amount: String
  /// The month of each step.
  public let months: [Month]
  /// The leaves that have both areas and a gap.
  public let leaves: [Leaf]
  private let step: Rational

  /// The path of an amount; nil where no leaf has a rural standard below its urban one.
  /// - Parameters:
  ///   - projection: the run without the path.
  ///   - amount: identifier of the amount.
  ///   - first: month of the first step.
  ///   - last: year of the last.
  ///   - step: standards are whole multiples of it, CNY a month; above 0.
  public init?(_ projection: Projection, amount: String, first: Month, last: Int, step: Rational) {
    let (world, model) = (projection.world, projection.model)
    guard let position = model.amounts.firstIndex(where: { $0.gives == amount }), last >= first.year,
      step > .zero
    else { return nil }
    let months = (first.year...last).map { Month(year: $0, month: first.month) }
    (self.amount, self.months, self.step) = (amount, months, step)
    leaves = world.space.leaves.compactMap { leaf in
      func figure(_ area: Area, _ month: Month) -> Rational? {
        world.space.index(region: leaf.code, area: area).flatMap {
          world.amounts[position].figure($0, month)?.value
        }
      }
      guard let start = figure(.rural, first.advanced(by: -1)) else { return nil }
      let urban = months.compactMap { figure(.urban, $0) }
      guard urban.count == months.count, let end = urban.last, start < end else { return nil }
      return Leaf(region: leaf.code, start: start, urban: urban)
    }
    if leaves.isEmpty { return nil }
  }

  /// The standards of a leaf where a share of the gap is closed.
  public func standards(_ leaf: Leaf, share: Rational) -> [Rational] {
    let gap = (leaf.urban.last ?? leaf.start) - leaf.start
    return months.indices.map { k in
      let part = Rational(Int128(k + 1), over: Int128(months.count))
      let wanted = (leaf.start + gap * share * part).roundedUp(toStep: step)
      return max(leaf.start, min(wanted, leaf.urban[k]))
    }
  }

  /// What `--set` takes to run the path.
  public func overrides(share: Rational) -> [String] {
    leaves.map { leaf in
      let dated = zip(months, standards(leaf, share: share)).map { month, value in
        "\(month): \(value.decimalText(places: 6)) CNY/person/month"
      }
      return "amount.\(amount)@\(leaf.region)/rural={\(dated.joined(separator: ", "))}"
    }
  }
}

/// The largest share of the gap, in whole per cent, that keeps every year within its budget.
public struct GapSearch {
  private let costs: (Rational) throws -> [Double]
  private let budgets: [Double]

  /// - Parameters:
  ///   - budgets: one a year.
  ///   - costs: full runs' costs of the same years, of a share of the gap.
  public init(budgets: [Double], costs: @escaping (Rational) throws -> [Double]) {
    (self.budgets, self.costs) = (budgets, costs)
  }

  /// 100 where the whole gap can be closed; nil where not even keeping the standards is within the budgets.
  /// - Throws: what runs throw.
  public func largestPercent() throws -> Int? {
    if try isAffordable(100) { return 100 }
    guard try isAffordable(0) else { return nil }
    var (low, high) = (0, 100)
    while high - low > 1 {
      let middle = (low + high) / 2
      if try isAffordable(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func isAffordable(_ percent: Int) throws -> Bool {
    let costs = try costs(Rational(Int128(percent), over: 100))
    return zip(costs, budgets).allSatisfy { $0 <= $1 }
  }
}

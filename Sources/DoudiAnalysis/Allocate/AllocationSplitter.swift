import DoudiAllocation
import DoudiUnits

/// Splits a pot over the rows by any method.
struct AllocationSplitter {
  let inputs: AllocationInputs

  /// The split.
  /// - Throws: ``AllocationFault``; rows are positions of the table, or paths of the tree.
  func split(_ pot: Int64, by method: AllocationMethod) throws(AllocationFault) -> AllocationSplit {
    switch method {
    case .weights(.largestRemainder):
      if inputs.rows.isTree { return try TierSplitter(inputs: inputs).split(pot) }
      var split = Self.split(try envelope(pot))
      if inputs.spec.bounds.financing == .byExcess { split.multiplier = nil }
      return split
    case .weights(let divisor): return try seats(pot, divisor)
    case .claims(let rule): return try claims(pot, rule)
    case .linear: return try LinearSplitter(inputs: inputs).split(pot)
    }
  }

  private var weights: [Rational] { inputs.weights ?? [] }

  /// Bounds only where there are any: plain splits leave more bits to weights.
  private var bounds: [RowBounds] { inputs.bounds.contains { $0 != .none } ? inputs.bounds : [] }

  private func envelope(_ pot: Int64) throws(AllocationFault) -> AllocationResult {
    try Envelope(
      pot: pot, weights: weights, bounds: bounds, financing: inputs.spec.bounds.financing
    ).allocate()
  }

  static func split(_ result: AllocationResult) -> AllocationSplit {
    var split = AllocationSplit(rows: result.rows.map(row), pot: result.pot, remainder: result.remainder)
    split.multiplier = known(result.multiplier)
    split.ties = result.tie.map { [$0] } ?? []
    (split.weightsScaled, split.boundsRounded) = (result.weightsScaled, result.boundsRounded)
    return split
  }

  static func row(_ row: AllocationRow) -> SplitRow {
    SplitRow(
      share: known(row.share), formula: known(row.formula), exact: known(row.exact), value: row.exact.double,
      amount: row.amount, bound: row.bound, moved: row.movedUnits, movedExact: known(row.moved))
  }

  static func known(_ value: Rational) -> Rational? { value.isRepresentable ? value : nil }

  /// Claims: the formula is what the rule gives without floors and caps.
  private func claims(_ pot: Int64, _ rule: ClaimRule) throws(AllocationFault) -> AllocationSplit {
    // An empty priority is that of everybody.
    let priorities = rule == .maxMinCoverage ? inputs.priorities : []
    var plan = Rationing(
      pot: pot, claims: inputs.claims ?? [], rule: rule, bounds: bounds, priorities: priorities)
    var split = Self.split(try plan.allocate())
    if rule != .proportional, rule != .maxMinCoverage { split.multiplier = nil }
    plan.bounds = []
    let plain = bounds.isEmpty ? split : Self.split(try plan.allocate())
    for row in split.rows.indices {
      let (own, free) = (split.rows[row], plain.rows[row])
      split.rows[row].formula = free.exact
      split.rows[row].moved = own.amount - free.amount
      split.rows[row].movedExact = own.exact.flatMap { own in free.exact.flatMap { Self.known(own - $0) } }
    }
    return split
  }

  /// Divisor methods: whole units between bounds; what bounds move is seen beside a split without them.
  private func seats(_ pot: Int64, _ method: ApportionmentMethod) throws(AllocationFault) -> AllocationSplit {
    let ranges = bounds.isEmpty ? [] : try UnitRange.inside(bounds)
    let found = try Apportionment(pot, weights: weights, method: method, ranges: ranges)
    let plain = ranges.isEmpty ? found : try? Apportionment(pot, weights: weights, method: method)
    var split = AllocationSplit(
      rows: found.units.indices.map { row in
        let (units, free) = (found.units[row], plain?.units[row] ?? found.units[row])
        return SplitRow(
          share: pot > 0 ? Self.known(found.quotas[row] / Rational(Int128(pot), over: 1)) : nil,
          formula: Self.known(found.quotas[row]), exact: Self.known(found.quotas[row]),
          value: found.quotas[row].double, amount: units, bound: hit(row, units, free), moved: units - free,
          movedExact: Rational(Int128(units - free), over: 1))
      }, pot: pot)
    split.ties = found.tie.map { [$0] } ?? []
    split.weightsScaled = found.weightsScaled
    return split
  }

  private func hit(_ row: Int, _ units: Int64, _ free: Int64) -> BoundHit? {
    guard !bounds.isEmpty, units != free else { return nil }
    let limit = bounds[row]
    if let floor = limit.floor, units > free, Rational(Int128(units - 1), over: 1) < floor.value {
      return BoundHit(side: .floor, bound: floor)
    }
    if let cap = limit.cap, units < free, Rational(Int128(units + 1), over: 1) > cap.value {
      return BoundHit(side: .cap, bound: cap)
    }
    return nil
  }
}

extension UnitRange {
  /// Whole units between floors and caps.
  static func inside(_ bounds: [RowBounds]) throws(AllocationFault) -> [UnitRange] {
    let unknown = bounds.indices.filter { row in
      !(bounds[row].floor?.value.isRepresentable ?? true) || !(bounds[row].cap?.value.isRepresentable ?? true)
    }
    if !unknown.isEmpty { throw .notRepresentable(.floor, rows: unknown) }
    let empty = bounds.indices.filter { row in
      guard let floor = bounds[row].floor?.value, let cap = bounds[row].cap?.value else { return false }
      return floor.ceiling > cap.floor
    }
    if !empty.isEmpty { throw .noWholeUnits(rows: empty) }
    return bounds.map {
      UnitRange(
        atLeast: Int64(clamping: $0.floor?.value.ceiling ?? 0),
        atMost: $0.cap.map { Int64(clamping: $0.value.floor) })
    }
  }
}

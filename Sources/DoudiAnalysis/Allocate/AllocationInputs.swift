import DoudiAllocation
import DoudiInputs
import DoudiUnits

/// What the rows bring to every method: bounds, weights, claims, needs. Positions are those of the rows.
struct AllocationInputs {
  let spec: AllocationSpec
  let rows: AllocationRows
  /// Weights and, where factors give them, the factors' shares.
  let weights: [Rational]?
  let factors: [(name: String, shares: [Rational])]
  let sharesRounded: Bool
  /// Units; nil where no need is known.
  let needs: [Rational?]?
  let claims: [Rational]?
  /// Floors and caps of each row, all rules together.
  var bounds: [RowBounds]
  /// What each row must have set aside, and what it has; empty without such a rule.
  let reserves: [(wanted: Rational, own: Rational)]
  let previous: [Rational?]?
  let sent: [Rational]?

  var count: Int { rows.rows.count }

  /// Priorities of max-min coverage: the column of weights, 1 where a field is empty; empty for all alike.
  var priorities: [Rational] {
    if spec.weights.factors.isEmpty { return rows.figures("weight")?.map { $0 ?? .one } ?? [] }
    return weights ?? []
  }
}

/// Puts them together out of columns and rules; faults of single rows are reported.
struct AllocationInputsBuilder {
  let spec: AllocationSpec
  let rows: AllocationRows
  let run: RegionNeeds?
  let bag: DiagnosticBag

  func build() -> AllocationInputs {
    let needs = self.needs()
    let (weights, factors, rounded) = self.weights(needs)
    let reserves = self.reserves()
    return AllocationInputs(
      spec: spec, rows: rows, weights: weights, factors: factors, sharesRounded: rounded, needs: needs,
      claims: rows.filled("claim") ?? needs.map { $0.map { $0 ?? .zero } }, bounds: bounds(reserves),
      reserves: reserves, previous: given("previous"), sent: given("sent")?.map { $0 ?? .zero })
  }

  /// A column in which some row has a figure.
  private func given(_ name: String) -> [Rational?]? {
    rows.figures(name).flatMap { values in values.contains { $0 != nil } ? values : nil }
  }

  private func needs() -> [Rational?]? {
    switch spec.need {
    case .column(let name, _): return rows.figures(name)
    case .run(let rule):
      guard let run else { return nil }
      let part = rule.share?.value ?? .one
      let perFen = Rational(1, over: Int128(spec.unit.fen ?? 1))
      return rows.rows.map { row in run.fen[row.id].map { Rational(Int128($0), over: 1) * perFen * part } }
    case nil: return given("need") ?? given("claim")
    }
  }

  private func weights(
    _ needs: [Rational?]?
  ) -> ([Rational]?, [(name: String, shares: [Rational])], Bool) {
    let named = spec.weights.factors
    guard !named.isEmpty else { return (rows.filled("weight"), [], false) }
    var factors: [Factor] = []
    for one in named {
      if let values = one.name == "need" ? needs?.map({ $0 ?? .zero }) : rows.filled(one.name) {
        factors.append(Factor(one.name, values))
      } else if one.name == "need", spec.need == nil {
        bag.error(
          .allocationNeed, at: one.span,
          Bilingual(zh: "没有写需求的来源", en: "nothing says where the need comes from"))
      }
    }
    guard factors.count == named.count else { return (nil, [], false) }
    do {
      let found: FactorWeights
      switch spec.weights {
      case .shares(let parts):
        found = try FactorWeights(sum: factors, importance: parts.map(\.importance.value))
      default: found = try FactorWeights(product: factors)
      }
      return (found.weights, zip(factors, found.shares).map { ($0.name, $1) }, found.sharesRounded)
    } catch {
      // Shares that do not add up were told where they are read.
      if case .factorWeights = error { return (nil, [], false) }
      AllocationFaultReport(spec: spec, rows: rows, bag: bag).report(error, factors: named)
      return (nil, [], false)
    }
  }

  private func reserves() -> [(wanted: Rational, own: Rational)] {
    guard let rule = spec.reserve, let residents = rows.filled(rule.residents.value) else { return [] }
    let own = rule.own.flatMap { rows.filled($0.value) } ?? residents.map { _ in .zero }
    return zip(residents, own).map { (rule.perPerson.value * $0, $1) }
  }

  private func bounds(_ reserves: [(wanted: Rational, own: Rational)]) -> [RowBounds] {
    let (floor, cap) = (rows.figures("floor"), rows.figures("cap"))
    let (previous, sent) = (rows.figures("previous"), rows.figures("sent"))
    let leaves = Set(rows.leaves)
    let back = rows.figures("takeback")
    return rows.rows.indices.map { row in
      var limit = RowBounds()
      if let value = floor?[row] { limit.raise(to: value, because: .stated) }
      if let value = cap?[row] { limit.limit(to: value, because: .stated) }
      if let value = sent?[row] { limit.raise(to: max(.zero, value - (back?[row] ?? .zero)), because: .sent) }
      // Rules for all rows hold where money arrives.
      guard leaves.contains(row) else { return limit }
      if let value = previous?[row] { keep(&limit, near: value) }
      if let least = spec.bounds.minimum { limit.grantAtLeast(least.value) }
      if let most = spec.bounds.maximum { limit.limit(to: most.value, because: .maximumGrant) }
      if reserves.indices.contains(row), reserves[row].wanted > reserves[row].own {
        limit.raise(to: reserves[row].wanted - reserves[row].own, because: .reserve)
      }
      return limit
    }
  }

  private func keep(_ limit: inout RowBounds, near previous: Rational) {
    if let down = spec.bounds.down { limit.raise(to: previous * (.one - down.value), because: .growthBand) }
    if let up = spec.bounds.up { limit.limit(to: previous * (.one + up.value), because: .growthBand) }
    if let part = spec.bounds.holdHarmless { limit.holdHarmless(previous: previous, share: part.value) }
  }
}

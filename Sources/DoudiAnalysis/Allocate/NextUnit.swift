import DoudiAllocation
import DoudiUnits

/// What a yuan (or a seat) more in the pot gives each row.
///
///     weights, floors paid by weight:  w_i / sum of w over rows that no bound holds, 0 for the others; a tree: of the parent's
///     divisor methods:                 1 for the row that gets the next unit
///     others:                          (x_i(pot + 1 yuan) - x_i(pot)) / 1 yuan, before rounding
///
/// The others' is exact as long as no bound is met or left within that yuan.
struct NextUnit {
  let inputs: AllocationInputs

  func amounts(_ split: AllocationSplit) -> [Rational?] {
    let none = split.rows.map { _ in Rational?.none }
    switch inputs.spec.method {
    case .weights(.largestRemainder) where inputs.rows.isTree || inputs.spec.bounds.financing == .byWeight:
      return free(split)
    case .weights(.largestRemainder): return difference(split) { $0.exact }
    case .weights: return difference(split, step: 1) { Rational(Int128($0.amount), over: 1) }
    case .claims: return difference(split) { $0.exact }
    case .linear: return none
    }
  }

  /// Down a tree a row has its part of what its parent gets.
  private func free(_ split: AllocationSplit) -> [Rational?] {
    var found = split.rows.map { _ in Rational?.none }
    func place(_ group: [Int], _ whole: Rational?) {
      let shares = group.map { split.rows[$0].bound == nil ? split.rows[$0].share ?? .zero : .zero }
      let sum = shares.reduce(.zero, +)
      guard let whole, sum.isRepresentable, sum > .zero else { return }
      for (row, share) in zip(group, shares) {
        found[row] = AllocationSplitter.known(share / sum * whole)
        let below = inputs.rows.children(of: row)
        if !below.isEmpty { place(below, found[row]) }
      }
    }
    place(inputs.rows.children(of: nil), .one)
    return found
  }

  private func difference(
    _ split: AllocationSplit, step: Int64? = nil, _ value: (SplitRow) -> Rational?
  ) -> [Rational?] {
    let step = step ?? Int64(clamping: inputs.spec.unit.perYuan?.floor ?? 1)
    let more = try? AllocationSplitter(inputs: inputs).split(split.pot + step, by: inputs.spec.method)
    guard let more else { return split.rows.map { _ in nil } }
    return zip(split.rows, more.rows).map { before, after in
      guard let old = value(before), let new = value(after) else { return nil }
      return AllocationSplitter.known((new - old) / Rational(Int128(step), over: 1))
    }
  }
}

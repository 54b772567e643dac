public import DoudiUnits

/// Batches of one envelope: what each row is due in all, less what it was sent.
///
///     x_i = max(level x entitlement_i, sent_i - takeback_i),   sum of x = all sent + the new pot
///     batch_i = x_i - sent_i
///
/// A row that was sent more than it is now due keeps it, as far as it may not be taken back; what it has too much is
/// borne by the others through the common level.
///
/// Holds: the batch adds up to its pot; no row loses more than `takeback`; without overpaid rows the batches add up to
/// one split of the whole. Does not hold: batches split one by one, each by the same weights without regard
/// to what was sent, come to the same.
public struct BatchPlan: Sendable {
  /// What each row is due in all, or in proportion to it: weights.
  public var entitlements: [Rational]
  /// Earlier batches.
  public var sent: [SentBatch]

  /// Entitlements and what was sent of them.
  public init(entitlements: [Rational], sent: [SentBatch]) {
    (self.entitlements, self.sent) = (entitlements, sent)
  }

  /// A batch split: net amounts beside the cumulative split they come from.
  public struct Outcome: Hashable, Sendable {
    /// Units of this batch for each row; their sum is ``pot``.
    public let amounts: [Int64]
    /// This batch's units.
    public let pot: Int64
    /// What each row was sent before.
    public let sentBefore: [Int64]
    /// The split of everything, this batch included.
    public let cumulative: AllocationResult
  }

  /// Splits a batch.
  /// - Throws: ``AllocationFault``: two batches of one name, more taken back than may be.
  public func split(_ batch: Batch) throws(AllocationFault) -> Outcome {
    try checkNames(batch.name)
    let before = try sentBefore()
    let total = before.reduce(Int128(0)) { $0 + Int128($1) }
    let pot = try pot(of: batch, sent: total)
    let after = total + Int128(pot)
    guard 0...Int128(Envelope.largestPot) ~= after else { throw .pot(Int64(clamping: after)) }
    let kept = try kept(before, batch.takeback)
    let keptSum = kept.reduce(Int128(0)) { $0 + Int128($1) }
    if keptSum > after { throw .takesBack(by: Rational(keptSum - after, over: 1)) }
    let bounds = kept.map {
      RowBounds(floor: $0 > 0 ? Bound(Rational(Int128($0), over: 1), because: .sent) : nil)
    }
    let result = try Envelope(pot: Int64(after), weights: entitlements, bounds: bounds).allocate()
    return Outcome(
      amounts: result.rows.indices.map { result.rows[$0].amount - before[$0] }, pot: pot, sentBefore: before,
      cumulative: result)
  }

  private func checkNames(_ name: String) throws(AllocationFault) {
    var seen: Set<String> = [name]
    for batch in sent where !seen.insert(batch.name).inserted { throw .batchTwice(batch.name) }
  }

  private func sentBefore() throws(AllocationFault) -> [Int64] {
    var sums = entitlements.map { _ in Int128(0) }
    for batch in sent {
      guard batch.amounts.count == sums.count else {
        throw .count(.sent, expected: sums.count, found: batch.amounts.count)
      }
      for row in sums.indices { sums[row] += Int128(batch.amounts[row]) }
    }
    let negative = sums.indices.filter { sums[$0] < 0 }
    if !negative.isEmpty { throw .negative(.sent, rows: negative) }
    if sums.contains(where: { $0 > Int128(Envelope.largestPot) }) { throw .tooLarge(.sent) }
    return sums.map { Int64($0) }
  }

  private func pot(of batch: Batch, sent: Int128) throws(AllocationFault) -> Int64 {
    switch batch.size {
    case .pot(let pot): return pot
    case .cumulativeShare(let share):
      let due = entitlements.reduce(.zero, +) * share
      guard due.isRepresentable else { throw .notRepresentable(.share, rows: []) }
      let units = due.floor
      guard 0...Int128(Envelope.largestPot) ~= units else { throw .pot(Int64(clamping: units)) }
      return Int64(clamping: units - sent)
    }
  }

  /// What each row keeps in any case.
  private func kept(_ before: [Int64], _ takeback: Batch.Takeback) throws(AllocationFault) -> [Int64] {
    switch takeback {
    case .none: return before
    case .all: return before.map { _ in 0 }
    case .upTo(let most):
      guard most.count == before.count else {
        throw .count(.takeback, expected: before.count, found: most.count)
      }
      let negative = most.indices.filter { most[$0] < 0 }
      if !negative.isEmpty { throw .negative(.takeback, rows: negative) }
      return before.indices.map { max(0, before[$0] - min(most[$0], before[$0])) }
    }
  }
}

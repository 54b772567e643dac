import DoudiAllocation
import DoudiInputs
import DoudiUnits

/// Batches one after the other, each net of what was sent.
struct BatchWork {
  let inputs: AllocationInputs
  let report: AllocationFaultReport

  /// The batches over the leaves; parents have the sums of theirs. Stops at the first that cannot be sent.
  func run(_ split: AllocationSplit) -> [BatchOutcome] {
    let leaves = inputs.rows.leaves
    let due = leaves.map { Rational(Int128(split.rows[$0].amount), over: 1) }
    var sent: [SentBatch] = []
    if let before = inputs.sent {
      sent.append(SentBatch("", leaves.map { Int64(clamping: before[$0].floor) }))
    }
    var found: [BatchOutcome] = []
    for rule in inputs.spec.batches {
      let size: Batch.Size =
        rule.upTo.map { .cumulativeShare($0.value) }
        ?? .pot(Int64(clamping: rule.envelope?.value.floor ?? 0))
      do {
        let outcome = try BatchPlan(entitlements: due, sent: sent)
          .split(Batch(rule.name, size, takeback: takeback(rule, leaves)))
        found.append(
          BatchOutcome(
            name: rule.name, date: rule.date, pot: outcome.pot, amounts: upwards(outcome.amounts, leaves),
            cumulative: upwards(zip(outcome.amounts, outcome.sentBefore).map { $0 + $1 }, leaves)))
        sent.append(SentBatch(rule.name, outcome.amounts))
      } catch {
        report.report(error, children: leaves, at: rule.envelope?.span ?? rule.upTo?.span ?? rule.span)
        return found
      }
    }
    return found
  }

  private func takeback(_ rule: BatchRule, _ leaves: [Int]) -> Batch.Takeback {
    switch rule.takeback {
    case .none: return .none
    case .all: return .all
    case .column(let name, _):
      let most = inputs.rows.filled(name) ?? []
      return .upTo(leaves.map { most.indices.contains($0) ? Int64(clamping: most[$0].floor) : 0 })
    }
  }

  private func upwards(_ amounts: [Int64], _ leaves: [Int]) -> [Int64] {
    var all = inputs.rows.rows.map { _ in Int64(0) }
    for (leaf, amount) in zip(leaves, amounts) {
      var next: Int? = leaf
      while let row = next {
        all[row] += amount
        next = inputs.rows.rows[row].parent
      }
    }
    return all
  }
}

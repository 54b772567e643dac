public import DoudiAnalysis
import DoudiAllocation
import DoudiInputs
import DoudiUnits

/// Tables of an allocation, for screens and for files.
public struct AllocationReport {
  let outcome: AllocationOutcome

  /// A report of an outcome.
  public init(_ outcome: AllocationOutcome) { self.outcome = outcome }

  var spec: AllocationSpec { outcome.spec }
  var split: AllocationSplit { outcome.split }
  var rows: AllocationRows { outcome.rows }

  /// For CSV files: every figure in full, in the unit of the specification.
  public func fileTables() -> [Table] {
    [allocation(), summary(), equityFile(), rounding(), assumptions()]
      + (split.program == nil ? [] : [prices()]) + (outcome.batches.isEmpty ? [] : [batches()])
      + (outcome.candidates.isEmpty ? [] : [methods()]) + (outcome.reserves.isEmpty ? [] : [reserve()])
      + (outcome.factors.isEmpty ? [] : [factors()])
  }

  /// One row a region: what `--json` prints.
  public func allocation() -> Table {
    let all = split.rows
    return Table(
      id: "allocation", title: Labels.allocation,
      columns: [
        Column("region", .texts(rows.rows.map(\.id))),
        Column("parent", .texts(rows.rows.map { $0.parent.map { rows.rows[$0].id } })),
        Column("need", .numbers(outcome.needs ?? none)), Column("weight", .numbers(weights)),
        Column("share", real(all.map(\.share))), Column("formula", real(all.map(\.formula))),
        Column("share_exact", .texts(all.map { $0.exact.map(Self.exact) })),
        Column("amount", whole(all.map(\.amount))),
        Column("bound", .texts(all.map { $0.bound?.side.rawValue })),
        Column("bound_reason", .texts(all.map { $0.bound?.bound.reason.rawValue })),
        Column("bound_value", .numbers(all.map { $0.bound?.bound.value })),
        Column("moved", whole(all.map(\.moved))),
        Column("moved_exact", .texts(all.map { $0.movedExact.map(Self.exact) })),
      ] + comparisons() + uses())
  }

  private func comparisons() -> [Column] {
    [
      Column("previous", .numbers(outcome.previous ?? none)), Column("change", .numbers(changes)),
      Column("change_percent", real(changePercents)),
      Column("sent", .numbers(outcome.sent.map { $0.map { $0 } } ?? none)),
      Column("to_send", .numbers(toSend)),
    ]
  }

  private func uses() -> [Column] {
    let risks = outcome.risks ?? rows.rows.map { _ in nil }
    return [
      Column("people", .numbers(outcome.people?.heads ?? none)), Column("per_person", real(perPerson)),
      Column("coverage", real(coverages)), Column("own_money", .numbers(ownMoney)),
      Column("next", real(outcome.next)),
      Column("need_p05", .persons(risks.map { $0?.low ?? .nan })),
      Column("need_p95", .persons(risks.map { $0?.high ?? .nan })),
      Column("short_probability", .persons(risks.map { $0?.short ?? .nan })),
    ]
  }

  /// Weights; those of a parent without its own are the sum of its children's.
  private var weights: [Rational?] {
    guard var found = outcome.weights else { return none }
    let parents = rows.rows.map(\.parent)
    for row in found.indices.reversed() where parents.contains(row) && found[row] == .zero {
      found[row] = parents.indices.filter { parents[$0] == row }.reduce(.zero) { $0 + found[$1] }
    }
    return found
  }

  var none: [Rational?] { rows.rows.map { _ in nil } }

  /// Shortest numbers that read back as the same double.
  private func real(_ values: [Rational?]) -> Values { .persons(values.map { $0?.double ?? .nan }) }

  private func whole(_ values: [Int64]) -> Values { .figures(values.map { String($0) }) }

  /// "80/7"; "20" where whole.
  static func exact(_ value: Rational) -> String { value.isWhole ? "\(value.numerator)" : value.exactText }

  // MARK: what follows from amounts

  func amount(_ row: Int) -> Rational { Rational(Int128(split.rows[row].amount), over: 1) }

  private func each(_ value: (Int) -> Rational?) -> [Rational?] {
    rows.rows.indices.map { value($0).flatMap { $0.isRepresentable ? $0 : nil } }
  }

  var changes: [Rational?] { each { row in outcome.previous?[row].map { amount(row) - $0 } } }

  var changePercents: [Rational?] {
    each { row in
      guard let before = outcome.previous?[row], before > .zero else { return nil }
      return (amount(row) - before) / before * Rational(100)
    }
  }

  var toSend: [Rational?] { each { row in outcome.sent.map { amount(row) - $0[row] } } }

  /// CNY, or units, a head.
  var perPerson: [Rational?] {
    each { row in
      guard let heads = outcome.people?.heads[row], heads > .zero else { return nil }
      return amount(row) / heads / (spec.unit.perYuan ?? .one)
    }
  }

  var coverages: [Rational?] {
    each { row in
      guard let need = outcome.needs?[row], need > .zero else { return nil }
      return amount(row) / need
    }
  }

  var ownMoney: [Rational?] { each { row in outcome.needs?[row].map { max(.zero, $0 - amount(row)) } } }
}

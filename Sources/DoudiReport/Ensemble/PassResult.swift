import DoudiEnsemble
import DoudiModel

/// What some passes of an ensemble have given: small whatever the number of draws.
public struct PassResult: Sendable {
  /// A figure's outcome with its place among regions and outputs.
  struct Row: Sendable {
    let key: SeriesKey
    let outcome: Outcome
  }

  /// A draw without a value.
  struct Failure: Hashable, Sendable {
    let draw: Int
    let key: SeriesKey
  }

  /// Failures that are named; the others are counted.
  static let mostNamed = 100_000

  var rows: [Row] = []
  var ceilings: [Int: Double] = [:]
  var failures: [Failure] = []
  var isSketched = false

  /// Outcomes in the order of regions and outputs.
  var sorted: [Outcome] {
    rows.sorted { ($0.key.node, $0.key.output) < ($1.key.node, $1.key.output) }.map(\.outcome)
  }

  mutating func add(_ outcome: Outcome, _ pair: (node: Int, output: Int), _ table: OutcomeTable) {
    let key = SeriesKey(node: pair.node, output: table.outputRange.lowerBound + pair.output)
    rows.append(Row(key: key, outcome: outcome))
  }

  mutating func add(_ other: PassResult) {
    rows += other.rows
    ceilings.merge(other.ceilings) { $1 }
    failures += other.failures.prefix(max(0, Self.mostNamed - failures.count))
    isSketched = isSketched || other.isSketched
  }

  /// Names the draws of a table that have no value.
  ///
  /// Money always has one. Of other figures a table without a single value is one that the region does not
  /// have.
  mutating func note(_ table: OutcomeTable, _ pairs: [(node: Int, output: Int)]) {
    for pair in pairs where failures.count < Self.mostNamed {
      let values = table.draws(node: pair.node, output: pair.output)
      guard values.contains(where: { !$0.isFinite }) else { continue }
      guard Self.always(table.outputs[pair.output]) || values.contains(where: \.isFinite) else { continue }
      let key = SeriesKey(node: pair.node, output: table.outputRange.lowerBound + pair.output)
      for draw in values.indices where !values[draw].isFinite && failures.count < Self.mostNamed {
        failures.append(Failure(draw: table.first + draw, key: key))
      }
    }
  }

  private static func always(_ output: DrawOutput) -> Bool {
    switch output.kind {
    case .programme, .total, .group, .result: true
    case .amount, .slack, .refill: false
    }
  }
}

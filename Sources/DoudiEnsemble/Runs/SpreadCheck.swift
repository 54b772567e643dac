import DoudiModel

/// The spread of one output of the whole in its last year, by draws.
public struct SpreadCheck: Sendable {
  /// Standard deviation, in the output's unit.
  public let deviation: Double
  /// Draws that have a value.
  public let draws: Int

  /// Runs the draws; nil where fewer than two have a value.
  /// - Parameters:
  ///   - run: draws of a scenario.
  ///   - headline: name of the output.
  /// - Throws: where values cannot be had.
  public init?(_ run: EnsembleRun, of headline: String) throws {
    guard let place = run.outputs.lastIndex(where: { $0.name == headline }) else { return nil }
    var (count, mean, squares) = (0, 0.0, 0.0)
    try run.with(run.plan.only(output: place)).run { table in
      for value in table.draws(node: table.nodes.root, output: 0) where value.isFinite {
        count += 1
        let gap = value - mean
        mean += gap / Double(count)
        squares += gap * (value - mean)
      }
    }
    guard count > 1 else { return nil }
    (deviation, draws) = ((squares / Double(count - 1)).squareRoot(), count)
  }
}

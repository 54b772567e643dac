/// Where outcomes come from: a scenario's arithmetic, or files of shards.
public protocol OutcomeFiller: Sendable {
  /// Fills a table: its outputs, its draws, every region.
  /// - Parameters:
  ///   - table: what to fill.
  ///   - done: its first draws that are there already.
  ///   - progress: called with the number of draws done since the last call; what it throws ends the filling.
  /// - Throws: where values cannot be had.
  func fill(_ table: OutcomeTable, from done: Int, progress: (Int) throws -> Void) throws
}

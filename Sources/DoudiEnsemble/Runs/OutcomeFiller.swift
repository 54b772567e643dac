/// Where outcomes come from: a scenario's arithmetic, or files of shards.
public protocol OutcomeFiller: Sendable {
  /// Fills a table: its outputs, its draws, every region.
  /// - Parameters:
  ///   - table: what to fill.
  ///   - progress: called with the number of draws done since the last call.
  /// - Throws: where values cannot be had.
  func fill(_ table: OutcomeTable, progress: (Int) -> Void) throws
}

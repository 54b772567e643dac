import DoudiEnsemble

extension EnsembleReport {
  /// draw, region, year, output: every figure that a draw has no value of.
  ///
  /// - Parameters:
  ///   - outputs: all outputs of the ensemble.
  ///   - name: name of a draw.
  /// - Returns: a table for a file.
  public func failedTable(outputs: [(name: String, year: Int)], name: (Int) -> String) -> Table {
    let rows = results.failures.sorted {
      ($0.draw, $0.key.node, $0.key.output) < ($1.draw, $1.key.node, $1.key.output)
    }
    return Table(
      id: "failed", title: Labels.failed,
      columns: [
        Column("draw", .figures(rows.map { name($0.draw) })),
        Column("region", .texts(rows.map { nodes.names[$0.key.node] })),
        Column("year", .texts(rows.map { "\(outputs[$0.key.output].year)" })),
        Column("output", .texts(rows.map { outputs[$0.key.output].name })),
      ])
  }
}

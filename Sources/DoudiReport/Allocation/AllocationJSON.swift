/// An allocation for machines: the array of its rows, `[{region, share_exact, amount, bound, moved, ...}]`.
public enum AllocationJSON {
  /// Writes the array; ids only, the same bytes for the same inputs.
  public static func write(_ report: AllocationReport, to output: ByteOutput) throws {
    try JSONRows.write(report.allocation(), to: output)
    output.buffer.append("\n")
    try output.finish()
  }
}

public import DoudiEnsemble
import DoudiModel
import DoudiUnits

/// Writes every draw's outcomes: draw, region, year, output, value, status.
///
/// Values have 17 significant digits at most and read back to the same double; status is `ok`, or `failed`
/// for a draw without a value. Leaves and the root.
public final class DrawsWriter {
  private let output: ByteOutput
  private let names: @Sendable (Int) -> String

  /// A writer that has written the heads, or one that goes on without them.
  public init(to output: ByteOutput, source: any DrawSource, heads: Bool = true) {
    self.output = output
    names = { source.name(of: $0) }
    if heads { output.buffer.append("draw,region,year,output,value,status\n") }
  }

  /// Writes the outcomes of some outputs, draw by draw.
  public func write(_ table: OutcomeTable) throws {
    let nodes =
      Array(0..<table.nodes.leafCount) + (table.nodes.root < table.nodes.leafCount ? [] : [table.nodes.root])
    for node in nodes where table.shown.contains(node) {
      for (position, one) in table.outputs.enumerated() where table.has(node: node, output: position) {
        let middle = "," + Self.text(table.nodes.names[node]) + ",\(one.year)," + Self.text(one.name) + ","
        try write(table.draws(node: node, output: position), table.first, middle)
      }
    }
  }

  private func write(_ values: UnsafeBufferPointer<Double>, _ first: Int, _ middle: String) throws {
    nonisolated(unsafe) let values = values
    let names = self.names
    try RowBlocks(count: values.count).write(to: output) { range, buffer in
      for draw in range {
        buffer.append(csvText: names(first + draw))
        buffer.append(middle)
        if values[draw].isFinite {
          buffer.append(shortest: values[draw])
          buffer.append(",ok\n")
        } else {
          buffer.append(",failed\n")
        }
      }
    }
  }

  /// A name as a field of a CSV row.
  private static func text(_ name: String) -> String {
    var buffer = ByteBuffer()
    buffer.append(csvText: name)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Hands on what is left.
  public func finish() throws { try output.finish() }
}

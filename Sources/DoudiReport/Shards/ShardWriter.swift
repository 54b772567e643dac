public import DoudiEnsemble
import DoudiModel

/// Writes the outcomes of a shard's draws.
///
/// ```
/// "doudi shard 1\n"                    14 bytes
/// length of the head                   whole number of eight bytes, the least first, as all below
/// head: card of the ensemble, i, N, number of draws, names of the draws (none: they are their numbers)
/// values                               output after output, region after region (parents where they have
///                                      one), draw after draw: doubles; failed draws are NaN
/// ```
public enum ShardWriter {
  static let magic = Array("doudi shard 1\n".utf8)

  /// Name of the file: "shard-i-of-N.bin".
  public static func name(_ shard: Shard) -> String { "shard-\(shard.index)-of-\(shard.count).bin" }

  /// Writes a whole file.
  /// - Parameters:
  ///   - run: a run of the shard's draws.
  ///   - card: the whole ensemble.
  ///   - shard: which share it is.
  ///   - output: where it goes.
  ///   - progress: called with the number of draws done since the last call.
  /// - Throws: where bytes cannot be written, or values cannot be had.
  public static func write(
    _ run: EnsembleRun, card: EnsembleCard, shard: Shard, to output: ByteOutput, progress: (Int) -> Void
  ) throws {
    let names = (0..<run.source.count).map { run.source.name(of: $0) }
    let plain = names.indices.allSatisfy { names[$0] == "\(shard.draw(at: $0))" }
    var head = ByteBuffer()
    let packed = card.packed
    head.pack(packed.count)
    head.append(packed)
    for number in [shard.index, shard.count, run.source.count] { head.pack(number) }
    head.pack(list: plain ? [] : names) { $1.pack($0) }
    output.buffer.append(magic)
    output.buffer.pack(head.count)
    output.buffer.append(head.bytes)
    try output.finish()
    for pass in run.plan.passes {
      try run.run(pass, progress: progress) { table in try write(table, to: output) }
    }
  }

  private static func write(_ table: OutcomeTable, to output: ByteOutput) throws {
    for place in table.outputs.indices {
      for node in table.nodes.names.indices where table.has(node: node, output: place) {
        let values = table.draws(node: node, output: place)
        #if _endian(big)
          try output.write(values.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian) { Array($0) } })
        #else
          try output.write(Array(UnsafeRawBufferPointer(values)))
        #endif
      }
    }
  }
}

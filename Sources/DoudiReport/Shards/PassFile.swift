import DoudiEnsemble
import DoudiModel

/// The result of one finished pass as a file, for a run that was interrupted to go on from.
public enum PassFile {
  private static let magic = "doudi pass 1"

  /// Bytes of a pass of an ensemble.
  public static func bytes(_ result: PassResult, card: EnsembleCard) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.pack(magic)
    buffer.pack(Digest.sha256(card.packed))
    buffer.pack(result.isSketched ? 1 : 0)
    buffer.pack(list: result.rows) { row, buffer in
      buffer.pack(row.key.node)
      buffer.pack(row.key.output)
      let one = row.outcome
      for value in [one.mean, one.deviation, one.below, one.above] {
        buffer.pack(value.map { [$0] } ?? [])
      }
      buffer.pack(one.quantiles)
      buffer.pack(one.errors)
      buffer.pack(one.failed)
    }
    buffer.pack(list: result.ceilings.sorted { $0.key < $1.key }) { one, buffer in
      buffer.pack(one.key)
      buffer.pack(one.value)
    }
    buffer.pack(list: result.failures) { one, buffer in
      for number in [one.draw, one.key.node, one.key.output] { buffer.pack(number) }
    }
    return buffer.bytes
  }

  /// The result; nil where the bytes are of another ensemble, or damaged.
  public static func read(_ bytes: [UInt8], card: EnsembleCard) -> PassResult? {
    var reader = ByteReader(bytes)
    guard reader.text() == magic, reader.text() == Digest.sha256(card.packed), let flag = reader.integer(),
      let rows = reader.list({ row(&$0, card) }), let ceilings = reader.list(ceiling),
      let failures = reader.list({ failure(&$0, card) }), reader.isAtEnd
    else { return nil }
    var result = PassResult()
    (result.rows, result.failures, result.isSketched) = (rows, failures, flag == 1)
    result.ceilings = Dictionary(ceilings) { $1 }
    return result
  }

  private static func key(_ reader: inout ByteReader, _ card: EnsembleCard) -> SeriesKey? {
    guard let node = reader.integer(), let output = reader.integer(),
      card.nodes.names.indices.contains(node), card.outputs.indices.contains(output)
    else { return nil }
    return SeriesKey(node: node, output: output)
  }

  private static func row(_ reader: inout ByteReader, _ card: EnsembleCard) -> PassResult.Row? {
    guard let key = key(&reader, card), let mean = reader.reals(), let deviation = reader.reals(),
      let below = reader.reals(), let above = reader.reals(), let quantiles = reader.reals(),
      let errors = reader.reals(),
      let failed = reader.integer()
    else { return nil }
    return PassResult.Row(
      key: key,
      outcome: Outcome(
        region: card.nodes.names[key.node], output: card.outputs[key.output], mean: mean.first,
        deviation: deviation.first, quantiles: quantiles, errors: errors, below: below.first,
        above: above.first, failed: failed))
  }

  private static func ceiling(_ reader: inout ByteReader) -> (Int, Double)? {
    guard let place = reader.integer(), let share = reader.real() else { return nil }
    return (place, share)
  }

  private static func failure(_ reader: inout ByteReader, _ card: EnsembleCard) -> PassResult.Failure? {
    guard let draw = reader.integer(), let key = key(&reader, card) else { return nil }
    return PassResult.Failure(draw: draw, key: key)
  }
}

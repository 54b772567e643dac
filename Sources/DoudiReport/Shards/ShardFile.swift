public import DoudiEnsemble

/// A finished shard on a disk.
public final class ShardFile: Sendable {
  /// Where it lies.
  public let path: String
  /// The ensemble it is a share of.
  public let card: EnsembleCard
  /// Which share.
  public let shard: Shard
  /// Draws of the share.
  public let draws: Int
  /// Names of the draws; empty where they are their numbers.
  let names: [String]
  private let descriptor: Int32
  private let start: Int
  /// By output: values before it, in series.
  private let before: [Int]

  /// Opens a file.
  /// - Throws: ``ShardFault`` where it is no shard, of another version, or cut short.
  public init(_ path: String) throws {
    guard let (descriptor, size) = openFile(path) else { throw ShardFault.unread(path) }
    do {
      let prefix = ShardWriter.magic.count + 8
      guard let first = Self.bytes(descriptor, 0, min(prefix, size)), first.count == prefix,
        Array(first.prefix(ShardWriter.magic.count)) == ShardWriter.magic
      else { throw ShardFault.damaged(path) }
      var lengthReader = ByteReader(Array(first.suffix(8)))
      guard let length = lengthReader.integer(), length > 0, length <= size - prefix,
        let head = Self.bytes(descriptor, prefix, length)
      else { throw ShardFault.damaged(path) }
      var reader = ByteReader(head)
      guard let packed = reader.count().flatMap({ reader.bytes($0) }), let card = EnsembleCard(packed: packed)
      else { throw ShardFault.otherVersion(path) }
      guard let index = reader.integer(), let count = reader.integer(), let draws = reader.integer(),
        let names = reader.list({ $0.text() }), reader.isAtEnd, let shard = Shard(index: index, count: count),
        draws == shard.draws(of: card.design.draws), names.isEmpty || names.count == draws
      else { throw ShardFault.damaged(path) }
      var before = [0]
      for output in card.outputs.indices {
        let series = card.nodes.names.indices.count { card.has(node: $0, output: output) }
        before.append(before[output] + series)
      }
      guard size == prefix + length + before[card.outputs.count] * draws * 8 else {
        throw ShardFault.damaged(path)
      }
      (self.path, self.card, self.shard, self.draws, self.names) = (path, card, shard, draws, names)
      (self.descriptor, start, self.before) = (descriptor, prefix + length, before)
    } catch {
      _ = closeFile(descriptor)
      throw error
    }
  }

  deinit { _ = closeFile(descriptor) }

  private static func bytes(_ descriptor: Int32, _ offset: Int, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return bytes.withUnsafeMutableBytes { readAll($0, from: descriptor, at: offset) } ? bytes : nil
  }

  /// Reads values of a figure into the front of `values`.
  /// - Throws: ``ShardFault`` where the file gives less than it did.
  func read(
    node: Int, output: Int, positions: Range<Int>, into values: UnsafeMutableBufferPointer<Double>
  ) throws {
    // Parents come after all leaves, and have all or none.
    let series = before[output] + node
    let bytes = UnsafeMutableRawBufferPointer(values)
    let target = UnsafeMutableRawBufferPointer(rebasing: bytes[..<(positions.count * 8)])
    guard readAll(target, from: descriptor, at: start + (series * draws + positions.lowerBound) * 8) else {
      throw ShardFault.damaged(path)
    }
    #if _endian(big)
      for i in 0..<positions.count {
        values[i] = Double(bitPattern: UInt64(littleEndian: values[i].bitPattern))
      }
    #endif
  }
}

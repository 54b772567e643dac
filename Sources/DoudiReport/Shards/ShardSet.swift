public import DoudiEnsemble
import DoudiInputs

/// All shards of one ensemble: every share exactly once.
public struct ShardSet: OutcomeFiller {
  /// The ensemble.
  public let card: EnsembleCard
  /// The shards in their order.
  public let files: [ShardFile]

  /// Finds the shards in folders.
  /// - Throws: ``ShardFault`` where there are none, some are missing, doubled, damaged or of other runs.
  public init(folders: [String]) throws {
    var files: [ShardFile] = []
    for folder in folders {
      guard let names = namesInFolder(folder) else { throw ShardFault.unread(folder) }
      for name in names where name.hasPrefix("shard-") && name.hasSuffix(".bin") {
        files.append(try ShardFile(folder + "/" + name))
      }
    }
    guard let first = files.first else { throw ShardFault.none(folders) }
    let packed = first.card.packed
    for file in files.dropFirst() {
      if file.card.packed != packed, let why = first.card.difference(file.card) {
        throw ShardFault.other(first.path, file.path, why)
      }
      if file.shard.count != first.shard.count {
        throw ShardFault.other(first.path, file.path, Self.counts(first.shard.count, file.shard.count))
      }
    }
    var found: [Int: ShardFile] = [:]
    for file in files {
      if let other = found.updateValue(file, forKey: file.shard.index) {
        throw ShardFault.doubled(other.path, file.path)
      }
    }
    let missing = (0..<first.shard.count).filter { found[$0] == nil }
    guard missing.isEmpty else { throw ShardFault.missing(missing, of: first.shard.count) }
    card = first.card
    self.files = files.sorted { $0.shard.index < $1.shard.index }
  }

  private static func counts(_ one: Int, _ other: Int) -> Bilingual {
    Bilingual(zh: "分片数不同：\(one)与\(other)", en: "numbers of shards differ: \(one) and \(other)")
  }

  /// The ensemble as if one process had drawn it.
  public var run: EnsembleRun {
    EnsembleRun(
      outputs: card.outputs, nodes: card.nodes, source: ShardNames(self), filler: self, plan: card.plan)
  }

  /// Reads every shard's values to their places.
  /// - Throws: ``ShardFault``.
  public func fill(_ table: OutcomeTable, from done: Int, progress: (Int) throws -> Void) throws {
    let draws = (table.first + min(done, table.draws))..<(table.first + table.draws)
    let most = files.map { $0.shard.positions(in: draws).count }.max() ?? 0
    let values = UnsafeMutableBufferPointer<Double>.allocate(capacity: max(1, most))
    defer { values.deallocate() }
    for file in files {
      let positions = file.shard.positions(in: draws)
      guard !positions.isEmpty else { continue }
      let first = file.shard.draw(at: positions.lowerBound) - table.first
      for (place, output) in table.outputRange.enumerated() {
        for node in card.nodes.names.indices where table.has(node: node, output: place) {
          try file.read(node: node, output: output, positions: positions, into: values)
          table.place(
            UnsafeBufferPointer(rebasing: values[..<positions.count]), node: node, output: place,
            first: first, step: file.shard.count)
        }
      }
      try progress(positions.count)
    }
  }
}

/// Names of the draws of all shards; it has no values to fill in.
private struct ShardNames: DrawSource {
  let columns: Int
  let count: Int
  let replicates: Int
  private let names: [[String]]

  init(_ set: ShardSet) {
    (columns, count) = (set.card.design.inputs, set.card.design.draws)
    replicates = set.card.design.replicates
    names = set.files.map(\.names)
  }

  func name(of draw: Int) -> String {
    let own = names[draw % names.count]
    return own.isEmpty ? "\(draw)" : own[draw / names.count]
  }

  func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    block.update(repeating: .nan)
  }
}

/// How an ensemble is cut into passes so that its memory does not grow with it.
///
/// Every pass goes over all draws and keeps some outputs. A plan depends on the size of the whole alone,
/// so one process and many shards have the same plan and the same bits.
public struct PassPlan: Hashable, Sendable {
  /// One pass: outputs and regions whose outcomes are kept.
  public struct Pass: Hashable, Sendable {
    /// Number from 0.
    public let number: Int
    /// Outputs.
    public let outputs: Range<Int>
    /// Regions.
    public let nodes: Range<Int>
  }

  /// The passes in their order.
  public let passes: [Pass]
  /// Draws in all.
  public let draws: Int
  /// Regions in all.
  let nodes: Int
  /// Draws to a table: all of them where quantiles are exact, else a batch.
  public let batch: Int
  /// True where all draws of an output are kept and sorted; false: they are counted in cells.
  public var isExact: Bool { batch >= draws }

  /// Most draws that are kept and sorted.
  static let mostExact = 2_000_000
  /// Bytes that a replicate's sketch is reckoned at.
  static let sketchBytes = 100_000

  /// A plan.
  /// - Parameters:
  ///   - nodes: regions, parents among them.
  ///   - outputs: outputs.
  ///   - draws: draws.
  ///   - replicates: independent replicates.
  ///   - memory: bytes that outcomes of one pass may take.
  ///   - largest: bytes of one output beyond which its draws are not kept.
  public init(
    nodes: Int, outputs: Int, draws: Int, replicates: Int, memory: Int = 400_000_000,
    largest: Int = 400_000_000
  ) {
    (self.draws, self.nodes) = (draws, nodes)
    let one = max(1, nodes * draws * 8)
    if draws <= Self.mostExact, one <= largest {
      batch = max(1, draws)
      passes = Self.passes(nodes, outputs, series: nodes * max(1, memory / one))
    } else {
      let series = max(1, memory / (max(1, replicates) * Self.sketchBytes))
      passes = Self.passes(nodes, outputs, series: series)
      let width = max(1, nodes * (passes.first?.outputs.count ?? 1)) * 8
      batch = max(1, min(draws - 1, max(256, min(32_768, memory / 4 / width))))
    }
  }

  /// The plan of a shard: whole tables of its own draws, output after output.
  ///
  /// Nil where one output does not fit into the memory: `shards(nodes:draws:)` says how many do.
  public init?(shardOf draws: Int, nodes: Int, outputs: Int, memory: Int = 400_000_000) {
    let one = max(1, nodes * draws * 8)
    guard one <= memory else { return nil }
    (self.draws, self.nodes, batch) = (draws, nodes, max(1, draws))
    passes = Self.passes(nodes, outputs, series: nodes * max(1, memory / one))
  }

  /// One output of every region, in the batches of this plan.
  public func only(output: Int) -> PassPlan {
    PassPlan(
      passes: [Pass(number: 0, outputs: output..<(output + 1), nodes: 0..<nodes)], draws: draws, batch: batch,
      nodes: nodes)
  }

  private init(passes: [Pass], draws: Int, batch: Int, nodes: Int) {
    (self.passes, self.draws, self.batch, self.nodes) = (passes, draws, batch, nodes)
  }

  /// The least number of shards that each fit into the memory.
  public static func shards(nodes: Int, draws: Int, memory: Int = 400_000_000) -> Int {
    let own = max(1, memory / (max(1, nodes) * 8))
    return (draws + own - 1) / own
  }

  /// Passes of at most `series` pairs of region and output, at least one.
  private static func passes(_ nodes: Int, _ outputs: Int, series: Int) -> [Pass] {
    let width = max(1, min(outputs, series / max(1, nodes)))
    let height = series >= nodes ? nodes : max(1, series)
    var passes: [Pass] = []
    for output in stride(from: 0, to: outputs, by: width) {
      for node in stride(from: 0, to: nodes, by: max(1, height)) {
        passes.append(
          Pass(
            number: passes.count, outputs: output..<min(outputs, output + width),
            nodes: node..<min(nodes, node + height)))
      }
    }
    return passes
  }
}

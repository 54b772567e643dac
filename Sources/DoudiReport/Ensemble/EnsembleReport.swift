import Dispatch
public import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits
import Synchronization

/// What the draws of an ensemble say, of every region and figure.
public final class EnsembleReport {
  /// The central run.
  public let run: RunReport
  /// How the draws were made: method, seed, number.
  public let design: EnsembleDesign
  let nodes: EnsembleNodes
  private(set) var outcomes: [Outcome] = []
  private(set) var ceilings: [(ceiling: Ceiling, share: Double?)] = []
  private let wanted: [Ceiling]

  /// A report that will take outcomes as they come.
  public init(_ run: RunReport, nodes: EnsembleNodes, design: EnsembleDesign, ceilings: [Ceiling]) {
    (self.run, self.nodes, self.design, wanted) = (run, nodes, design, ceilings)
  }

  /// Takes the outcomes of some outputs.
  public func take(_ table: OutcomeTable) {
    let pairs = table.nodes.names.indices.flatMap { node in table.outputs.indices.map { (node, $0) } }
    let found = Mutex<[Int: Outcome]>([:])
    let replicates = design.replicates
    DispatchQueue.concurrentPerform(iterations: pairs.count) { index in
      let outcome = table.outcome(node: pairs[index].0, output: pairs[index].1, replicates: replicates)
      guard let outcome, !outcome.quantiles.isEmpty else { return }
      found.withLock { $0[index] = outcome }
    }
    let all = found.withLock { $0 }
    outcomes += pairs.indices.compactMap { all[$0] }
    for ceiling in wanted {
      guard let node = table.nodes.names.firstIndex(of: ceiling.region.text),
        let output = table.outputs.firstIndex(where: { $0.name == ceiling.output && $0.year == ceiling.year })
      else { continue }
      ceilings.append((ceiling, table.share(node: node, output: output, above: ceiling.cny)))
    }
  }

  /// The official run's figure of an outcome's region and output, where it has one.
  func central(_ outcome: Outcome) -> Double? {
    run.central(outcome.output, region: outcome.region)
  }
}

/// How draws were made.
public struct EnsembleDesign: Sendable {
  /// "sobol", "lhs", "mc", or the name of a design's file.
  public let method: String
  /// The seed; nil for draws from a file.
  public let seed: UInt64?
  /// Draws.
  public let draws: Int
  /// Independent replicates.
  public let replicates: Int
  /// Uncertain parameters.
  public let inputs: Int

  /// A design.
  public init(method: String, seed: UInt64?, draws: Int, replicates: Int, inputs: Int) {
    (self.method, self.seed, self.draws) = (method, seed, draws)
    (self.replicates, self.inputs) = (replicates, inputs)
  }
}

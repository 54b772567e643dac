public import DoudiModel
public import DoudiTape
import DoudiUnits

/// Runs the draws of a source through a scenario's arithmetic and hands over every region's outcomes.
///
/// Outputs are worked on in groups, as many at a time as the memory allows; each group is one pass
/// over all draws. Where not even one output fits, tables come batch by batch (see ``PassPlan``).
public struct EnsembleRun {
  /// Where draws come from.
  public let source: any DrawSource
  /// Regions, leaves first.
  public let nodes: EnsembleNodes
  /// What is computed, in the order of the tape's outputs.
  public let outputs: [DrawOutput]
  /// The passes.
  public let plan: PassPlan
  private let filler: any OutcomeFiller

  /// A run of a source.
  /// - Parameters:
  ///   - tape: the arithmetic; its regions are the leaves, its inputs the source's columns.
  ///   - outputs: what each region of the tape gives.
  ///   - nodes: the leaves and their parents.
  ///   - source: the draws.
  ///   - memory: bytes that outcomes may take at a time.
  ///   - largest: bytes of one output beyond which its draws are counted in cells, not kept.
  public init(
    tape: Tape, outputs: [DrawOutput], nodes: EnsembleNodes, source: any DrawSource,
    memory: Int = 400_000_000, largest: Int = 400_000_000
  ) {
    self.init(
      outputs: outputs, nodes: nodes, source: source, filler: TapeFiller(tape, source),
      plan: PassPlan(
        nodes: nodes.names.count, outputs: outputs.count, draws: source.count,
        replicates: source.replicates, memory: memory, largest: largest))
  }

  /// A run over a finished central run.
  public init(_ program: DrawProgram, _ projection: Projection, _ source: any DrawSource) {
    self.init(
      tape: program.tape, outputs: program.outputs, nodes: EnsembleNodes(projection.model), source: source)
  }

  /// A run whose outcomes come from elsewhere.
  public init(
    outputs: [DrawOutput], nodes: EnsembleNodes, source: any DrawSource, filler: any OutcomeFiller,
    plan: PassPlan
  ) {
    (self.outputs, self.nodes, self.source) = (outputs, nodes, source)
    (self.filler, self.plan) = (filler, plan)
  }

  /// The same run with other passes.
  public func with(_ plan: PassPlan) -> EnsembleRun {
    EnsembleRun(outputs: outputs, nodes: nodes, source: source, filler: filler, plan: plan)
  }

  /// Outputs to a pass.
  var outputsPerPass: Int { plan.passes.first?.outputs.count ?? 1 }

  /// Runs everything, pass after pass.
  /// - Parameters:
  ///   - progress: called with the share of the work that is done.
  ///   - take: receives the outcomes of some outputs; they are gone after the call.
  /// - Throws: what `take` throws, or where the source has fewer columns than the tape has inputs.
  public func run(
    progress: (Double) -> Void = { _ in }, take: (OutcomeTable) throws -> Void
  ) throws {
    let whole = Double(max(1, plan.passes.count * plan.draws))
    var done = 0
    for pass in plan.passes {
      try run(
        pass,
        progress: {
          done += $0; progress(Double(done) / whole)
        }, take: take)
    }
  }

  /// Runs one pass.
  /// - Parameters:
  ///   - pass: one of the plan's.
  ///   - restore: puts draws of an earlier, stopped run of the pass into the table and says how many.
  ///   - progress: called with the number of draws done since the last call; may throw to stop.
  ///   - stopped: receives the table of a stopped pass and the number of its first draws that are done.
  ///   - take: receives one table of all draws, or tables of batches in the order of the draws.
  /// - Throws: what the closures throw, or where values cannot be had.
  public func run(
    _ pass: PassPlan.Pass, restore: (OutcomeTable) -> Int = { _ in 0 },
    progress: (Int) throws -> Void = { _ in }, stopped: (OutcomeTable, Int) throws -> Void = { _, _ in },
    take: (OutcomeTable) throws -> Void
  ) throws {
    for first in stride(from: 0, to: plan.draws, by: plan.batch) {
      let table = OutcomeTable(
        nodes: nodes, outputs: Array(outputs[pass.outputs]), draws: min(plan.batch, plan.draws - first),
        first: first, total: plan.draws, firstOutput: pass.outputs.lowerBound, shown: pass.nodes)
      let before = table.isWhole ? min(table.draws, max(0, restore(table))) : 0
      var done = before
      do {
        if before > 0 { try progress(before) }
        try filler.fill(table, from: before) { draws in
          done += draws
          try progress(draws)
        }
      } catch {
        if table.isWhole, done < table.draws { try stopped(table, done) }
        throw error
      }
      try take(table)
    }
  }
}

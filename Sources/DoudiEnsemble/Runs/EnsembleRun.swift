import Dispatch
public import DoudiModel
public import DoudiTape
import DoudiUnits

/// Runs the draws of a source through a scenario's arithmetic and hands over every region's outcomes.
///
/// Outputs are worked on in groups, as many at a time as the memory allows; each group is one pass
/// over all draws.
public struct EnsembleRun {
  /// Where draws come from.
  public let source: any DrawSource
  /// Regions, leaves first.
  public let nodes: EnsembleNodes
  /// What is computed, in the order of the tape's outputs.
  public let outputs: [DrawOutput]
  private let tape: Tape
  /// Bytes that outcomes of one pass may take.
  private let memory: Int

  /// A run of a source.
  /// - Parameters:
  ///   - tape: the arithmetic; its regions are the leaves, its inputs the source's columns.
  ///   - outputs: what each region of the tape gives.
  ///   - nodes: the leaves and their parents.
  ///   - source: the draws.
  ///   - memory: bytes that outcomes may take at a time.
  public init(
    tape: Tape, outputs: [DrawOutput], nodes: EnsembleNodes, source: any DrawSource,
    memory: Int = 400_000_000
  ) {
    (self.tape, self.outputs, self.nodes) = (tape, outputs, nodes)
    (self.source, self.memory) = (source, memory)
  }

  /// A run over a finished central run.
  public init(_ program: DrawProgram, _ projection: Projection, _ source: any DrawSource) {
    self.init(
      tape: program.tape, outputs: program.outputs, nodes: EnsembleNodes(projection.model), source: source)
  }

  /// Outputs to a pass.
  var outputsPerPass: Int {
    max(1, min(outputs.count, memory / max(1, nodes.names.count * source.count * 8)))
  }

  /// Runs everything, pass after pass.
  /// - Parameters:
  ///   - progress: called with the share of the work that is done, between passes and blocks.
  ///   - take: receives the outcomes of some outputs; they are gone after the call.
  /// - Throws: what `take` throws, or where the source has fewer columns than the tape has inputs.
  public func run(
    progress: (Double) -> Void = { _ in }, take: (OutcomeTable) throws -> Void
  ) throws {
    let runner = TapeRunner(tape: tape)
    var first = 0
    while first < outputs.count {
      let range = first..<min(outputs.count, first + outputsPerPass)
      let table = OutcomeTable(nodes: nodes, outputs: Array(outputs[range]), draws: source.count)
      try fill(table, range, runner)
      try take(table)
      first = range.upperBound
      progress(Double(first) / Double(outputs.count))
    }
  }

  /// Draws to a batch: inputs of so many lie in memory at a time.
  private var batch: Int { max(4096, min(source.count, 20_000_000 / max(1, source.columns * 8))) }

  private func fill(_ table: OutcomeTable, _ range: Range<Int>, _ runner: TapeRunner) throws {
    var first = 0
    while first < source.count {
      let draws = first..<min(source.count, first + batch)
      let block = UnsafeMutableBufferPointer<Double>.allocate(capacity: source.columns * draws.count)
      defer { block.deallocate() }
      fillInputs(block, draws)
      let columns = (0..<source.columns).map {
        UnsafeBufferPointer(rebasing: block[($0 * draws.count)..<(($0 + 1) * draws.count)])
      }
      let offset = draws.lowerBound
      try runner.run(draws: draws.count, inputs: columns, chunks: 8) { found in
        guard range.contains(found.output) else { return }
        table.add(
          found.values, leaf: found.region, output: found.output - range.lowerBound,
          first: offset + found.firstDraw)
      }
      first = draws.upperBound
    }
  }

  /// Columns are filled by both cores, each a share of the draws; the bits do not depend on the shares.
  private func fillInputs(_ block: UnsafeMutableBufferPointer<Double>, _ draws: Range<Int>) {
    guard source.columns > 0 else { return }
    let parts = min(4, draws.count)
    let count = draws.count
    nonisolated(unsafe) let target = block
    let (source, width) = (self.source, self.source.columns)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let low = draws.lowerBound + part * count / parts
      let high = draws.lowerBound + (part + 1) * count / parts
      let own = UnsafeMutableBufferPointer<Double>.allocate(capacity: width * (high - low))
      defer { own.deallocate() }
      source.fill(draws: low..<high, into: own)
      for column in 0..<width {
        let start = column * count + (low - draws.lowerBound)
        for i in 0..<(high - low) { target[start + i] = own[column * (high - low) + i] }
      }
    }
  }
}

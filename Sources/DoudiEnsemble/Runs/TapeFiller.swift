import Dispatch
import DoudiTape

/// Outcomes of a scenario's arithmetic.
struct TapeFiller: OutcomeFiller {
  let source: any DrawSource
  let runner: TapeRunner

  init(_ tape: Tape, _ source: any DrawSource) {
    (self.source, runner) = (source, TapeRunner(tape: tape))
  }

  /// Draws to a batch: inputs of so many lie in memory at a time.
  private var batch: Int { max(4096, min(32_768, 20_000_000 / max(1, source.columns * 8))) }

  func fill(_ table: OutcomeTable, from done: Int, progress: (Int) throws -> Void) throws {
    let range = table.outputRange
    var first = table.first + done
    let end = table.first + table.draws
    while first < end {
      let draws = first..<min(end, first + batch)
      let block = UnsafeMutableBufferPointer<Double>.allocate(capacity: source.columns * draws.count)
      defer { block.deallocate() }
      fillInputs(block, draws)
      let columns = (0..<source.columns).map {
        UnsafeBufferPointer(rebasing: block[($0 * draws.count)..<(($0 + 1) * draws.count)])
      }
      let offset = draws.lowerBound - table.first
      try runner.run(draws: draws.count, inputs: columns, chunks: 8) { found in
        guard range.contains(found.output) else { return }
        table.add(
          found.values, leaf: found.region, output: found.output - range.lowerBound,
          first: offset + found.firstDraw)
      }
      first = draws.upperBound
      try progress(draws.count)
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

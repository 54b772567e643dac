import Dispatch

extension TapeRunner {
  /// Runs the draws in chunks, on all cores.
  ///
  /// Chunks are contiguous, of whole blocks, and do not depend on the number of cores: what is
  /// reduced within chunks and then in their order has the same bits with one core and with many.
  /// - Parameters:
  ///   - draws: how many.
  ///   - inputs: for each uncertain input its values, one for each draw.
  ///   - chunks: number of chunks; one that gets no block is left out.
  ///   - sink: receives outputs, from several threads at a time, but for each chunk from one.
  /// - Throws: ``TapeFault`` where there are too few inputs or values.
  public func run(
    draws: Int, inputs: [UnsafeBufferPointer<Double>], chunks: Int, sink: @Sendable (TapeOutput) -> Void
  ) throws(TapeFault) {
    try check(draws: draws, inputs: inputs)
    let blocks = (max(0, draws) + block - 1) / block
    let count = min(max(1, chunks), max(1, blocks))
    // Read only, and valid until all chunks are done.
    nonisolated(unsafe) let columns = inputs
    DispatchQueue.concurrentPerform(iterations: count) { chunk in
      let (low, high) = (chunk * blocks / count * block, (chunk + 1) * blocks / count * block)
      let workspace = TapeWorkspace(code.layout)
      defer { workspace.deallocate() }
      run(
        draws: low..<min(high, max(0, draws)), chunk: chunk, inputs: columns, workspace: workspace, sink: sink
      )
    }
  }
}

public import DoudiModel
import DoudiUnits

/// Outcomes of all draws for some outputs: every region, leaves and parents.
///
/// Leaves write from several threads, each thread its own draws; a parent's draw is written by the
/// thread that has the draw, leaf after leaf, so sums have the same bits on one core and on many.
public final class OutcomeTable: @unchecked Sendable {
  /// Regions, leaves first.
  public let nodes: EnsembleNodes
  /// The outputs.
  public let outputs: [DrawOutput]
  /// Draws of the table.
  public let draws: Int
  /// Number of its first draw.
  public let first: Int
  /// Draws of the whole ensemble.
  public let total: Int
  /// Regions whose outcomes are wanted.
  public let shown: Range<Int>
  private let firstOutput: Int
  private let values: UnsafeMutableBufferPointer<Double>

  /// A table without values: sums at 0.
  /// - Parameters:
  ///   - nodes: the regions.
  ///   - outputs: outputs of the table.
  ///   - draws: draws of the table.
  ///   - first: number of the first.
  ///   - total: draws of the ensemble; as many as the table's where not given.
  ///   - firstOutput: position of the first output among all.
  ///   - shown: regions whose outcomes are wanted; all where not given.
  init(
    nodes: EnsembleNodes, outputs: [DrawOutput], draws: Int, first: Int = 0, total: Int? = nil,
    firstOutput: Int = 0, shown: Range<Int>? = nil
  ) {
    (self.nodes, self.outputs, self.draws, self.first) = (nodes, outputs, draws, first)
    (self.total, self.firstOutput) = (total ?? draws, firstOutput)
    self.shown = shown ?? nodes.names.indices
    values = .allocate(capacity: nodes.names.count * outputs.count * draws)
    clear()
  }

  /// Forgets all values: sums are 0 again.
  public func clear() {
    for node in nodes.names.indices {
      for (output, one) in outputs.enumerated() {
        series(node, output).update(repeating: one.parent == .least ? .nan : 0)
      }
    }
  }

  /// Positions of its outputs among all.
  public var outputRange: Range<Int> { firstOutput..<(firstOutput + outputs.count) }

  /// True where it holds all draws.
  public var isWhole: Bool { draws == total }

  deinit { values.deallocate() }

  /// All draws of a region's output.
  public func draws(node: Int, output: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(series(node, output))
  }

  /// True where a region has a figure: parents have none of some outputs, leaves of some others.
  public func has(node: Int, output: Int) -> Bool {
    nodes.has(node, outputs[output])
  }

  private func series(_ node: Int, _ output: Int) -> UnsafeMutableBufferPointer<Double> {
    let start = (node * outputs.count + output) * draws
    return UnsafeMutableBufferPointer(rebasing: values[start..<(start + draws)])
  }

  /// Takes a leaf's values and adds them to its parents'.
  func add(_ found: UnsafeBufferPointer<Double>, leaf: Int, output: Int, first: Int) {
    let own = series(leaf, output)
    for i in found.indices { own[first + i] = found[i] }
    for parent in nodes.parents[leaf] where has(node: parent, output: output) {
      let sum = series(parent, output)
      if outputs[output].parent == .least {
        // A leaf without a figure has no part in it; where no leaf has one, nor has the parent.
        for i in found.indices where !found[i].isNaN && !(sum[first + i] <= found[i]) {
          sum[first + i] = found[i]
        }
      } else {
        for i in found.indices { sum[first + i] += found[i] }
      }
    }
  }

  /// Puts values at every `step`-th draw from position `first`.
  public func place(
    _ found: UnsafeBufferPointer<Double>, node: Int, output: Int, first: Int, step: Int
  ) {
    let own = series(node, output)
    for i in found.indices where own.indices.contains(first + i * step) { own[first + i * step] = found[i] }
  }
}

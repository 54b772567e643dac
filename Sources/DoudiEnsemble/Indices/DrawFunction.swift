/// Anything that gives outputs for draws of uncertain inputs: a compiled scenario, a test function.
///
/// It is called from several threads at once and for blocks of any length; what it gives for a draw may
/// depend neither on the block nor on the draws beside it. A draw that has no outcome gives NaN (or an
/// infinity) in the outputs that it has none for.
public protocol DrawFunction: Sendable {
  /// Uncertain inputs, K.
  var inputs: Int { get }
  /// Outputs, M; tens of thousands are usual.
  var outputs: Int { get }

  /// Computes a block of draws.
  ///
  /// - Parameters:
  ///   - draws: length of a column, at least 1.
  ///   - inputs: K columns one after the other, each in the units of its input.
  ///   - outputs: M columns one after the other, to be filled.
  func evaluate(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>)

  /// The same for a look beforehand, at draws that are computed once more later: it counts as no run.
  func preview(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>)
}

extension DrawFunction {
  /// Computes the block.
  public func preview(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>
  ) {
    evaluate(draws: draws, inputs: inputs, outputs: outputs)
  }
}

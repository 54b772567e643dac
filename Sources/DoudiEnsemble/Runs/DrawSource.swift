/// Where the values of uncertain parameters come from: a sampler or a file.
public protocol DrawSource: Sendable {
  /// Columns of values: the inputs of the tape.
  var columns: Int { get }
  /// Number of draws.
  var count: Int { get }
  /// Independent replicates that the draws divide into, all of one size; 1 where there are none.
  var replicates: Int { get }
  /// Name of a draw in outputs.
  func name(of draw: Int) -> String
  /// Fills `block` with the draws, column by column: `draws.count` values of the first parameter, then of
  /// the second. A parameter that stays the scenario's own is no column.
  func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>)
}

extension DrawSource {
  /// The draw's number.
  public func name(of draw: Int) -> String { "\(draw)" }
}

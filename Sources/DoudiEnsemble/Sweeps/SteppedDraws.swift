public import DoudiModel

/// Draws that move one parameter at a time: draw 0 moves none, the others are listed.
///
/// Every column adds or multiplies, so that it has a value that changes nothing.
public struct SteppedDraws: DrawSource {
  /// One move: a column, and the value it has in this draw alone.
  public struct Move: Hashable, Sendable {
    /// Column.
    public let column: Int
    /// Its value.
    public let value: Double
  }

  /// What the columns are.
  public let inputs: [UncertainInput]
  /// The moves, one a draw from 1 on.
  public let moves: [Move]

  /// Draws that make some moves, one each.
  public init(_ inputs: [UncertainInput], moves: [Move]) { (self.inputs, self.moves) = (inputs, moves) }

  /// Columns of values.
  public var columns: Int { inputs.count }
  /// One more than there are moves.
  public var count: Int { moves.count + 1 }
  /// None.
  public var replicates: Int { 1 }

  /// Fills a block; see ``DrawSource/fill(draws:into:)``.
  public func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    for (column, input) in inputs.enumerated() {
      let neutral = input.effect == .multiply ? 1.0 : 0
      for (place, draw) in draws.enumerated() {
        let isMoved = draw > 0 && moves[draw - 1].column == column
        block[column * draws.count + place] = isMoved ? moves[draw - 1].value : neutral
      }
    }
  }
}

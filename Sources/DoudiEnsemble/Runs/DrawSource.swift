public import DoudiInputs
public import DoudiModel

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
  /// Number of the draw of a name; nil where there is none.
  func number(named name: String) -> Int?
  /// Fills `block` with the draws, column by column: `draws.count` values of the first parameter, then of
  /// the second. A parameter that stays the scenario's own is no column.
  func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>)
  /// The same for `count` draws, every `step`-th from `first`; the bits of each are those of the whole.
  func fill(from first: Int, step: Int, count: Int, into block: UnsafeMutableBufferPointer<Double>)
}

/// Draws whose columns are known parameters.
public protocol ParameterDraws: DrawSource {
  /// The parameters, one a column.
  var inputs: [UncertainInput] { get }
  /// Their units.
  var units: [Measure] { get }
}

extension DrawSource {
  /// All values, a list for each column.
  public var allColumns: [[Double]] {
    let block = UnsafeMutableBufferPointer<Double>.allocate(capacity: max(1, columns * count))
    defer { block.deallocate() }
    fill(draws: 0..<count, into: UnsafeMutableBufferPointer(rebasing: block[..<(columns * count)]))
    return (0..<columns).map { Array(block[($0 * count)..<(($0 + 1) * count)]) }
  }

  /// The draw's number.
  public func name(of draw: Int) -> String { "\(draw)" }

  /// The draw whose name is its number.
  public func number(named name: String) -> Int? {
    Int(name).flatMap { (0..<count).contains($0) && self.name(of: $0) == name ? $0 : nil }
      ?? (0..<count).first { self.name(of: $0) == name }
  }

  /// Draw by draw.
  public func fill(from first: Int, step: Int, count: Int, into block: UnsafeMutableBufferPointer<Double>) {
    if step == 1 { return fill(draws: first..<(first + count), into: block) }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: columns) { own in
      for item in 0..<count {
        let draw = first + item * step
        fill(draws: draw..<(draw + 1), into: own)
        for column in 0..<columns { block[column * count + item] = own[column] }
      }
    }
  }
}

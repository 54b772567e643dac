/// Points of the unit cube, numbered from 0 and to be had in any order.
///
/// A point set is a function from (draw, dimension) to a number strictly between 0 and 1. It has
/// no state: any subset of the draws, on any machine, gives the bits that all of them give in one
/// process, and ten million draws need no more memory than the block that is asked for.
public protocol PointSet: Sendable {
  /// Coordinates of a point, at least 1.
  var dimensions: Int { get }

  /// Draws that there are: 0..<limit.
  var limit: Int { get }

  /// Writes coordinate `dimension` (0..<dimensions) of the points `draws` into `column`, one after
  /// the other, as many as fit.
  ///
  /// A draw or a dimension that does not exist gives NaN, which marks a failed draw further on.
  func fill(draws: Range<Int>, dimension: Int, into column: UnsafeMutableBufferPointer<Double>)
}

extension PointSet {
  /// All coordinates of one point.
  public func point(_ draw: Int) -> [Double] {
    (0..<dimensions).map { value(draw: draw, dimension: $0) }
  }

  /// One coordinate of one point.
  public func value(draw: Int, dimension: Int) -> Double {
    var value = Double.nan
    guard draw < limit else { return value }
    withUnsafeMutablePointer(to: &value) {
      fill(
        draws: draw..<(draw &+ 1), dimension: dimension,
        into: UnsafeMutableBufferPointer(start: $0, count: 1))
    }
    return value
  }

  /// Writes coordinate `dimension` of every n-th point into `column`, as many as fit: the share of one
  /// of n machines. Slower for each number than a run of neighbours.
  public func fill(
    draws: StrideTo<Int>, dimension: Int, into column: UnsafeMutableBufferPointer<Double>
  ) {
    for (place, draw) in zip(column.indices, draws) {
      column[place] = value(draw: draw, dimension: dimension)
    }
  }

  /// One coordinate of a run of points, as an array.
  public func column(_ dimension: Int, draws: Range<Int>) -> [Double] {
    [Double](unsafeUninitializedCapacity: draws.count) { buffer, count in
      fill(
        draws: draws, dimension: dimension,
        into: UnsafeMutableBufferPointer(rebasing: buffer[0..<draws.count]))
      count = draws.count
    }
  }

  /// The part of `draws` and of `column` that can be filled; everything else gets NaN.
  ///
  /// Nil where nothing can be filled.
  func fillable(
    _ draws: Range<Int>, _ dimension: Int, _ column: UnsafeMutableBufferPointer<Double>
  ) -> Range<Int>? {
    let fitting = draws.prefix(column.count)
    let inside = fitting.clamped(to: 0..<limit)
    if inside == fitting, (0..<dimensions).contains(dimension) { return inside.isEmpty ? nil : inside }
    column[0..<fitting.count].update(repeating: .nan)
    // Draws before 0 would shift the rest: whoever asks for them gets none.
    guard draws.lowerBound >= 0, !inside.isEmpty, (0..<dimensions).contains(dimension) else { return nil }
    return inside
  }
}

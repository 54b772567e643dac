/// Means and co-moments over replicates of two statistics x and y, in many cells at once.
///
/// ```
/// value = g(mean x, mean y)
/// standard error^2 = (gx^2 Sxx + 2 gx gy Sxy + gy^2 Syy) / (R (R - 1))     S: sums of products of deviations
/// ```
///
/// An index is a ratio of two averages. The ratio of the averages over all replicates has a bias R times
/// smaller than the average of the ratios, and its error follows from its derivatives (delta method).
/// Replicates are added in order, so that bits do not depend on which of them was ready first.
struct PairMoments: Sendable {
  private var counts: [Int32]
  private var x, y, xx, xy, yy: [Double]

  init(cells: Int) {
    counts = Array(repeating: 0, count: cells)
    x = Array(repeating: 0, count: cells)
    (y, xx, xy, yy) = (x, x, x, x)
  }

  var cells: Int { counts.count }

  /// Adds one replicate. Where it has no finite number, the cell has one replicate fewer.
  ///
  /// - Parameters:
  ///   - xs: one statistic for each cell.
  ///   - ys: the other; a shorter array is read over and over again.
  mutating func add(_ xs: [Double], _ ys: [Double]) {
    guard xs.count == cells, !ys.isEmpty else { return }
    var place = 0
    for cell in xs.indices {
      let (newX, newY) = (xs[cell], ys[place])
      place &+= 1
      if place == ys.count { place = 0 }
      guard newX.isFinite, newY.isFinite else { continue }
      counts[cell] &+= 1
      let number = Double(counts[cell])
      let (stepX, stepY) = (newX - x[cell], newY - y[cell])
      x[cell] += stepX / number
      y[cell] += stepY / number
      let restY = newY - y[cell]
      xx[cell] += stepX * (newX - x[cell])
      xy[cell] += stepX * restY
      yy[cell] += stepY * restY
    }
  }

  /// A function of both means; `function` gives its value and its derivatives by x and by y. Nil where no
  /// replicate has a number or the function has none.
  func estimate(
    _ cell: Int, _ function: (Double, Double) -> (value: Double, byX: Double, byY: Double)
  ) -> ReplicateEstimate? {
    guard counts.indices.contains(cell), counts[cell] > 0 else { return nil }
    let (value, byX, byY) = function(x[cell], y[cell])
    guard value.isFinite else { return nil }
    let number = Double(counts[cell])
    let square = byX * byX * xx[cell] + 2 * byX * byY * xy[cell] + byY * byY * yy[cell]
    let error = counts[cell] > 1 ? (max(0, square) / (number * (number - 1))).squareRoot() : nil
    return ReplicateEstimate(count: Int(counts[cell]), value: value, standardError: error)
  }

  /// mean x / mean y.
  func ratio(_ cell: Int) -> ReplicateEstimate? {
    estimate(cell) { x, y in (x / y, 1 / y, -x / (y * y)) }
  }

  /// mean x.
  func first(_ cell: Int) -> ReplicateEstimate? {
    estimate(cell) { x, _ in (x, 1, 0) }
  }

  /// mean y.
  func second(_ cell: Int) -> ReplicateEstimate? {
    estimate(cell) { _, y in (y, 0, 1) }
  }
}

import DoudiModel

/// Figures of targets for given values of parameters.
struct TargetFunction {
  let written: WrittenScenario
  let targets: [CalibrationTargets.Target]

  /// The figures, point by point, target by target; NaN where there is none.
  func figures(_ points: [[Double]]) throws -> [[Double]] {
    let blank = [Double](repeating: .nan, count: targets.count)
    var found = [[Double]](repeating: blank, count: points.count)
    try written.run(PointDraws(points)).run { table in
      for (place, target) in targets.enumerated() where table.outputRange.contains(target.output) {
        let own = table.draws(node: target.node, output: target.output - table.outputRange.lowerBound)
        for draw in 0..<table.draws { found[table.first + draw][place] = own[draw] }
      }
    }
    return found
  }
}

/// Draws that are given point by point.
private struct PointDraws: DrawSource {
  private let points: [[Double]]

  init(_ points: [[Double]]) { self.points = points }

  var columns: Int { points.first?.count ?? 0 }
  var count: Int { points.count }
  var replicates: Int { 1 }

  func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    for column in 0..<columns {
      for (place, draw) in draws.enumerated() { block[column * draws.count + place] = points[draw][column] }
    }
  }
}

/// What one scramble gives: effects and the variance, times the number of draws.
struct ShapleySums: Sendable {
  /// Output by output, within an output input by input.
  var effects: [Double]
  /// For each output: D of no known input, which is the variance; sum of outcomes, and of how many.
  var variances, sums, counts: [Double]
  /// For each output: pairs of runs of which one failed.
  var failed: [Int]

  init(inputs: Int, outputs: Int) {
    effects = Array(repeating: 0, count: inputs * outputs)
    variances = Array(repeating: 0, count: outputs)
    (sums, counts) = (variances, variances)
    failed = Array(repeating: 0, count: outputs)
  }

  /// A scramble without a result.
  static func missing(_ inputs: Int, _ outputs: Int) -> ShapleySums {
    var sums = ShapleySums(inputs: inputs, outputs: outputs)
    sums.variances = Array(repeating: .nan, count: outputs)
    return sums
  }

  mutating func addMeans(_ results: UnsafeMutableBufferPointer<Double>, draws: Int) {
    for output in counts.indices {
      for value in results.column(output, draws) where value.isFinite {
        sums[output] += value
        counts[output] += 1
      }
    }
  }
}

/// Half the mean square of differences of two columns.
enum StepKernel {
  /// D over `range` of both columns, and how many pairs failed; no number where all did.
  static func value(
    _ a: UnsafeMutableBufferPointer<Double>, _ b: UnsafeMutableBufferPointer<Double>, _ range: Range<Int>
  ) -> (value: Double, failed: Int) {
    var squares = SIMD4<Double>.zero
    var draw = range.lowerBound
    while draw &+ 4 <= range.upperBound {
      let step = SIMD4(
        a[draw] - b[draw], a[draw &+ 1] - b[draw &+ 1], a[draw &+ 2] - b[draw &+ 2],
        a[draw &+ 3] - b[draw &+ 3])
      squares += step * step
      draw &+= 4
    }
    var sum = squares.sum()
    while draw < range.upperBound {
      sum += (a[draw] - b[draw]) * (a[draw] - b[draw])
      draw &+= 1
    }
    if sum.isFinite { return (sum / Double(2 * range.count), 0) }
    var count = 0
    sum = 0
    for draw in range where a[draw].isFinite && b[draw].isFinite {
      sum += (a[draw] - b[draw]) * (a[draw] - b[draw])
      count += 1
    }
    return (sum / Double(2 * count), range.count - count)
  }
}

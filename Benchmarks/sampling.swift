// The work that Benchmarks/sampling times. Prints one line for each: name, values, wall and processor
// seconds.
import Dispatch
import DoudiEnsemble
import Foundation

let millions = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 100
let block = 4096

/// Processor seconds of this process so far.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Wall and processor seconds, the least of five goes each.
func seconds(_ body: () -> Void) -> (wall: Double, cpu: Double) {
  let times = (0..<5).map { _ in
    let busy = processorSeconds()
    let time = ContinuousClock().measure(body).components
    return (Double(time.seconds) + Double(time.attoseconds) * 1e-18, processorSeconds() - busy)
  }
  return (times.map(\.0).min() ?? 0, times.map(\.1).min() ?? 0)
}

/// Runs `body` on blocks of draws 0..<count of one column, on `threads` threads; sums what comes out.
func run(
  _ count: Int, threads: Int, _ body: @Sendable (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Void
) {
  let share = (count / threads + block - 1) / block * block
  DispatchQueue.concurrentPerform(iterations: threads) { thread in
    withUnsafeTemporaryAllocation(of: Double.self, capacity: block) { column in
      var draw = thread * share
      let end = min(count, draw + share)
      while draw < end {
        let next = min(end, draw + block)
        body(draw..<next, UnsafeMutableBufferPointer(rebasing: column[0..<(next - draw)]))
        draw = next
      }
    }
  }
}

func report(_ name: String, _ values: Int, _ time: (wall: Double, cpu: Double)) {
  print("\(name)\t\(values)\t\(time.wall)\t\(time.cpu)")
}

let count = millions * 1_000_000
let plain = try MonteCarlo(dimensions: 1, seed: 1)
for threads in [1, 2] {
  report(
    "Philox uniforms, \(threads) thread\(threads == 1 ? "" : "s")", count,
    seconds {
      run(count, threads: threads) { plain.fill(draws: $0, dimension: 0, into: $1) }
    })
  report(
    "Philox + AS241 normals, \(threads) thread\(threads == 1 ? "" : "s")", count,
    seconds {
      run(count, threads: threads) {
        plain.fill(draws: $0, dimension: 0, into: $1)
        NormalQuantile.apply(to: $1)
      }
    })
}

let points = 1 << 20
let dimensions = 20
let sobol = try SobolSequence(unscrambledDimensions: dimensions)
let scrambled = try SobolSequence(dimensions: dimensions, seed: 1)
let latin = try LatinHypercube(dimensions: dimensions, draws: points, seed: 1)
let sets: [(String, any PointSet)] = [
  ("Sobol' points", sobol), ("Sobol' points, scrambled", scrambled), ("Latin hypercube", latin),
]
for (name, set) in sets {
  report(
    name, points * dimensions,
    seconds {
      for dimension in 0..<dimensions {
        run(points, threads: 1) { set.fill(draws: $0, dimension: dimension, into: $1) }
      }
    })
}

/// The Cholesky factor of a matrix with 1 on the diagonal and `r` elsewhere, column by column.
func factor(_ size: Int, _ r: Double) -> [Double] {
  var l = [Double](repeating: 0, count: size * size)
  for column in 0..<size {
    for row in column..<size {
      let known = (0..<column).reduce(0.0) { $0 + l[$1 * size + row] * l[$1 * size + column] }
      let rest = (row == column ? 1 : r) - known
      l[column * size + row] = row == column ? rest.squareRoot() : rest / l[column * size + column]
    }
  }
  return l
}

let normal = Distribution(.normal(try NormalDistribution(mean: 100, standardDeviation: 3)))
let sampler = try InputSampler(
  points: scrambled, distributions: [Distribution](repeating: normal, count: dimensions),
  copula: GaussianCopula(dimensions: dimensions, factor: factor(dimensions, 0.5)))
let draws = 1 << 17
var inputs = [Double](repeating: 0, count: dimensions * 1024)
report(
  "20 correlated inputs, Sobol'", draws * dimensions,
  seconds {
    inputs.withUnsafeMutableBufferPointer { block in
      for first in stride(from: 0, to: draws, by: 1024) {
        sampler.fill(draws: first..<first + 1024, into: block)
      }
    }
  })

let sample = (0..<10_000).map { plain.value(draw: $0, dimension: 0) }
report(
  "fan of 10,000 draws", 200 * sample.count,
  seconds {
    for _ in 0..<200 { _ = SortedSample(sample).fan }
  })

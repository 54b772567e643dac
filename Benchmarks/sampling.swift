// The work that Benchmarks/sampling times. Prints one line for each: name, values, seconds.
import Dispatch
import DoudiEnsemble

let millions = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 100
let block = 4096

/// Seconds of the fastest of three goes.
func seconds(_ body: () -> Void) -> Double {
  (0..<3).map { _ in
    let clock = ContinuousClock()
    let time = clock.measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
  }.min() ?? 0
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

func report(_ name: String, _ values: Int, _ time: Double) {
  print("\(name)\t\(values)\t\(time)")
}

let count = millions * 1_000_000
let plain = try MonteCarlo(dimensions: 1, seed: 1)
for threads in [1, 2] {
  report(
    "Philox uniforms, \(threads) thread", count,
    seconds {
      run(count, threads: threads) { plain.fill(draws: $0, dimension: 0, into: $1) }
    })
  report(
    "Philox + AS241 normals, \(threads) thread", count,
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

let sample = (0..<10_000).map { plain.value(draw: $0, dimension: 0) }
report(
  "fan of 10,000 draws", 200 * sample.count,
  seconds {
    for _ in 0..<200 { _ = SortedSample(sample).fan }
  })

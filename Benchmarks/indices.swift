// The work that Benchmarks/indices times: 32 functions G of 12 inputs, by Sobol' indices with errors and by
// chaos, and a linear place of 32,000 outputs for time and memory. Prints one line for each.
import DoudiEnsemble
import DoudiMatrix
import Foundation

/// Functions G with other weights for each output; indices in closed form.
struct Family: DrawFunction {
  let inputs = 12
  let outputs = 32

  static func weight(_ input: Int, _ output: Int) -> Double { Double((input * 7 + output * 5) % 12) * 0.75 }

  func evaluate(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>
  ) {
    for output in 0..<self.outputs {
      let column = UnsafeMutableBufferPointer(rebasing: outputs[output * draws..<(output + 1) * draws])
      column.update(repeating: 1)
      for input in 0..<self.inputs {
        let a = Self.weight(input, output)
        let (start, scale) = (input * draws, 1 / (1 + a))
        for i in 0..<draws { column[i] *= (abs(4 * inputs[start + i] - 2) + a) * scale }
      }
    }
  }

  /// First and total indices.
  func truth(_ input: Int, _ output: Int) -> (Double, Double) {
    let parts = (0..<inputs).map { 1 / (3 * (1 + Self.weight($0, output)) * (1 + Self.weight($0, output))) }
    let variance = parts.reduce(1) { $0 * (1 + $1) } - 1
    let part = parts[input]
    return (part / variance, part * (variance + 1) / (1 + part) / variance)
  }
}

/// Many outputs, each a sum of a few products: stands for a place with many regions.
struct Place: DrawFunction {
  let inputs = 20
  let outputs: Int

  func evaluate(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>
  ) {
    for output in 0..<self.outputs {
      let (a, b, c) = (output % 20 * draws, output % 7 * draws, output % 3 * draws)
      let (scale, start) = (Double(output + 1), output * draws)
      for i in 0..<draws {
        outputs[start + i] = 1e6 + scale * (inputs[a + i] + inputs[b + i] * inputs[c + i])
      }
    }
  }
}

/// Processor seconds of this process so far.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Wall and processor seconds, the least of some goes each, with a tab between.
func seconds(_ times: Int, _ body: () throws -> Void) rethrows -> String {
  var (wall, busy) = (Double.infinity, Double.infinity)
  for _ in 0..<times {
    let start = processorSeconds()
    let time = try ContinuousClock().measure(body).components
    busy = min(busy, processorSeconds() - start)
    wall = min(wall, Double(time.seconds) + Double(time.attoseconds) * 1e-18)
  }
  return "\(wall)\t\(busy)"
}

func peakMegabytes() -> Double {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
  return (line.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
}

let unit = Distribution(.uniform(try UniformDistribution(low: 0, high: 1)))
let family = Family()
let inputs = IndependentInputs(Array(repeating: unit, count: family.inputs))
let total = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 1024

for (draws, threads) in [(total, 1), (total, 2), (16 * total, 1), (16 * total, 2)] {
  let design = try SaltelliDesign(inputs: inputs, draws: draws / 8, replicates: 8, seed: 1)
  var (error, width, covered) = (0.0, 0.0, 0)
  let time = try seconds(5) {
    let indices = try design.indices(of: family, threads: threads)
    (error, width, covered) = (0, 0, 0)
    for output in 0..<family.outputs {
      for input in 0..<family.inputs {
        let truth = family.truth(input, output)
        for (found, truth) in [
          (indices.first(input: input, output: output), truth.0),
          (indices.total(input: input, output: output), truth.1),
        ] {
          guard let found, let interval = found.interval() else { continue }
          error += (found.value - truth) * (found.value - truth)
          width += (interval.upperBound - interval.lowerBound) / 2
          covered += interval.contains(truth) ? 1 : 0
        }
      }
    }
  }
  let number = Double(2 * family.inputs * family.outputs)
  print(
    "saltelli\t\(draws)\t\(threads)\t\(time)\t\((error / number).squareRoot())\t\(width / number)\t\(Double(covered) / number)"
  )
}

// The same number of runs alone, at random points.
let runs = total * (family.inputs + 2)
let points = (0..<family.inputs * 128).map { _ in Double.random(in: 0..<1) }
var results = [Double](repeating: 0, count: family.outputs * 128)
let alone = seconds(5) {
  for _ in 0..<(runs / 128) {
    points.withUnsafeBufferPointer { points in
      results.withUnsafeMutableBufferPointer { family.evaluate(draws: 128, inputs: points, outputs: $0) }
    }
  }
}
print("runs\t\(runs)\t1\t\(alone)\t0\t0\t0")

let twenty = IndependentInputs(Array(repeating: unit, count: 20))
let chaos = try ChaosDesign(inputs: twenty, runs: 512, seed: 1)
for outputs in [32, 32_000] {
  let place = Place(outputs: outputs)
  for threads in [1, 2] {
    let time = try seconds(outputs > 100 ? 1 : 5) { _ = try chaos.fit(place, threads: threads) }
    print("chaos\t\(outputs)\t\(threads)\t\(time)\t\(peakMegabytes())\t0\t0")
  }
}
let large = try SaltelliDesign(inputs: twenty, draws: 64, replicates: 8, seed: 1)
for threads in [1, 2] {
  let time = try seconds(1) { _ = try large.indices(of: Place(outputs: 32_000), threads: threads) }
  print("place\t\(large.runs)\t\(threads)\t\(time)\t\(peakMegabytes())\t0\t0")
}

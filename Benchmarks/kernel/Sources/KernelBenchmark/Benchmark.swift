import CHandKernel
import Dispatch
import DoudiTape

/// Times one way of computing the sums of all outputs over all draws.
struct Benchmark {
  let regions: [Double]
  let design: [Double]
  let regionCount: Int
  let draws: Int
  let threads: Int
  var sums: [Double] = []
  var buildSeconds = 0.0
  var runSeconds = 0.0

  init(regions: [Double], design: [Double], regionCount: Int, draws: Int, threads: Int) {
    (self.regions, self.design) = (regions, design)
    (self.regionCount, self.draws, self.threads) = (regionCount, draws, threads)
  }

  /// Doubles from one column of the design to the next.
  var stride: Int { design.count / ReferenceModel.parameters }

  static let cells = ReferenceModel.years * ReferenceModel.outputs

  mutating func runTape(math: TapeMath, block: Int) throws {
    var runner: TapeRunner?
    buildSeconds = Self.seconds {
      let builder = TapeBuilder(inputs: ReferenceModel.parameters)
      regions.withUnsafeBufferPointer { all in
        for region in 0..<regionCount {
          guard let base = all.baseAddress else { return }
          ReferenceModel.write(base + region * ReferenceModel.figures, on: builder)
        }
      }
      runner = TapeRunner(tape: builder.finish(), block: block, math: math)
    }
    guard let runner else { return }
    let stride = self.stride
    // More chunks than threads: a core that is busy with something else takes fewer.
    let (cells, count, chunks) = (Self.cells, regionCount * Self.cells, threads == 1 ? 1 : 4 * threads)
    let partial = UnsafeMutablePointer<Double>.allocate(capacity: chunks * count)
    partial.initialize(repeating: 0, count: chunks * count)
    defer { partial.deallocate() }
    nonisolated(unsafe) let target = partial
    var fault: (any Error)?
    design.withUnsafeBufferPointer { all in
      let columns = (0..<ReferenceModel.parameters).map {
        UnsafeBufferPointer(rebasing: all[$0 * stride..<$0 * stride + draws])
      }
      runSeconds = Self.seconds {
        do {
          try runner.run(draws: draws, inputs: columns, chunks: chunks) { output in
            let place = (output.chunk * count) + output.region * cells + output.output
            target[place] += hand_sum(output.values.baseAddress, output.values.count)
          }
        } catch { fault = error }
      }
    }
    if let fault { throw fault }
    sums = (0..<count).map { place in (0..<chunks).reduce(0) { $0 + partial[$1 * count + place] } }
  }

  mutating func runByHand(level: Int32) {
    let (cells, regionCount, draws, threads) = (Self.cells, self.regionCount, self.draws, self.threads)
    let stride = self.stride
    sums = Array(repeating: 0, count: regionCount * cells)
    sums.withUnsafeMutableBufferPointer { result in
      regions.withUnsafeBufferPointer { regions in
        design.withUnsafeBufferPointer { design in
          nonisolated(unsafe) let (target, figures, inputs) = (
            result.baseAddress, regions.baseAddress, design.baseAddress
          )
          runSeconds = Self.seconds {
            DispatchQueue.concurrentPerform(iterations: threads) { part in
              guard let target, let figures, let inputs else { return }
              // Blocks of draws that stay in the second cache, all regions for each.
              let columns = (0..<ReferenceModel.parameters).map { inputs + $0 * stride }
              let share = regionCount * part / threads..<regionCount * (part + 1) / threads
              let blockDraws = 1280
              for first in Swift.stride(from: 0, to: draws, by: blockDraws) {
                let block = columns.map { Optional($0 + first) }
                for region in share {
                  hand_kernel(
                    level, figures + region * ReferenceModel.figures, block, min(blockDraws, draws - first),
                    target + region * cells)
                }
              }
            }
          }
        }
      }
    }
  }

  static func seconds(_ body: () -> Void) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    body()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
  }
}

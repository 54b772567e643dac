import CHandKernel
import Dispatch
import DoudiTape
import Foundation

// KernelBenchmark FOLDER REGIONS DRAWS WAY BLOCK THREADS
// WAY: tape, portable, hand0 (libmvec, AVX2), hand1 (libmvec, AVX-512), hand2 (own functions, AVX2).
// Reads FOLDER/regions.bin (13 doubles a region) and FOLDER/design.bin (12 columns of draws, filled up to
// a multiple of 64), writes the sums over draws to FOLDER/WAY.sums and prints seconds: building, running.
let arguments = CommandLine.arguments
let folder = URL(fileURLWithPath: arguments[1])
guard let regionCount = Int(arguments[2]), let draws = Int(arguments[3]), let block = Int(arguments[5]),
  let threads = Int(arguments[6])
else { exit(64) }
let way = arguments[4]

func doubles(_ name: String) throws -> [Double] {
  let data = try Data(contentsOf: folder.appendingPathComponent(name))
  return data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
}

let regions = try doubles("regions.bin")
let design = try doubles("design.bin")
var benchmark = Benchmark(
  regions: regions, design: design, regionCount: regionCount, draws: draws, threads: threads)
switch way {
case "tape": try benchmark.runTape(math: .vector, block: block)
case "portable": try benchmark.runTape(math: .portable, block: block)
default:
  let level = Int32(way.suffix(1)) ?? 0
  guard hand_kernel_has_level(level) != 0 else { exit(69) }
  benchmark.runByHand(level: level)
}
try benchmark.sums.withUnsafeBytes { Data($0) }.write(to: folder.appendingPathComponent("\(way).sums"))
print(benchmark.buildSeconds, benchmark.runSeconds)

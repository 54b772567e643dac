import CPeak
import Dispatch
import DoudiMatrix

// Usage: matrix-bench ROWSxINNERxCOLUMNS...
// Prints lines of "name value": peak of a core, operations a cycle, kernel, then the rate of each product in 10^9 operations a
// second, of processor time of one thread, best of some; and of both cores by the clock on the wall.

struct Product {
  let left: Matrix
  let right: Matrix
  let name: String
  var operations: Double { 2 * Double(left.rows) * Double(left.columns) * Double(right.columns) }

  init?(_ name: String) {
    let sizes = name.split(separator: "x").compactMap { Int($0) }
    guard sizes.count == 3 else { return nil }
    var state: UInt64 = 1
    func filled(_ rows: Int, _ columns: Int) -> Matrix {
      var result = Matrix(rows: rows, columns: columns)
      result.withMutableElements { elements in
        for place in elements.indices {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          elements[place] = Double(state >> 11) * 0x1p-53 - 0.5
        }
      }
      return result
    }
    (left, right, self.name) = (filled(sizes[0], sizes[1]), filled(sizes[1], sizes[2]), name)
  }

  /// Best rate of one thread over about half a second of work.
  func rate() throws -> Double {
    var result = Matrix(rows: left.rows, columns: right.columns)
    let calls = max(1, Int(2e7 / operations))
    var (best, total) = (Double.infinity, 0.0)
    while total < 0.5 {
      let start = peak_thread_seconds()
      for _ in 0..<calls { try Matrix.product(left, right, into: &result) }
      let seconds = (peak_thread_seconds() - start) / Double(calls)
      best = min(best, seconds)
      total += seconds * Double(calls)
    }
    return operations / best * 1e-9
  }

  /// Best rate of two threads that each do such products.
  func rateOfTwo() -> Double {
    let calls = max(4, Int(2e8 / operations))
    var best = Double.infinity
    for _ in 0..<8 {
      let time = ContinuousClock().measure {
        DispatchQueue.concurrentPerform(iterations: 2) { _ in
          var result = Matrix(rows: left.rows, columns: right.columns)
          for _ in 0..<calls { try? Matrix.product(left, right, into: &result) }
        }
      }
      best = min(best, time / .seconds(1))
    }
    return 2 * Double(calls) * operations / best * 1e-9
  }
}

print("peak", peak_gflops())
print("cycle", peak_per_cycle())
print("kernel", MatrixCore.name)
for name in CommandLine.arguments.dropFirst() {
  guard let product = Product(name) else { continue }
  print(name, try product.rate())
  print(name + "/two", product.rateOfTwo())
}

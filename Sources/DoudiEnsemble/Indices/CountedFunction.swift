import Synchronization

/// A function that counts, output by output, the runs that gave no number.
///
/// The count depends neither on blocks nor on threads.
final class CountedFunction<Inner: DrawFunction>: DrawFunction {
  private let inner: Inner
  private let counts: Mutex<[Int]>

  /// Counts the runs of `inner`; nothing has run yet.
  init(_ inner: Inner) {
    self.inner = inner
    counts = Mutex(Array(repeating: 0, count: inner.outputs))
  }

  var inputs: Int { inner.inputs }
  var outputs: Int { inner.outputs }

  /// By output how many runs so far have no number.
  var failures: [Int] { counts.withLock { $0 } }

  func evaluate(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>
  ) {
    inner.evaluate(draws: draws, inputs: inputs, outputs: outputs)
    var found: [(output: Int, count: Int)] = []
    for output in 0..<self.outputs {
      let count = Self.failed(outputs.column(output, draws))
      if count > 0 { found.append((output, count)) }
    }
    guard !found.isEmpty else { return }
    counts.withLock { counts in
      for (output, count) in found { counts[output] += count }
    }
  }

  func preview(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>
  ) {
    inner.preview(draws: draws, inputs: inputs, outputs: outputs)
  }

  private static func failed(_ column: UnsafeMutableBufferPointer<Double>) -> Int {
    var count = 0
    for value in column { count &+= value - value == 0 ? 0 : 1 }
    return count
  }
}

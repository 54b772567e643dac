/// Memory for columns of draws, given back when nobody holds it.
final class DrawBuffer {
  let values: UnsafeMutableBufferPointer<Double>

  init(_ count: Int) {
    values = .allocate(capacity: max(1, count))
    values.initialize(repeating: 0)
  }

  deinit { values.deallocate() }
}

extension UnsafeMutableBufferPointer<Double> {
  /// Column `index` of columns of `draws` numbers.
  func column(_ index: Int, _ draws: Int) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(rebasing: self[index &* draws..<(index &+ 1) &* draws])
  }

  /// The first numbers, to be written.
  func part(_ count: Int) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(rebasing: self[0..<count])
  }

  /// The first numbers, to be read.
  func read(_ count: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(rebasing: self[0..<count])
  }
}

extension DrawFunction {
  /// Computes the first `draws` of full columns of `inputs` into `outputs`.
  func evaluate(_ draws: Int, _ inputs: DrawBuffer, into outputs: UnsafeMutableBufferPointer<Double>) {
    evaluate(
      draws: draws, inputs: inputs.values.read(self.inputs &* draws),
      outputs: outputs.part(self.outputs &* draws))
  }
}

/// Lengths of blocks of draws. They depend on shapes alone, never on the machine: sums are added up block by
/// block, and another length would be another last bit.
enum DrawBlocks {
  /// Bytes that the outputs of a block may take on one thread.
  static let budget = 1 << 26

  /// Draws of a block of which `matrices` results are kept at once: a power of two from 16 to 512.
  static func length(outputs: Int, matrices: Int) -> Int {
    var length = 512
    while length > 16, length * outputs * matrices * 8 > budget { length /= 2 }
    return length
  }

  /// 0..<draws in blocks.
  static func ranges(_ draws: Int, _ length: Int) -> [Range<Int>] {
    stride(from: 0, to: draws, by: length).map { $0..<min(draws, $0 + length) }
  }
}

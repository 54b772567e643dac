import Dispatch
import DoudiMatrix
import Foundation
import Testing

@Suite struct MatrixKernelTests {
  @Test func productsAddToWhatIsThere() throws {
    let (a, b) = (try Naive.matrix(5, 4, seed: 1), try Naive.matrix(4, 6, seed: 2))
    let old = try Naive.matrix(5, 6, seed: 3)
    var result = old
    try Matrix.product(a, b, scale: 2, keeping: 0.5, into: &result)
    let plain = Naive.product(a, b)
    for column in 0..<6 {
      for row in 0..<5 {
        let expected = 2 * plain[row, column] + 0.5 * old[row, column]
        #expect((result[row, column] - expected).magnitude < 1e-14)
      }
    }
  }

  @Test func whatIsNotKeptIsNotRead() throws {
    var result = Matrix(rows: 2, columns: 2, repeating: .nan)
    try Matrix.product(.identity(2), .identity(2), into: &result)
    #expect(result == .identity(2))
  }

  @Test func onlyTheLowerTriangleIsReadAndWritten() throws {
    let a = try Naive.matrix(3, 5, seed: 4)
    var square = Matrix(rows: 3, columns: 3, repeating: .nan)
    try a.withView { a throws(MatrixError) in
      try square.withMutableView { c throws(MatrixError) in
        try MatrixKernel.symmetricProduct(a, intoLower: c)
      }
    }
    #expect(square[0, 1].isNaN && square[0, 2].isNaN && square[1, 2].isNaN)
    let full = Naive.product(a, a.transposed)
    #expect((square[2, 1] - full[2, 1]).magnitude < 1e-15)
    // The rest of the triangle is not a number and does no harm.
    let b = try Naive.matrix(3, 2, seed: 5)
    #expect(gap(try Matrix.product(symmetric: square, b), Naive.product(full, b)) < 1e-14)
    var lower = full
    for column in 0..<3 { for row in 0..<column { lower[row, column] = 0 } }
    var turned = b
    try turned.multiply(byLower: square)
    #expect(gap(turned, Naive.product(lower, b)) < 1e-14)
  }

  @Test func shapesThatDoNotFitAreRefused() throws {
    let (a, b) = (Matrix(rows: 2, columns: 3), Matrix(rows: 2, columns: 3))
    var result = Matrix(rows: 2, columns: 2)
    #expect(throws: MatrixError.shape("2 x 3 times 2 x 3 into 2 x 3")) { try Matrix.product(a, b) }
    #expect(throws: MatrixError.shape("3 x 2 times 2 x 3 into 2 x 2")) {
      try Matrix.product(a, b, transposing: .first, into: &result)
    }
    #expect(throws: MatrixError.self) { try Matrix.product(symmetric: a, b) }
    #expect(throws: MatrixError.self) { try Matrix.product(symmetric: .identity(2), b, side: .right) }
    #expect(throws: MatrixError.self) { try result.multiply(byLower: .identity(3)) }
    #expect(throws: MatrixError.self) { try result.multiply(byLower: a, side: .right) }
    try a.withView { a throws(MatrixError) in
      try result.withMutableView { c throws(MatrixError) in
        _ = #expect(throws: MatrixError.self) {
          try MatrixKernel.symmetricProduct(a, transposingFirst: true, intoLower: c)
        }
      }
    }
  }

  /// A block of draws is computed by whatever thread is free: that must not show in a single bit.
  @Test func oneAndTwoThreadsGiveTheSameBits() throws {
    let draws = try (0..<8).map { try Naive.matrix(300, 40, seed: UInt64($0)) }
    let factor = try Naive.positiveDefinite(40, seed: 99).cholesky()
    @Sendable func block(_ index: Int) -> [Double] {
      var block = draws[index]
      try? block.multiply(byLower: factor, side: .right, transposed: true)
      let covariance = try? Matrix.symmetricProduct(block, transposingFirst: true)
      return block.elements + (covariance?.elements ?? [])
    }
    let alone = (0..<8).map(block)
    let results = Slots(count: 8)
    for _ in 0..<20 {
      DispatchQueue.concurrentPerform(iterations: 8) { results.set($0, block($0)) }
      // Not the arrays themselves: a failure would print them.
      let isSame = results.values == alone
      #expect(isSame)
    }
  }
}

/// One slot a block, written by several threads.
private final class Slots: @unchecked Sendable {
  private let lock = NSLock()
  private var slots: [[Double]]
  init(count: Int) { slots = Array(repeating: [], count: count) }
  func set(_ index: Int, _ value: [Double]) { lock.withLock { slots[index] = value } }
  var values: [[Double]] { lock.withLock { slots } }
}

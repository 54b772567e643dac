import DoudiMatrix
import Testing

@Suite struct MatrixProductTests {
  @Test func asWorkedByHand() throws {
    let (a, b) = (try Matrix(byRows: [[1, 2], [3, 4]]), try Matrix(byRows: [[5, 6], [7, 8]]))
    #expect(try Matrix.product(a, b) == Matrix(byRows: [[19, 22], [43, 50]]))
    #expect(try Matrix.product(a, b, transposing: .first) == Matrix(byRows: [[26, 30], [38, 44]]))
    #expect(try Matrix.product(a, b, transposing: .second) == Matrix(byRows: [[17, 23], [39, 53]]))
    #expect(
      try Matrix.product(a, b, transposing: [.first, .second]) == Matrix(byRows: [[23, 31], [34, 46]]))
  }

  /// Sizes around the blocks of the kernels, and far from square.
  @Test(arguments: [(1, 1, 1), (3, 5, 7), (8, 8, 8), (17, 4, 33), (1, 64, 129), (130, 1, 2), (65, 257, 66)])
  func asPlainLoops(rows: Int, inner: Int, columns: Int) throws {
    let a = try Naive.matrix(rows, inner, seed: UInt64(rows))
    let b = try Naive.matrix(inner, columns, seed: UInt64(columns + 1000))
    let expected = Naive.product(a, b)
    #expect(gap(try .product(a, b), expected) < 1e-14)
    #expect(gap(try .product(a.transposed, b, transposing: .first), expected) < 1e-14)
    #expect(gap(try .product(a, b.transposed, transposing: .second), expected) < 1e-14)
    #expect(
      gap(try .product(a.transposed, b.transposed, transposing: [.first, .second]), expected) < 1e-14)
  }

  @Test(arguments: [1, 2, 9, 40, 67])
  func specialShapesAsPlainLoops(size: Int) throws {
    let a = try Naive.matrix(size, 23, seed: 5)
    let gram = Naive.product(a, a.transposed)
    let square = try Matrix.symmetricProduct(a, scale: 2)
    #expect(gap(square, Naive.product(a, a.transposed)) > 0.4)
    #expect(gap(try .symmetricProduct(a), gram) < 1e-14)
    #expect(square == square.transposed)
    #expect(gap(try .symmetricProduct(a, transposingFirst: true), Naive.product(a.transposed, a)) < 1e-14)
    #expect(gap(try .product(symmetric: gram, a), Naive.product(gram, a)) < 1e-14)
    #expect(
      gap(try .product(symmetric: gram, a.transposed, side: .right), Naive.product(a.transposed, gram))
        < 1e-14)

    var lower = try Naive.matrix(size, size, seed: 6)
    for column in 0..<size { for row in 0..<column { lower[row, column] = 0 } }
    for (side, transposed) in [(MatrixSide.left, false), (.left, true), (.right, false), (.right, true)] {
      let factor = transposed ? lower.transposed : lower
      var result = side == .left ? a : a.transposed
      let expected = side == .left ? Naive.product(factor, a) : Naive.product(a.transposed, factor)
      try result.multiply(byLower: lower, side: side, transposed: transposed)
      #expect(gap(result, expected) < 1e-14)
    }
  }

  /// Two inputs of variance 4 and 9 with covariance 3; outputs are their sum and their difference.
  @Test func covarianceOfSumAndDifference() throws {
    let covariance = try Matrix(byRows: [[4, 3], [3, 9]])
    let jacobian = try Matrix(byRows: [[1, 1], [1, -1]])
    #expect(try Matrix.congruence(jacobian, covariance) == Matrix(byRows: [[19, -5], [-5, 7]]))
  }

  @Test func congruenceAsPlainLoops() throws {
    let (jacobian, covariance) = (try Naive.matrix(31, 20, seed: 7), try Naive.positiveDefinite(20, seed: 8))
    let result = try Matrix.congruence(jacobian, covariance)
    #expect(gap(result, Naive.product(Naive.product(jacobian, covariance), jacobian.transposed)) < 1e-14)
    #expect(result == result.transposed)
  }
}

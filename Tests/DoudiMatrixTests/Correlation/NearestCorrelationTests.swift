import DoudiMatrix
import Testing

@Suite struct NearestCorrelationTests {
  /// Higham, Computing the nearest correlation matrix, IMA Journal of Numerical Analysis 22 (2002), section 4.
  @Test func theExampleOfHigham() throws {
    let matrix = try Matrix(byRows: [[1, 1, 0], [1, 1, 1], [0, 1, 1]])
    let nearest = try CorrelationCheck.nearest(to: matrix, floor: 0)
    #expect((nearest[1, 0] - 0.7607).magnitude < 5e-5)
    #expect((nearest[2, 0] - 0.1573).magnitude < 5e-5)
    #expect((nearest[2, 1] - nearest[1, 0]).magnitude < 1e-10)
    // On the boundary: 1 + r = 2 s^2 where the two outer ones are s and the inner one r.
    let (s, r) = (nearest[1, 0], nearest[2, 0])
    #expect((1 + r - 2 * s * s).magnitude < 1e-10)
    // Along it, 4 (1 - s)^2 + 2 r^2 is least where 2 r s = 1 - s.
    #expect((2 * r * s - (1 - s)).magnitude < 1e-9)
  }

  @Test func whatIsOneStaysAsItIs() throws {
    let matrix = try Matrix(byRows: [[1, 0.3, -0.2], [0.3, 1, 0.5], [-0.2, 0.5, 1]])
    #expect(try CorrelationCheck.nearest(to: matrix) == matrix)
    #expect(try CorrelationCheck.nearest(to: Matrix(byRows: [])).rows == 0)
  }

  /// Two perfectly correlated variables at an eigenvalue of at least f have 1 - f.
  @Test func theFloorIsKept() throws {
    let matrix = Matrix(rows: 2, columns: 2, repeating: 1)
    let nearest = try CorrelationCheck.nearest(to: matrix, floor: 0.1)
    #expect((nearest[1, 0] - 0.9).magnitude < 1e-10)
  }

  @Test(arguments: [5, 8, 20])
  func theResultCanBeDrawnFrom(size: Int) throws {
    var matrix = try Naive.matrix(size, size, seed: UInt64(size))
    for column in 0..<size {
      matrix[column, column] = 1
      for row in 0..<column { matrix[row, column] = matrix[column, row] }
    }
    #expect(try CorrelationCheck.fault(in: matrix) != nil)
    let nearest = try CorrelationCheck.nearest(to: matrix)
    #expect(try CorrelationCheck.fault(in: nearest) == nil)
    #expect(try SymmetricEigen(nearest).values[0] >= 1e-8)
    #expect(nearest == nearest.transposed && nearest.diagonal.allSatisfy { $0 == 1 })
    _ = try nearest.cholesky()
    // No other correlation matrix is nearer: not a mixture with the identity, not one with a single step undone.
    let distance = square(matrix, nearest)
    for share in [0.001, 0.01, 0.1] {
      #expect(square(matrix, mixed(nearest, .identity(size), share)) > distance)
      let other = try CorrelationCheck.nearest(to: Naive.positiveDefinite(size, seed: 3))
      #expect(square(matrix, mixed(nearest, other, share)) > distance)
    }
  }

  @Test func faultsAreNamed() throws {
    #expect(throws: MatrixError.notSymmetric(row: 1, column: 0)) {
      try CorrelationCheck.nearest(to: Matrix(byRows: [[1, 0.5], [0.4, 1]]))
    }
    #expect(throws: MatrixError.shape("a smallest eigenvalue of 1.0")) {
      try CorrelationCheck.nearest(to: .identity(2), floor: 1)
    }
    let matrix = try Matrix(byRows: [[1, 1, 0], [1, 1, 1], [0, 1, 1]])
    #expect(throws: MatrixError.notConverged("nearest correlation matrix, 2 steps")) {
      try CorrelationCheck.nearest(to: matrix, limit: 2)
    }
  }

  private func square(_ a: Matrix, _ b: Matrix) -> Double {
    zip(a.elements, b.elements).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  private func mixed(_ a: Matrix, _ b: Matrix, _ share: Double) -> Matrix {
    var result = a
    for column in 0..<a.columns {
      for row in 0..<a.rows {
        result[row, column] = (1 - share) * a[row, column] + share * b[row, column]
      }
    }
    return result
  }
}

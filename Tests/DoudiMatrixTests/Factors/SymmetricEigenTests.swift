import DoudiMatrix
import Foundation
import Testing

@Suite struct SymmetricEigenTests {
  @Test func asWorkedByHand() throws {
    let eigen = try SymmetricEigen(Matrix(byRows: [[2, 1], [1, 2]]))
    #expect((eigen.values[0] - 1).magnitude < 1e-15 && (eigen.values[1] - 3).magnitude < 1e-15)
    let half = 0.5.squareRoot()
    #expect(gap(eigen.vectors, try Matrix(byRows: [[half, half], [-half, half]])) < 1e-15)
  }

  /// The second difference has the eigenvalues 2 - 2 cos(k pi / (n + 1)).
  @Test(arguments: [1, 2, 10, 60])
  func secondDifference(size: Int) throws {
    var matrix = Matrix(diagonal: Array(repeating: 2, count: size))
    for place in 1..<max(size, 1) {
      matrix[place, place - 1] = -1
      matrix[place - 1, place] = -1
    }
    let eigen = try SymmetricEigen(matrix)
    for (place, value) in eigen.values.enumerated() {
      let exact = 2 - 2 * cos(Double(place + 1) * .pi / Double(size + 1))
      #expect((value - exact).magnitude < 1e-14)
    }
  }

  @Test func vectorsGiveTheMatrixBack() throws {
    let matrix = try Naive.positiveDefinite(50, seed: 5)
    let eigen = try SymmetricEigen(matrix)
    let (v, values) = (eigen.vectors, Matrix(diagonal: eigen.values))
    #expect(gap(Naive.product(Naive.product(v, values), v.transposed), matrix) < 1e-14)
    #expect(gap(Naive.product(v.transposed, v), .identity(50)) < 1e-14)
    #expect(eigen.values == eigen.values.sorted())
    for column in 0..<50 {
      let vector = v.column(column)
      #expect(vector.max() ?? 0 >= (vector.map(\.magnitude).max() ?? 0) * (1 - 1e-6))
    }
  }

  @Test func faultsAreNamed() throws {
    let skew = try Matrix(byRows: [[1, 0.5], [0.4, 1]])
    #expect(throws: MatrixError.notSymmetric(row: 1, column: 0)) { try SymmetricEigen(skew) }
    #expect(throws: MatrixError.shape("1 x 2 is not square")) {
      try SymmetricEigen(Matrix(rows: 1, columns: 2))
    }
  }
}

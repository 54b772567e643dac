import DoudiMatrix
import Testing

@testable import DoudiEnsemble

@Suite struct ConditionalNormalsTests {
  private let copula: GaussianCopula

  init() throws {
    let correlation = try Matrix(byRows: [[1, 0.5, 0.3], [0.5, 1, -0.2], [0.3, -0.2, 1]])
    copula = try GaussianCopula(dimensions: 3, factor: correlation.cholesky().elements)
  }

  /// Two numbers: z1 given z0 is r z0 + sqrt(1 - r^2) e.
  @Test func twoByHand() throws {
    let two = try GaussianCopula(
      dimensions: 2, factor: Matrix(byRows: [[1, 0.6], [0.6, 1]]).cholesky().elements)
    let found = try written(ConditionalNormals(two, known: [0]), [2, 9], [7, 0.5])
    #expect(abs(found[1] - (0.6 * 2 + 0.8 * 0.5)) < 1e-14)
    let back = try written(ConditionalNormals(two, known: [1]), [9, 2], [0.5, 7])
    #expect(abs(back[0] - (0.6 * 2 + 0.8 * 0.5)) < 1e-14)
  }

  /// What is known does not change, and the whole has the covariance it should have: A z + L e of a known
  /// part of covariance S11 is S21 S11^-1 S11 S11^-1 S12 + L L' = S22.
  @Test func covarianceIsKept() throws {
    for known in [[0], [1], [2], [0, 1], [1, 2], [2, 0]] {
      let condition = try ConditionalNormals(copula, known: known)
      // Columns of the map from (z known, e free) to z free.
      var map = Matrix(rows: condition.free.count, columns: 3)
      for source in 0..<3 {
        var unit = [0.0, 0, 0]
        unit[source] = 1
        let isKnown = known.contains(source)
        let found = written(condition, isKnown ? unit : [0, 0, 0], isKnown ? [0, 0, 0] : unit)
        for (row, input) in condition.free.enumerated() { map[row, source] = found[input] }
      }
      var covariance = Matrix.identity(3)
      for i in known { for j in known { covariance[i, j] = correlation(i, j) } }
      let result = try Matrix.congruence(map, covariance)
      for (row, i) in condition.free.enumerated() {
        for (column, j) in condition.free.enumerated() {
          #expect(abs(result[row, column] - correlation(i, j)) < 1e-14)
        }
      }
    }
  }

  @Test func allSets() throws {
    let all = try ConditionalNormals.all(of: copula)
    #expect(all.count == 7)
    #expect(all[5].known == [0, 2] && all[5].free == [1])
  }

  private func correlation(_ i: Int, _ j: Int) -> Double {
    (0..<3).reduce(0) { $0 + copula.factor[$1 * 3 + i] * copula.factor[$1 * 3 + j] }
  }

  /// Free inputs of one draw.
  private func written(_ condition: ConditionalNormals, _ normals: [Double], _ fresh: [Double]) -> [Double] {
    var (z, e, result) = (normals, fresh, [Double](repeating: 0, count: normals.count))
    z.withUnsafeMutableBufferPointer { z in
      e.withUnsafeMutableBufferPointer { e in
        result.withUnsafeMutableBufferPointer { result in
          for row in condition.free.indices {
            condition.write(row, normals: z, fresh: e, into: result, draws: 1)
          }
        }
      }
    }
    return result
  }
}

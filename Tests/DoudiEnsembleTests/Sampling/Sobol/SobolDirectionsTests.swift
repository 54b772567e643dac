import Testing

@testable import DoudiEnsemble

@Suite struct SobolDirectionsTests {
  /// m_1 ... of the first rows of new-joe-kuo-6.21201, as printed there.
  @Test func firstRows() {
    let rows: [(Int, [UInt32])] = [
      (0, [1, 1, 1, 1]), (1, [1, 3, 5, 15]), (2, [1, 3]), (3, [1, 3, 1]), (4, [1, 1, 1]),
      (5, [1, 1, 3, 3]), (6, [1, 3, 5, 13]), (7, [1, 1, 5, 5, 17]),
    ]
    for (dimension, m) in rows {
      SobolDirections.withVectors(of: dimension) { vectors in
        for (k, number) in m.enumerated() { #expect(vectors[k] == number << UInt32(29 - k), "\(dimension)") }
      }
    }
  }

  /// Every direction number is odd and below its power of two, so each dimension is a permutation.
  @Test func allAreOdd() {
    for dimension in 0..<SobolDirections.dimensions {
      SobolDirections.withVectors(of: dimension) { vectors in
        for (k, vector) in vectors.enumerated() {
          #expect(
            vector < 1 << 30 && vector >> UInt32(29 - k) & 1 == 1 && vector.trailingZeroBitCount == 29 - k)
        }
      }
    }
  }
}

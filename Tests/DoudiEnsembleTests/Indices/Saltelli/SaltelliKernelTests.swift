import Testing

@testable import DoudiEnsemble

@Suite struct SaltelliKernelTests {
  private func columns(_ length: Int) -> [[Double]] {
    (0..<3).map { column -> [Double] in
      (0..<length).map { row -> Double in
        let number = (row * 37 + column * 11) % 23
        return Double(number - 11)
      }
    }
  }

  private func sums(_ columns: [[Double]]) -> SIMD4<Double> {
    var columns = columns
    var (a, b, c) = (columns.removeFirst(), columns.removeFirst(), columns.removeFirst())
    return a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeMutableBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in SaltelliKernel.sums(a, b, c) }
      }
    }
  }

  /// Whole numbers, so that the order of adding does not matter.
  private func naive(_ columns: [[Double]], without failed: Set<Int> = []) -> SIMD4<Double> {
    var result = SIMD4<Double>.zero
    for i in columns[0].indices where !failed.contains(i) {
      let (a, b, c) = (columns[0][i], columns[1][i], columns[2][i])
      result += SIMD4(1, b * c, b + c, (a - c) * (a - c))
    }
    return result
  }

  @Test(arguments: [0, 1, 3, 4, 5, 8, 63, 64])
  func lengths(length: Int) {
    let columns = columns(length)
    #expect(sums(columns) == naive(columns))
  }

  /// A draw counts only where all three runs gave a number.
  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func failures(value: Double) {
    var columns = columns(21)
    columns[0][3] = value
    columns[1][3] = value
    columns[1][8] = value
    columns[2][20] = value
    #expect(sums(columns) == naive(columns, without: [3, 8, 20]))
  }
}

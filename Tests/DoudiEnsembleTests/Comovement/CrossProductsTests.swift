import Testing

@testable import DoudiEnsemble

@Suite struct CrossProductsTests {
  /// Deviations that are known beside means a hundred million times as large.
  @Test func farFromZero() throws {
    let count = 4000
    let first = (0..<count).map { draw -> Double in 1e9 + Double(draw % 2 * 2 - 1) }
    let second = (0..<count).map { draw -> Double in
      let (one, other) = (draw % 2 * 4 - 2, draw / 2 % 2 * 2 - 1)
      return -3e8 + Double(one + other)
    }
    let products = try counted([first, second], batches: [count])
    let covariance = try #require(products.covariance)
    let scale = Double(count) / Double(count - 1)
    #expect(abs(covariance[0, 0] / scale - 1) < 1e-12 && abs(covariance[1, 1] / scale - 5) < 1e-12)
    #expect(abs(covariance[0, 1] / scale - 2) < 1e-12 && covariance[0, 1] == covariance[1, 0])
    #expect(products.means == [1e9, -3e8])
  }

  /// Batches give what the whole gives, whatever their lengths.
  @Test(arguments: [[1, 1, 2998], [1024, 1976], [1500, 1500], [2999, 1]])
  func batchesAreTheWhole(_ batches: [Int]) throws {
    var state: UInt64 = 5
    let columns = (0..<3).map { column in
      (0..<3000).map { _ -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return 1e6 * Double(column) + Double(state >> 40) / 1e4
      }
    }
    let whole = try #require(try counted(columns, batches: [3000]).covariance)
    let parts = try #require(try counted(columns, batches: batches).covariance)
    let largest = whole.elements.map(abs).max() ?? 0
    for (a, b) in zip(whole.elements, parts.elements) { #expect(abs(a - b) <= 1e-12 * largest) }
  }

  /// A draw without a value in one column is left out of all.
  @Test func failedDraws() throws {
    let products = try counted([[1, .nan, 3, 5], [2, 2, .infinity, 8]], batches: [4])
    #expect(products.count == 2 && products.failed == 2 && products.means == [3, 5])
    #expect(try #require(products.covariance).elements == [8, 12, 12, 18])
    #expect(try counted([[1]], batches: [1]).covariance == nil)
    #expect(try counted([[], []], batches: [0]).covariance == nil)
  }

  private func counted(_ columns: [[Double]], batches: [Int]) throws -> CrossProducts {
    var products = CrossProducts(columns: columns.count)
    var first = 0
    for batch in batches {
      let parts = columns.map { Array($0[first..<(first + batch)]) }
      let buffers = parts.map { part in
        let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: part.count)
        _ = buffer.initialize(from: part)
        return buffer
      }
      defer { for buffer in buffers { buffer.deallocate() } }
      try products.add(buffers.map { UnsafeBufferPointer($0) })
      first += batch
    }
    return products
  }
}

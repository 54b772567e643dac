import DoudiMatrix
import Foundation

/// Matrices from a seed, and operations written as plain loops to compare with.
enum Naive {
  /// Elements of (-1, 1) from a linear congruential generator, the same on every machine.
  static func matrix(_ rows: Int, _ columns: Int, seed: UInt64) throws -> Matrix {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1
    let elements = (0..<(rows * columns)).map { _ -> Double in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(Int64(bitPattern: state) >> 11) * 0x1p-52
    }
    return try Matrix(rows: rows, columns: columns, elements: elements)
  }

  /// A symmetric matrix with eigenvalues of at least one.
  static func positiveDefinite(_ size: Int, seed: UInt64) throws -> Matrix {
    let half = try matrix(size, size, seed: seed)
    var result = product(half, half.transposed)
    for place in 0..<size { result[place, place] += 1 }
    return result
  }

  static func product(_ a: Matrix, _ b: Matrix) -> Matrix {
    var result = Matrix(rows: a.rows, columns: b.columns)
    for column in 0..<b.columns {
      for row in 0..<a.rows {
        result[row, column] = (0..<a.columns).reduce(0) { $0 + a[row, $1] * b[$1, column] }
      }
    }
    return result
  }
}

/// The largest difference of two matrices in units of the largest element; infinite where shapes differ.
func gap(_ a: Matrix, _ b: Matrix) -> Double {
  guard a.rows == b.rows, a.columns == b.columns else { return .infinity }
  let size = b.elements.reduce(Double.leastNormalMagnitude) { max($0, $1.magnitude) }
  return zip(a.elements, b.elements).reduce(0) { worst, pair in
    let difference = (pair.0 - pair.1).magnitude / size
    return difference.isNaN ? .infinity : max(worst, difference)
  }
}

/// The rows of a table in `Reference/`, without its header; numbers as they were written.
func referenceTable(_ name: String) throws -> [[String]] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let text = try String(contentsOf: folder.appendingPathComponent("Reference/\(name)"), encoding: .utf8)
  return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
}

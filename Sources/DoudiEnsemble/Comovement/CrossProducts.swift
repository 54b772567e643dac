import DoudiMatrix

/// Means and centred cross-products of some columns, taken in block after block.
///
/// Each block is centred on its own mean, multiplied with itself (DSYRK) and joined to what is there (Chan, Golub and
/// LeVeque 1983):
///
///     d = mean_B - mean_A,   mean = mean_A + d n_B / n,   P = P_A + P_B + d d' n_A n_B / n
///
/// Nothing large is subtracted from anything large, however far the mean is from 0. Memory: one block and P.
struct CrossProducts {
  /// Draws to a block.
  static let block = 1024

  /// Draws counted.
  private(set) var count = 0
  /// Draws left out because a column has no value there.
  private(set) var failed = 0
  /// Mean of each column.
  private(set) var means: [Double]
  /// Sums of products of deviations from the means; the lower triangle.
  private var products: Matrix

  init(columns: Int) {
    means = Array(repeating: 0, count: columns)
    products = Matrix(rows: columns, columns: columns)
  }

  /// P / (n - 1), both triangles; nil for fewer than two draws.
  var covariance: Matrix? {
    guard count > 1 else { return nil }
    var result = products
    for column in means.indices {
      for row in column..<means.count {
        result[row, column] /= Double(count - 1)
        result[column, row] = result[row, column]
      }
    }
    return result
  }

  /// Takes the draws of all columns.
  /// - Throws: ``MatrixError`` where a product cannot be made.
  mutating func add(_ columns: [UnsafeBufferPointer<Double>]) throws(MatrixError) {
    let draws = columns.map(\.count).min() ?? 0
    for first in stride(from: 0, to: draws, by: Self.block) {
      let rows = (first..<min(draws, first + Self.block)).filter { row in
        columns.allSatisfy { $0[row].isFinite }
      }
      failed += min(draws - first, Self.block) - rows.count
      if !rows.isEmpty { try add(columns, rows) }
    }
  }

  private mutating func add(_ columns: [UnsafeBufferPointer<Double>], _ rows: [Int]) throws(MatrixError) {
    let (old, own) = (Double(count), Double(rows.count))
    var (centred, shift) = (Matrix(rows: rows.count, columns: columns.count), means)
    for (place, column) in columns.enumerated() {
      // Sums of differences from one of the values keep their digits.
      let base = column[rows[0]]
      let mean = base + rows.reduce(0.0) { $0 + (column[$1] - base) } / own
      for (row, draw) in rows.enumerated() { centred[row, place] = column[draw] - mean }
      shift[place] = mean - means[place]
    }
    try centred.withView { a throws(MatrixError) in
      try products.withMutableView { c throws(MatrixError) in
        try MatrixKernel.symmetricProduct(a, transposingFirst: true, keeping: 1, intoLower: c)
      }
    }
    join(shift, old, own)
    count += rows.count
  }

  private mutating func join(_ shift: [Double], _ old: Double, _ own: Double) {
    let weight = old * own / (old + own)
    for column in means.indices {
      for row in column..<means.count { products[row, column] += weight * shift[row] * shift[column] }
      means[column] += shift[column] * own / (old + own)
    }
  }
}

import DoudiMatrix

/// The Cholesky factor of a copula whose inputs are put into another order.
///
/// ```
/// z_order = L e        the first k numbers of e are as good as the first k inputs of the order
/// ```
struct OrderedFactor: Sendable {
  let order: [Int]
  let factor: Matrix

  init(_ copula: GaussianCopula, order: [Int]) throws(MatrixError) {
    let size = copula.dimensions
    var correlation = Matrix(rows: size, columns: size)
    for (column, j) in order.enumerated() {
      for (row, i) in order.enumerated() {
        correlation[row, column] = (0...min(i, j)).reduce(0) {
          $0 + copula.factor[$1 * size + i] * copula.factor[$1 * size + j]
        }
      }
    }
    self.order = order
    factor = try correlation.cholesky()
  }
}

/// Normal numbers of some inputs given those of the others.
///
/// ```
/// z_free = A z_known + L e,   A = L21 L11^-1,  L = L22        of the factor with the known inputs first
/// ```
struct ConditionalNormals: Sendable {
  let known: [Int]
  let free: [Int]
  /// A: free x known.
  private let slope: Matrix
  /// L: free x free, lower triangular.
  private let spread: Matrix

  init(_ copula: GaussianCopula, known: [Int]) throws(MatrixError) {
    let isKnown = Set(known)
    let free = (0..<copula.dimensions).filter { !isKnown.contains($0) }
    let factor = try OrderedFactor(copula, order: known + free).factor
    var (slope, spread) = (
      Matrix(rows: free.count, columns: known.count), Matrix(rows: free.count, columns: free.count)
    )
    for row in 0..<free.count {
      // A L11 = L21, from the last column to the first.
      for column in (0..<known.count).reversed() {
        var rest = factor[known.count + row, column]
        for later in (column + 1)..<max(known.count, column + 1) {
          rest -= slope[row, later] * factor[later, column]
        }
        slope[row, column] = rest / factor[column, column]
      }
      for column in 0...row { spread[row, column] = factor[known.count + row, known.count + column] }
    }
    (self.known, self.free, self.slope, self.spread) = (known, free, slope, spread)
  }

  /// One for each set of inputs but the full one; bit i of its place says that input i is known.
  static func all(of copula: GaussianCopula) throws(MatrixError) -> [ConditionalNormals] {
    var result: [ConditionalNormals] = []
    for set in 0..<((1 << copula.dimensions) - 1) {
      let known = (0..<copula.dimensions).filter { set >> $0 & 1 == 1 }
      result.append(try ConditionalNormals(copula, known: known))
    }
    return result
  }

  /// Writes column `free[row]` of `target`.
  ///
  /// - Parameters:
  ///   - row: which of the free inputs.
  ///   - normals: correlated normal numbers z, input by input.
  ///   - fresh: independent ones e; column `free[row]` belongs to that input.
  ///   - target: columns of the same length.
  ///   - draws: that length.
  func write(
    _ row: Int, normals: UnsafeMutableBufferPointer<Double>, fresh: UnsafeMutableBufferPointer<Double>,
    into target: UnsafeMutableBufferPointer<Double>, draws: Int
  ) {
    let column = target.column(free[row], draws)
    column.update(repeating: 0)
    for (place, input) in known.enumerated() {
      add(slope[row, place], normals.column(input, draws), to: column)
    }
    for place in 0...row { add(spread[row, place], fresh.column(free[place], draws), to: column) }
  }

  private func add(
    _ weight: Double, _ source: UnsafeMutableBufferPointer<Double>,
    to target: UnsafeMutableBufferPointer<Double>
  ) {
    if weight == 0 { return }
    for i in target.indices { target[i] += weight * source[i] }
  }
}

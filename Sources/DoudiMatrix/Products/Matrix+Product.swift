extension Matrix {
  /// The product of two matrices (DGEMM).
  ///
  ///     C = op(A) op(B)
  ///
  /// - Parameters:
  ///   - a: A.
  ///   - b: B.
  ///   - transposing: which of the two are transposed.
  /// - Returns: C.
  /// - Throws: ``MatrixError/shape(_:)`` where inner sizes differ.
  public static func product(
    _ a: Matrix, _ b: Matrix, transposing: Transposing = []
  ) throws(MatrixError) -> Matrix {
    var result = Matrix(
      rows: transposing.contains(.first) ? a.columns : a.rows,
      columns: transposing.contains(.second) ? b.rows : b.columns)
    try product(a, b, transposing: transposing, into: &result)
    return result
  }

  /// The product of two matrices into a third that is there.
  ///
  ///     C <- scale op(A) op(B) + keeping C
  ///
  /// - Parameters:
  ///   - a: A.
  ///   - b: B.
  ///   - transposing: which of the two are transposed.
  ///   - scale: factor of the product.
  ///   - keeping: factor of what `result` holds; with zero its old content is not read.
  ///   - result: C.
  /// - Throws: ``MatrixError/shape(_:)``.
  public static func product(
    _ a: Matrix, _ b: Matrix, transposing: Transposing = [], scale: Double = 1, keeping: Double = 0,
    into result: inout Matrix
  ) throws(MatrixError) {
    try a.withView { a throws(MatrixError) in
      try b.withView { b throws(MatrixError) in
        try result.withMutableView { c throws(MatrixError) in
          try MatrixKernel.product(a, b, transposing: transposing, scale: scale, keeping: keeping, into: c)
        }
      }
    }
  }

  /// A symmetric matrix times a general one (DSYMM).
  ///
  ///     C = S B,  or  B S
  ///
  /// - Parameters:
  ///   - s: S; only its lower triangle is read.
  ///   - b: B.
  ///   - side: where S stands.
  /// - Returns: C, of the shape of B.
  /// - Throws: ``MatrixError/shape(_:)``.
  public static func product(
    symmetric s: Matrix, _ b: Matrix, side: MatrixSide = .left
  ) throws(MatrixError) -> Matrix {
    var result = Matrix(rows: b.rows, columns: b.columns)
    try s.withView { s throws(MatrixError) in
      try b.withView { b throws(MatrixError) in
        try result.withMutableView { c throws(MatrixError) in
          try MatrixKernel.product(symmetric: s, b, side: side, into: c)
        }
      }
    }
    return result
  }

  /// A matrix times its own transpose (DSYRK), both triangles.
  ///
  ///     C = scale A A',  or  scale A' A
  ///
  /// With draws in the rows of a centred A, `scale` = 1 / (draws - 1) and `transposingFirst` give the covariance.
  /// - Parameters:
  ///   - a: A.
  ///   - transposingFirst: take A' A.
  ///   - scale: factor of the product.
  /// - Returns: C, symmetric to the bit.
  /// - Throws: ``MatrixError/shape(_:)`` for sizes beyond 2^31 - 1.
  public static func symmetricProduct(
    _ a: Matrix, transposingFirst: Bool = false, scale: Double = 1
  ) throws(MatrixError) -> Matrix {
    let size = transposingFirst ? a.columns : a.rows
    var result = Matrix(rows: size, columns: size)
    try a.withView { a throws(MatrixError) in
      try result.withMutableView { c throws(MatrixError) in
        try MatrixKernel.symmetricProduct(a, transposingFirst: transposingFirst, scale: scale, intoLower: c)
      }
    }
    result.mirrorLower()
    return result
  }

  /// Multiplies in place by a lower triangular matrix (DTRMM).
  ///
  ///     self <- op(L) self,  or  self op(L)
  ///
  /// - Parameters:
  ///   - l: L; above its diagonal nothing is read.
  ///   - side: where L stands.
  ///   - transposed: take L'.
  /// - Throws: ``MatrixError/shape(_:)``.
  public mutating func multiply(
    byLower l: Matrix, side: MatrixSide = .left, transposed: Bool = false
  ) throws(MatrixError) {
    try l.withView { l throws(MatrixError) in
      try withMutableView { b throws(MatrixError) in
        try MatrixKernel.multiply(lower: l, side: side, transposed: transposed, inPlace: b)
      }
    }
  }

  /// How a covariance goes through a linear map.
  ///
  ///     C = J S J'
  ///
  /// Holds: symmetric to the bit, since both triangles are averaged. Does not hold: positive semidefinite to the
  /// bit; an eigenvalue that is zero may come out as small as minus rounding.
  /// - Parameters:
  ///   - jacobian: J, outputs x inputs.
  ///   - covariance: S, inputs x inputs, symmetric; only its lower triangle is read.
  /// - Returns: C, outputs x outputs.
  /// - Throws: ``MatrixError/shape(_:)``.
  public static func congruence(
    _ jacobian: Matrix, _ covariance: Matrix
  ) throws(MatrixError) -> Matrix {
    let half = try product(symmetric: covariance, jacobian, side: .right)
    var result = try product(half, jacobian, transposing: .second)
    for column in 0..<result.columns {
      for row in (column + 1)..<max(result.rows, column + 1) {
        result[row, column] = (result[row, column] + result[column, row]) / 2
      }
    }
    result.mirrorLower()
    return result
  }
}

import COpenBLAS

/// Which operands of a product are taken with rows and columns exchanged.
public struct Transposing: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: Int
  /// Options from their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// The left operand.
  public static let first = Transposing(rawValue: 1)
  /// The right operand.
  public static let second = Transposing(rawValue: 2)
}

/// On which side of the other operand a special matrix stands.
public enum MatrixSide: Hashable, Sendable {
  /// Special matrix times the other.
  case left
  /// The other times the special matrix.
  case right
}

/// Products into memory of the caller: no allocation, safe from several threads at once.
///
/// Each call runs on the calling thread alone and gives the same bits there as on any other.
public enum MatrixKernel {
  /// A general product (DGEMM).
  ///
  ///     C <- scale op(A) op(B) + keeping C
  ///
  /// - Parameters:
  ///   - a: A.
  ///   - b: B.
  ///   - transposing: which of the two are transposed.
  ///   - scale: factor of the product.
  ///   - keeping: factor of what `c` holds; with zero its old content is not read.
  ///   - c: C, which must not overlap A or B.
  /// - Throws: ``MatrixError/shape(_:)``.
  public static func product(
    _ a: MatrixView, _ b: MatrixView, transposing: Transposing = [], scale: Double = 1,
    keeping: Double = 0, into c: MutableMatrixView
  ) throws(MatrixError) {
    let (first, second) = (transposing.contains(.first), transposing.contains(.second))
    let (rows, inner) = first ? (a.columns, a.rows) : (a.rows, a.columns)
    let (other, columns) = second ? (b.columns, b.rows) : (b.rows, b.columns)
    guard inner == other, c.rows == rows, c.columns == columns else {
      throw .shape("\(rows) x \(inner) times \(other) x \(columns) into \(c.rows) x \(c.columns)")
    }
    guard rows > 0, columns > 0 else { return }
    MatrixCore.start()
    cblas_dgemm(
      CblasColMajor, first ? CblasTrans : CblasNoTrans, second ? CblasTrans : CblasNoTrans,
      Int32(rows), Int32(columns), Int32(inner), scale, a.base, Int32(a.stride), b.base, Int32(b.stride),
      keeping, c.base, Int32(c.stride))
  }

  /// A matrix times its own transpose (DSYRK); only the lower triangle of C is written.
  ///
  ///     C <- scale A A' + keeping C,  or  scale A' A + keeping C
  ///
  /// - Parameters:
  ///   - a: A.
  ///   - transposingFirst: take A' A.
  ///   - scale: factor of the product.
  ///   - keeping: factor of what `c` holds.
  ///   - c: C, which must not overlap A.
  /// - Throws: ``MatrixError/shape(_:)``.
  public static func symmetricProduct(
    _ a: MatrixView, transposingFirst: Bool = false, scale: Double = 1, keeping: Double = 0,
    intoLower c: MutableMatrixView
  ) throws(MatrixError) {
    let (size, inner) = transposingFirst ? (a.columns, a.rows) : (a.rows, a.columns)
    guard c.rows == size, c.columns == size else {
      throw .shape("a product of \(size) x \(size) into \(c.rows) x \(c.columns)")
    }
    guard size > 0 else { return }
    MatrixCore.start()
    cblas_dsyrk(
      CblasColMajor, CblasLower, transposingFirst ? CblasTrans : CblasNoTrans, Int32(size), Int32(inner),
      scale, a.base, Int32(a.stride), keeping, c.base, Int32(c.stride))
  }

  /// A symmetric matrix times a general one (DSYMM); of S only the lower triangle is read.
  ///
  ///     C <- scale S B + keeping C,  or  scale B S + keeping C
  ///
  /// - Parameters:
  ///   - s: S.
  ///   - b: B.
  ///   - side: where S stands.
  ///   - scale: factor of the product.
  ///   - keeping: factor of what `c` holds.
  ///   - c: C, which must not overlap S or B.
  /// - Throws: ``MatrixError/shape(_:)``.
  public static func product(
    symmetric s: MatrixView, _ b: MatrixView, side: MatrixSide = .left, scale: Double = 1,
    keeping: Double = 0, into c: MutableMatrixView
  ) throws(MatrixError) {
    guard s.rows == s.columns, s.rows == (side == .left ? b.rows : b.columns), c.rows == b.rows,
      c.columns == b.columns
    else {
      throw .shape(
        "symmetric \(s.rows) x \(s.columns) with \(b.rows) x \(b.columns) into \(c.rows) x \(c.columns)")
    }
    guard c.rows > 0, c.columns > 0 else { return }
    MatrixCore.start()
    cblas_dsymm(
      CblasColMajor, side == .left ? CblasLeft : CblasRight, CblasLower, Int32(c.rows), Int32(c.columns),
      scale, s.base, Int32(s.stride), b.base, Int32(b.stride), keeping, c.base, Int32(c.stride))
  }

  /// A lower triangular matrix times a general one, in place (DTRMM); above the diagonal of L nothing is read.
  ///
  ///     B <- scale op(L) B,  or  scale B op(L)
  ///
  /// With draws in rows, `Z <- Z L'` (right, transposed) gives independent columns the covariance L L'.
  /// - Parameters:
  ///   - l: L.
  ///   - side: where L stands.
  ///   - transposed: take L'.
  ///   - scale: factor of the product.
  ///   - b: B, which must not overlap L.
  /// - Throws: ``MatrixError/shape(_:)``.
  public static func multiply(
    lower l: MatrixView, side: MatrixSide = .left, transposed: Bool = false, scale: Double = 1,
    inPlace b: MutableMatrixView
  ) throws(MatrixError) {
    guard l.rows == l.columns, l.rows == (side == .left ? b.rows : b.columns) else {
      throw .shape("triangular \(l.rows) x \(l.columns) with \(b.rows) x \(b.columns)")
    }
    guard b.rows > 0, b.columns > 0 else { return }
    MatrixCore.start()
    cblas_dtrmm(
      CblasColMajor, side == .left ? CblasLeft : CblasRight, CblasLower,
      transposed ? CblasTrans : CblasNoTrans, CblasNonUnit, Int32(b.rows), Int32(b.columns), scale, l.base,
      Int32(l.stride), b.base, Int32(b.stride))
  }
}

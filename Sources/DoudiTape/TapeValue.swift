internal import CVectorMath

/// A value of a tape: a number now, or one for each draw when the tape runs.
///
/// Arithmetic on values writes onto the tape; doubles among the operands become literals. NaN
/// travels: any operation with a NaN operand that it looks at gives NaN, a comparison included.
public struct TapeValue {
  let builder: TapeBuilder
  let handle: TapeHandle
  /// The region in which it was written.
  let region: UInt32

  /// Whether this is one number for all draws: a literal, a figure, or arithmetic of both.
  public var isConstant: Bool { builder.handle(of: self).isNumber }

  /// The number for all draws, or nil where the value varies with the draw.
  public var constantValue: Double? { builder.number(builder.handle(of: self)) }

  /// The sum.
  public static func + (a: TapeValue, b: TapeValue) -> TapeValue { a.builder.write(.add, a, b) }
  /// The sum.
  public static func + (a: TapeValue, b: Double) -> TapeValue { a.builder.write(.add, a, b) }
  /// The sum.
  public static func + (a: Double, b: TapeValue) -> TapeValue { b.builder.write(.add, a, b) }

  /// The difference.
  public static func - (a: TapeValue, b: TapeValue) -> TapeValue { a.builder.write(.subtract, a, b) }
  /// The difference.
  public static func - (a: TapeValue, b: Double) -> TapeValue { a.builder.write(.subtract, a, b) }
  /// The difference.
  public static func - (a: Double, b: TapeValue) -> TapeValue { b.builder.write(.subtract, a, b) }

  /// The product.
  public static func * (a: TapeValue, b: TapeValue) -> TapeValue { a.builder.write(.multiply, a, b) }
  /// The product.
  public static func * (a: TapeValue, b: Double) -> TapeValue { a.builder.write(.multiply, a, b) }
  /// The product.
  public static func * (a: Double, b: TapeValue) -> TapeValue { b.builder.write(.multiply, a, b) }

  /// The quotient; by zero it is infinite, or NaN for 0 / 0.
  public static func / (a: TapeValue, b: TapeValue) -> TapeValue { a.builder.write(.divide, a, b) }
  /// The quotient; by zero it is infinite, or NaN for 0 / 0.
  public static func / (a: TapeValue, b: Double) -> TapeValue { a.builder.write(.divide, a, b) }
  /// The quotient; by zero it is infinite, or NaN for 0 / 0.
  public static func / (a: Double, b: TapeValue) -> TapeValue { b.builder.write(.divide, a, b) }

  /// The opposite.
  public static prefix func - (a: TapeValue) -> TapeValue { a.builder.write(.multiply, a, -1) }

  /// The comparison a >= b, for ``select(_:then:else:)``.
  public static func >= (a: TapeValue, b: TapeValue) -> TapeComparison {
    TapeComparison(operation: .selectGreaterOrEqual, a: a, b: b)
  }
  /// The comparison a > b, for ``select(_:then:else:)``.
  public static func > (a: TapeValue, b: TapeValue) -> TapeComparison {
    TapeComparison(operation: .selectGreater, a: a, b: b)
  }
  /// The comparison a >= b, for ``select(_:then:else:)``.
  public static func >= (a: TapeValue, b: Double) -> TapeComparison { a >= a.builder.literal(b) }
  /// The comparison a > b, for ``select(_:then:else:)``.
  public static func > (a: TapeValue, b: Double) -> TapeComparison { a > a.builder.literal(b) }
  /// The comparison a <= b, for ``select(_:then:else:)``.
  public static func <= (a: TapeValue, b: TapeValue) -> TapeComparison { b >= a }
  /// The comparison a < b, for ``select(_:then:else:)``.
  public static func < (a: TapeValue, b: TapeValue) -> TapeComparison { b > a }
}

/// A comparison that chooses between two values, draw by draw.
public struct TapeComparison {
  let operation: TapeOperation
  let a: TapeValue
  let b: TapeValue
}

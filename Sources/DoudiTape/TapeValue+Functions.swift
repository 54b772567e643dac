internal import CVectorMath

extension TapeValue {
  /// e to the power x.
  public static func exp(_ x: TapeValue) -> TapeValue { x.builder.write(.exp, x) }

  /// Natural logarithm: minus infinity at 0, NaN below.
  public static func log(_ x: TapeValue) -> TapeValue { x.builder.write(.log, x) }

  /// The square root, NaN below 0.
  public static func sqrt(_ x: TapeValue) -> TapeValue {
    x.builder.write(TapeOperation(vm_square_root), x)
  }

  /// x to the power y: NaN for negative x unless y is whole; 1 for y = 0, whatever x is.
  public static func pow(_ x: TapeValue, _ y: TapeValue) -> TapeValue {
    x.builder.write(TapeOperation(vm_power), x, y)
  }

  /// x to the power y: NaN for negative x unless y is whole; 1 for y = 0, whatever x is.
  public static func pow(_ x: TapeValue, _ y: Double) -> TapeValue {
    x.builder.write(TapeOperation(vm_power), x, y)
  }

  /// The complementary error function:
  ///
  ///     erfc(x) = 2/sqrt(pi) x integral from x to infinity of exp(-t^2) dt
  public static func erfc(_ x: TapeValue) -> TapeValue { x.builder.write(TapeOperation(vm_erfc), x) }

  /// The standard normal distribution:
  ///
  ///     Phi(x) = erfc(-x / sqrt 2) / 2
  public static func normalCDF(_ x: TapeValue) -> TapeValue {
    x.builder.write(.normalCDF, x)
  }

  /// The largest whole number that is not above x.
  public static func floor(_ x: TapeValue) -> TapeValue { x.builder.write(TapeOperation(vm_floor), x) }

  /// The smallest whole number that is not below x.
  public static func ceil(_ x: TapeValue) -> TapeValue { x.builder.write(TapeOperation(vm_ceiling), x) }

  /// The smallest multiple of `step` that is not below x.
  ///
  /// What lies above a multiple by no more than 10^-12 of itself (and half a step) counts as that
  /// multiple: sums that are whole on paper are not raised by a step for their last bit.
  public static func roundUp(_ x: TapeValue, toStep step: TapeValue) -> TapeValue {
    x.builder.write(TapeOperation(vm_round_up), x, step)
  }

  /// The smallest multiple of `step` that is not below x, as for values.
  public static func roundUp(_ x: TapeValue, toStep step: Double) -> TapeValue {
    x.builder.write(TapeOperation(vm_round_up), x, step)
  }

  /// The larger of both.
  public static func max(_ a: TapeValue, _ b: TapeValue) -> TapeValue { a.builder.write(.maximum, a, b) }
  /// The larger of both.
  public static func max(_ a: TapeValue, _ b: Double) -> TapeValue { a.builder.write(.maximum, a, b) }

  /// The smaller of both.
  public static func min(_ a: TapeValue, _ b: TapeValue) -> TapeValue { a.builder.write(.minimum, a, b) }
  /// The smaller of both.
  public static func min(_ a: TapeValue, _ b: Double) -> TapeValue { a.builder.write(.minimum, a, b) }

  /// One of two values, draw by draw; the other may be anything, NaN included.
  /// - Parameters:
  ///   - comparison: `a >= b` or `a > b`; NaN on either side gives NaN.
  ///   - yes: the value where it holds.
  ///   - no: the value where it does not.
  /// - Returns: both branches are computed.
  public static func select(
    _ comparison: TapeComparison, then yes: TapeValue, else no: TapeValue
  ) -> TapeValue {
    comparison.a.builder.writeSelect(comparison, yes, no)
  }
}

/// Operations as they are written: checked, simplified where a literal makes that exact, put in order.
extension TapeBuilder {
  func write(_ operation: TapeOperation, _ a: TapeValue) -> TapeValue {
    value(write(TapeNode(operation: operation, a: handle(of: a))))
  }

  func write(_ operation: TapeOperation, _ a: TapeValue, _ b: TapeValue) -> TapeValue {
    value(combined(operation, handle(of: a), handle(of: b)))
  }

  func write(_ operation: TapeOperation, _ a: TapeValue, _ b: Double) -> TapeValue {
    value(combined(operation, handle(of: a), literalHandle(b)))
  }

  func write(_ operation: TapeOperation, _ a: Double, _ b: TapeValue) -> TapeValue {
    value(combined(operation, literalHandle(a), handle(of: b)))
  }

  /// `yes` where the comparison holds, else `no`.
  func writeSelect(_ comparison: TapeComparison, _ yes: TapeValue, _ no: TapeValue) -> TapeValue {
    let (a, b) = (handle(of: comparison.a), handle(of: comparison.b))
    let (c, e) = (handle(of: yes), handle(of: no))
    if c == a, e == b { return value(combined(.maximum, a, b)) }
    if c == b, e == a { return value(combined(.minimum, a, b)) }
    return value(write(TapeNode(operation: comparison.operation, a: a, b: b, c: c, e: e)))
  }

  private func combined(_ operation: TapeOperation, _ a: TapeHandle, _ b: TapeHandle) -> TapeHandle {
    if let same = neutral(operation, a, b) { return same }
    // Numbers come first, and of two alike the one written first: a + b and b + a are one value.
    let swaps = a.isNumber == b.isNumber ? b.raw < a.raw : b.isNumber
    return operation.isCommutative && swaps
      ? write(TapeNode(operation: operation, a: b, b: a))
      : write(TapeNode(operation: operation, a: a, b: b))
  }

  /// The operand that the operation leaves as it is: x + 0, x - 0, x 1, x / 1, max(x, x).
  private func neutral(_ operation: TapeOperation, _ a: TapeHandle, _ b: TapeHandle) -> TapeHandle? {
    switch operation {
    case .add: isZero(a) ? b : isZero(b) ? a : nil
    case .subtract: isZero(b) ? a : nil
    case .multiply: a == Self.one ? b : b == Self.one ? a : nil
    case .divide: b == Self.one ? a : nil
    case .maximum, .minimum: a == b ? a : nil
    default: nil
    }
  }

  /// Literal 0: figures that happen to be 0 must not shape the program.
  private func isZero(_ handle: TapeHandle) -> Bool {
    handle.kind == .literal && number(handle) == 0
  }
}

internal import CVectorMath

/// What a node computes: an operation of the kernel, or where its number comes from.
struct TapeOperation: Hashable, Sendable {
  let code: UInt16

  init(_ operation: vm_operation) { code = UInt16(truncatingIfNeeded: operation.rawValue) }

  private init(code: UInt16) { self.code = code }

  /// An uncertain input; operand a holds its number.
  static let input = TapeOperation(code: 1000)
  /// A figure as it was given; operand a holds its number within the region.
  static let leaf = TapeOperation(code: 1001)

  static let add = TapeOperation(vm_add)
  static let subtract = TapeOperation(vm_subtract)
  static let multiply = TapeOperation(vm_multiply)
  static let divide = TapeOperation(vm_divide)
  static let maximum = TapeOperation(vm_maximum)
  static let minimum = TapeOperation(vm_minimum)
  static let exp = TapeOperation(vm_exp)
  static let log = TapeOperation(vm_log)
  static let normalCDF = TapeOperation(vm_normal_cdf)
  static let selectGreaterOrEqual = TapeOperation(vm_select_greater_or_equal)
  static let selectGreater = TapeOperation(vm_select_greater)

  /// a and b may change places.
  var isCommutative: Bool { self == .add || self == .multiply || self == .maximum || self == .minimum }

  /// The result for single numbers, with the bits of the portable kernel.
  func value(_ a: Double, _ b: Double, _ c: Double, _ e: Double) -> Double {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    default: vm_value(vm_operation(UInt32(code)), a, b, c, e)
    }
  }
}

/// One operation with its operands.
struct TapeNode: Hashable, Sendable {
  var operation: TapeOperation
  var a: TapeHandle
  var b = TapeHandle.none
  var c = TapeHandle.none
  var e = TapeHandle.none

  static func == (x: TapeNode, y: TapeNode) -> Bool {
    x.operation == y.operation && x.a == y.a && x.b == y.b && x.c == y.c && x.e == y.e
  }

  /// The operands that there are.
  func forEachOperand(_ body: (TapeHandle) -> Void) {
    body(a)
    if b != .none { body(b) }
    if c != .none { body(c) }
    if e != .none { body(e) }
  }

  /// Mixes all fields; the tables take its high bits.
  var mixed: UInt64 {
    let left = UInt64(a.raw) << 32 | UInt64(b.raw)
    let right = UInt64(c.raw) << 32 | UInt64(e.raw)
    let sum = (left &+ UInt64(operation.code)) &* 0x9e37_79b9_7f4a_7c15
    return (sum ^ right &* 0xc2b2_ae3d_27d4_eb4f ^ sum >> 29) &* 0xbf58_476d_1ce4_e5b9
  }
}

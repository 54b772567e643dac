internal import CVectorMath

/// Marks what is needed for the outputs, and puts two operations into one where the first serves
/// the second alone: the block is read and written once instead of twice.
struct TapeFusion {
  /// Nodes of this kind are the program's own, by index.
  private let local: TapeHandle.Kind
  private let source: [TapeNode]
  private var uses: [Int32]
  /// What is left to compute, by index of the original; nil where not needed or part of another.
  private(set) var nodes: [TapeNode?]

  init(_ nodes: [TapeNode], local: TapeHandle.Kind, outputs: [TapeHandle]) {
    (self.local, source, self.nodes) = (local, nodes, Array(repeating: nil, count: nodes.count))
    uses = Array(repeating: 0, count: nodes.count)
    // An output counts twice: it must exist by itself.
    for output in outputs { count(output, 2) }
    for index in nodes.indices.reversed() where uses[index] > 0 && nodes[index].operation != .input {
      nodes[index].forEachOperand { count($0, 1) }
    }
    var absorbed = Array(repeating: false, count: nodes.count)
    for index in nodes.indices.reversed()
    where uses[index] > 0 && !absorbed[index] && nodes[index].operation != .input {
      self.nodes[index] = fused(nodes[index]) { absorbed[$0.index] = true }
    }
  }

  private mutating func count(_ handle: TapeHandle, _ times: Int32) {
    if isLocal(handle) { uses[handle.index] += times }
  }

  private func isLocal(_ handle: TapeHandle) -> Bool { handle != .none && handle.kind == local }

  /// The node behind `handle` if it is one of `operations` and serves one other only.
  private func part(_ handle: TapeHandle, _ operations: TapeOperation...) -> TapeNode? {
    guard isLocal(handle), uses[handle.index] == 1 else { return nil }
    let node = source[handle.index]
    return operations.contains(node.operation) ? node : nil
  }

  /// `node` with what it absorbs, whose handles go to `absorb`.
  private func fused(_ node: TapeNode, absorb: (TapeHandle) -> Void) -> TapeNode {
    switch node.operation {
    case .add, .subtract: fusedSum(node, absorb)
    case .multiply: fusedProduct(node, absorb)
    case .maximum: fusedMaximum(node, absorb)
    case .exp: fusedFunction(node, of: .multiply, vm_exp_product, absorb)
    case .log: fusedFunction(node, of: .divide, vm_log_ratio, absorb)
    case .normalCDF: fusedFunction(node, of: .subtract, vm_normal_cdf_difference, absorb)
    case .selectGreater: fusedSelect(node, absorb)
    default: node
    }
  }

  private func fusedSum(_ node: TapeNode, _ absorb: (TapeHandle) -> Void) -> TapeNode {
    let (x, y, isSum) = (node.a, node.b, node.operation == .add)
    let (left, right) = (part(x, .multiply), part(y, .multiply))
    if let left, let right {
      absorb(x)
      absorb(y)
      let code = isSum ? vm_products_sum : vm_products_difference
      return TapeNode(operation: TapeOperation(code), a: left.a, b: left.b, c: right.a, e: right.b)
    }
    if let left {
      absorb(x)
      return left.with(isSum ? vm_multiply_add : vm_multiply_subtract, c: y)
    }
    if let right {
      absorb(y)
      return right.with(isSum ? vm_multiply_add : vm_subtract_product, c: x)
    }
    for (inner, other) in [(x, y), (y, x)] where isSum {
      guard let sum = part(inner, .add) else { continue }
      absorb(inner)
      return sum.with(vm_add_add, c: other)
    }
    return node
  }

  private func fusedProduct(_ node: TapeNode, _ absorb: (TapeHandle) -> Void) -> TapeNode {
    for (inner, other) in [(node.a, node.b), (node.b, node.a)] {
      guard let part = part(inner, .add, .subtract, .multiply) else { continue }
      absorb(inner)
      switch part.operation {
      case .add: return part.with(vm_add_multiply, c: other)
      case .subtract: return part.with(vm_subtract_multiply, c: other)
      default: return part.with(vm_multiply_multiply, c: other)
      }
    }
    return node
  }

  private func fusedMaximum(_ node: TapeNode, _ absorb: (TapeHandle) -> Void) -> TapeNode {
    for (inner, other) in [(node.a, node.b), (node.b, node.a)] {
      if let product = part(inner, .multiply) {
        absorb(inner)
        return product.with(vm_maximum_product, c: other)
      }
      if let difference = part(inner, .subtract), let product = part(difference.a, .multiply) {
        absorb(inner)
        absorb(difference.a)
        return product.with(vm_maximum_multiply_subtract, c: difference.b, e: other)
      }
    }
    return node
  }

  private func fusedFunction(
    _ node: TapeNode, of operation: TapeOperation, _ code: vm_operation, _ absorb: (TapeHandle) -> Void
  ) -> TapeNode {
    guard let part = part(node.a, operation) else { return node }
    absorb(node.a)
    return part.with(code)
  }

  /// Division that is guarded against its divisor: x / d where d > bound.
  private func fusedSelect(_ node: TapeNode, _ absorb: (TapeHandle) -> Void) -> TapeNode {
    guard let quotient = part(node.c, .divide), quotient.b == node.a else { return node }
    absorb(node.c)
    return quotient.with(vm_divide_where_greater, c: node.b, e: node.e)
  }
}

extension TapeNode {
  /// The same first operands under another operation.
  fileprivate func with(
    _ code: vm_operation, c: TapeHandle = .none, e: TapeHandle = .none
  ) -> TapeNode {
    TapeNode(operation: TapeOperation(code), a: a, b: b, c: c, e: e)
  }
}

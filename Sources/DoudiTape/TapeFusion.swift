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

  private func fused(_ node: TapeNode, absorbing: (TapeHandle) -> Void) -> TapeNode {
    func joined(_ code: vm_operation, _ inner: TapeHandle, _ part: TapeNode, _ other: TapeHandle) -> TapeNode
    {
      absorbing(inner)
      return TapeNode(operation: TapeOperation(code), a: part.a, b: part.b, c: other)
    }
    let (x, y) = (node.a, node.b)
    switch node.operation {
    case .add, .subtract:
      let isSum = node.operation == .add
      let (left, right) = (part(x, .multiply), part(y, .multiply))
      if x != y, let left, let right {
        absorbing(x)
        absorbing(y)
        let code = isSum ? vm_products_sum : vm_products_difference
        return TapeNode(operation: TapeOperation(code), a: left.a, b: left.b, c: right.a, e: right.b)
      }
      if let left { return joined(isSum ? vm_multiply_add : vm_multiply_subtract, x, left, y) }
      if let right { return joined(isSum ? vm_multiply_add : vm_subtract_product, y, right, x) }
      if isSum, let sum = part(x, .add) { return joined(vm_add_add, x, sum, y) }
      if isSum, let sum = part(y, .add) { return joined(vm_add_add, y, sum, x) }
    case .multiply:
      for (inner, other) in [(x, y), (y, x)] {
        if let sum = part(inner, .add) { return joined(vm_add_multiply, inner, sum, other) }
        if let sum = part(inner, .subtract) { return joined(vm_subtract_multiply, inner, sum, other) }
        if let product = part(inner, .multiply) { return joined(vm_multiply_multiply, inner, product, other) }
      }
    case .maximum:
      for (inner, other) in [(x, y), (y, x)] {
        if let product = part(inner, .multiply) { return joined(vm_maximum_product, inner, product, other) }
      }
    default: break
    }
    return node
  }
}

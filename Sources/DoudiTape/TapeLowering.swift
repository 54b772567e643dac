/// Rewrites a template before instructions are chosen: divisions by numbers, and by values that are
/// divisors again and again or for all regions, become products with the inverse.
///
///     x / d, y / d   ->   i = 1 / d, x i, y i
///
/// Only for vector arithmetic: the last bit may differ.
struct TapeLowering {
  private(set) var nodes: [TapeNode] = []
  private(set) var outputs: [TapeHandle] = []
  /// Where the template's nodes have gone.
  private var places: [TapeHandle] = []
  private var inverses: [TapeHandle: TapeHandle] = [:]
  /// Numbers whose inverses follow the template's figures: inverse k is figure `figures + k`.
  private(set) var invertedNumbers: [TapeHandle] = []
  let figures: Int

  init(_ template: TapeTemplate, math: TapeMath, commons: inout TapeCommons) {
    figures = template.figures.count
    guard math == .vector else {
      (nodes, outputs) = (template.nodes, template.outputs)
      return
    }
    var divisions: [TapeHandle: Int] = [:]
    for node in template.nodes where node.operation == .divide { divisions[node.b, default: 0] += 1 }
    for node in template.nodes {
      let (a, b) = (moved(node.a), moved(node.b))
      if node.operation == .divide, let inverse = inverse(b, divisions[node.b] ?? 0, &commons) {
        places.append(append(Self.product(a, inverse)))
      } else {
        let node = TapeNode(operation: node.operation, a: a, b: b, c: moved(node.c), e: moved(node.e))
        places.append(append(node))
      }
    }
    outputs = template.outputs.map(moved)
  }

  private func moved(_ handle: TapeHandle) -> TapeHandle {
    handle != .none && handle.kind == .regional ? places[handle.index] : handle
  }

  /// Numbers come first, as the builder writes them.
  private static func product(_ a: TapeHandle, _ b: TapeHandle) -> TapeNode {
    b.isNumber ? TapeNode(operation: .multiply, a: b, b: a) : TapeNode(operation: .multiply, a: a, b: b)
  }

  private mutating func append(_ node: TapeNode) -> TapeHandle {
    nodes.append(node)
    return TapeHandle(.regional, nodes.count - 1)
  }

  private mutating func inverse(
    _ divisor: TapeHandle, _ divisions: Int, _ commons: inout TapeCommons
  ) -> TapeHandle? {
    if divisor.kind == .common { return commons.inverse(divisor) }
    if let known = inverses[divisor] { return known }
    if divisor.isNumber {
      inverses[divisor] = TapeHandle(.figure, figures + invertedNumbers.count)
      invertedNumbers.append(divisor)
    } else if divisions > 1 {
      inverses[divisor] = append(TapeNode(operation: .divide, a: TapeBuilder.one, b: divisor))
    }
    return inverses[divisor]
  }
}

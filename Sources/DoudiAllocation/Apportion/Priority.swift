/// What a row offers for its next unit: w / d(n) of a divisor method, as an exact fraction that grows with it.
///
/// Huntington-Hill's is squared, w^2 / (n (n + 1)), so that no root is needed. With weights of 62 bits and parts
/// of 54 bits both terms stay within 128 bits and a comparison within 256.
struct Priority: Comparable {
  let top: UInt128
  /// 0 stands for more than any number: the row has no unit yet and the method gives each one.
  let bottom: UInt128

  init(weight: UInt64, units: Int64, method: ApportionmentMethod) {
    let (w, n) = (UInt128(weight), UInt128(units.magnitude))
    switch method {
    case .webster, .largestRemainder: (top, bottom) = (w, 2 * n + 1)
    case .huntingtonHill: (top, bottom) = (w * w, n * (n + 1))
    case .jefferson: (top, bottom) = (w, n + 1)
    case .adams: (top, bottom) = (w, n)
    case .dean: (top, bottom) = (w * (2 * n + 1), n * (n + 1))
    }
  }

  static func < (a: Priority, b: Priority) -> Bool {
    if a.bottom == 0 || b.bottom == 0 { return a.bottom != 0 }
    return WideProduct(a.top, b.bottom) < WideProduct(b.top, a.bottom)
  }

  static func == (a: Priority, b: Priority) -> Bool {
    if a.bottom == 0 || b.bottom == 0 { return a.bottom == b.bottom }
    return WideProduct(a.top, b.bottom) == WideProduct(b.top, a.bottom)
  }
}

/// Rows by the priority of their next unit, the largest first, equal ones by position.
struct PriorityQueue {
  private var heap: [(priority: Priority, row: Int)] = []

  init(_ entries: [(priority: Priority, row: Int)]) {
    heap = entries
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  var first: (priority: Priority, row: Int)? { heap.first }

  /// Takes the first away.
  mutating func removeFirst() {
    guard let last = heap.popLast(), !heap.isEmpty else { return }
    heap[0] = last
    sink(0)
  }

  /// Gives the first another priority.
  mutating func replaceFirst(with priority: Priority) {
    guard !heap.isEmpty else { return }
    heap[0].priority = priority
    sink(0)
  }

  private func comesBefore(_ a: Int, _ b: Int) -> Bool {
    if heap[a].priority == heap[b].priority { return heap[a].row < heap[b].row }
    return heap[b].priority < heap[a].priority
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var best = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count && comesBefore(child, best) {
        best = child
      }
      if best == place { return }
      heap.swapAt(place, best)
      place = best
    }
  }
}

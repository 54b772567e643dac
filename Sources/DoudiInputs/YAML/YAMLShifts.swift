/// How far columns moved to the right where bytes of one scalar were written over with as
/// many ASCII scalars.
struct YAMLShifts {
  /// Of each line: offsets in increasing order, with the sum of all moves up to there.
  private var lines: [Int: [(offset: Int, sum: Int)]] = [:]

  /// Notes that a stretch at `offset` now has `extra` more scalars. Offsets come in increasing order.
  mutating func add(line: Int, offset: Int, extra: Int) {
    guard extra > 0 else { return }
    let sum = lines[line]?.last?.sum ?? 0
    lines[line, default: []].append((offset, sum + extra))
  }

  /// Scalars to take off the column of what stands at `offset`.
  func shift(line: Int, offset: Int) -> Int {
    guard let moves = lines[line] else { return 0 }
    var (low, high) = (0, moves.count)
    while low < high {
      let middle = (low + high) / 2
      if moves[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : moves[low - 1].sum
  }
}

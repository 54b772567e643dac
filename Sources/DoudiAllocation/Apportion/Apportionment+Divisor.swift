import DoudiUnits

/// Divisor methods: a start from below, then unit by unit.
extension Apportionment {
  /// One unit after the other to the row with the largest priority.
  ///
  /// The start leaves out about as many units as there are rows: with the divisor x that gives pot - n units in
  /// fractions, row i gets at least floor(w_i / x) and at most one more, hence all rows at most pot. Since parts only
  /// grow with the pot, nobody has more than in the end, and the steps left are at most twice the rows.
  static func byPriority(
    _ pot: Int64, _ whole: WholeWeights, _ ranges: [UnitRange], _ method: ApportionmentMethod
  ) throws(AllocationFault) -> ([Int64], Tie?) {
    var units = try start(pot, whole, ranges)
    var queue = PriorityQueue(
      units.indices.compactMap { row in
        guard whole.values[row] > 0, units[row] < ranges[row].most(of: pot) else { return nil }
        return (Priority(weight: whole.values[row], units: units[row], method: method), row)
      })
    var left = units.reduce(pot) { $0 - $1 }
    var last: (priority: Priority, rows: [Int])?
    while left > 0, let (priority, row) = queue.first {
      units[row] += 1
      left -= 1
      if let known = last, known.priority == priority {
        last?.rows.append(row)
      } else {
        last = (priority, [row])
      }
      if units[row] < ranges[row].most(of: pot) {
        queue.replaceFirst(with: Priority(weight: whole.values[row], units: units[row], method: method))
      } else {
        queue.removeFirst()
      }
    }
    return (units, tie(last, queue))
  }

  private static func start(
    _ pot: Int64, _ whole: WholeWeights, _ ranges: [UnitRange]
  ) throws(AllocationFault) -> [Int64] {
    let lower = pot - Int64(whole.values.count)
    guard ranges.reduce(Int128(0), { $0 + Int128($1.least) }) <= Int128(lower) else {
      return ranges.map(\.least)
    }
    let filling = try WaterFilling(pot: lower, weights: whole, ranges: ranges)
    return filling.amounts.map { Int64(truncatingIfNeeded: $0.floor) }
  }

  /// Who offers as much as the last unit cost and got none.
  private static func tie(_ last: (priority: Priority, rows: [Int])?, _ queue: PriorityQueue) -> Tie? {
    guard let last else { return nil }
    var (rest, losers) = (queue, [Int]())
    while let (priority, row) = rest.first, priority == last.priority {
      losers.append(row)
      rest.removeFirst()
    }
    if losers.isEmpty { return nil }
    return Tie(rows: (losers + last.rows).sorted(), winners: last.rows.sorted())
  }
}

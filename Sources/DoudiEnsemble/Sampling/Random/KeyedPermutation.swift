/// A permutation of 0..<count in which the place of any one number can be had at once.
///
/// A Feistel network of six rounds over the rows and columns of a grid that just holds `count`
/// numbers (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002); numbers that land in
/// the rest of the grid walk on until they are inside. The grid has fewer than sqrt(count) + 1 cells
/// too many, so walking is rare.
///
/// Holds: each of 0..<count comes exactly once. Does not hold: not all count! permutations can come,
/// only as many as there are keys.
struct KeyedPermutation: Hashable, Sendable {
  let count: UInt64
  private let rows: UInt64
  private let columns: UInt64
  private let first, second, third: RoundPair

  /// `count` from 1 to 2^31; the keys are blocks 0, 1 and 2 of draw `number` of `generator`.
  init(count: Int, generator: Philox4x32, number: Int) {
    self.count = UInt64(max(1, count))
    columns = UInt64(Double(self.count).squareRoot().rounded(.up))
    rows = (self.count &+ columns &- 1) / columns
    let draw = UInt64(truncatingIfNeeded: number)
    first = RoundPair(generator.pair(draw: draw, block: 0))
    second = RoundPair(generator.pair(draw: draw, block: 1))
    third = RoundPair(generator.pair(draw: draw, block: 2))
  }

  /// The number at place `index` of the permutation; `index` below `count`.
  @inline(__always)
  func callAsFunction(_ index: UInt64) -> UInt64 {
    var value = index
    repeat {
      var (row, column) = value.quotientAndRemainder(dividingBy: columns)
      first.turn(&row, rows, &column, columns)
      second.turn(&row, rows, &column, columns)
      third.turn(&row, rows, &column, columns)
      value = row &* columns &+ column
    } while value >= count
    return value
  }
}

/// Two rounds of the network: the column turns the row, then the row turns the column.
private struct RoundPair: Hashable, Sendable {
  let ofColumn, ofRow: UInt64

  init(_ keys: (first: UInt64, second: UInt64)) {
    (ofColumn, ofRow) = (keys.first, keys.second)
  }

  @inline(__always)
  func turn(_ row: inout UInt64, _ rows: UInt64, _ column: inout UInt64, _ columns: UInt64) {
    row = Self.turned(row, in: rows, by: column, ofColumn)
    column = Self.turned(column, in: columns, by: row, ofRow)
  }

  /// `value` moved on around a circle of `size`, by a step that `other` and the key determine: the
  /// first two of the three steps of ``KeyedHash``, whose upper 32 bits are enough to choose one.
  @inline(__always)
  private static func turned(
    _ value: UInt64, in size: UInt64, by other: UInt64, _ key: UInt64
  ) -> UInt64 {
    var x = (key &+ other) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x &>> 32)) &* 0x94D0_49BB_1331_11EB
    let moved = value &+ ((x &>> 32) &* size) &>> 32
    return moved >= size ? moved &- size : moved
  }
}

/// Quantiles of a sample too large to keep: how many values fell into each of many narrow cells.
///
/// A cell holds the doubles that share sign, exponent and the first 13 bits behind the point, so it is
/// at most 2^-13 (0.012 %) of its values wide, and memory goes with the number of cells that are hit, some
/// thousands, not with that of the draws.
///
/// Holds: a quantile lies in the cell of the draw below it (the one of rank floor((n - 1) p), from 0);
/// counts are whole numbers, so shards merged in any order give the same bits. Does not hold: between two
/// draws far apart it is not interpolated. NaN is counted as failed.
public struct QuantileSketch: Hashable, Sendable {
  /// Values that are in it.
  public private(set) var count = 0
  /// Draws that failed.
  public private(set) var failed = 0
  private var cells: [UInt32: Int] = [:]

  /// Bits of a sortable key below those that name a cell: 52 less 13.
  private static let shift: UInt64 = 39

  /// A sketch without values.
  public init() {}

  /// Adds the values of a block.
  public mutating func add(_ block: UnsafeBufferPointer<Double>) {
    for value in block {
      if value.isNaN {
        failed += 1
      } else {
        // -0 and numbers without an exponent are 0: no amount is as small.
        cells[Self.cell(abs(value) < .leastNormalMagnitude ? 0 : value), default: 0] += 1
        count += 1
      }
    }
  }

  /// Adds the values of a list.
  public mutating func add(_ values: [Double]) {
    values.withUnsafeBufferPointer { add($0) }
  }

  /// Adds another sketch: the sketch of both samples together.
  public mutating func merge(_ other: QuantileSketch) {
    count += other.count
    failed += other.failed
    cells.merge(other.cells, uniquingKeysWith: +)
  }

  /// Quantiles of type 7, one for each of `levels` (each in 0...1); nil for an empty sketch.
  ///
  /// Between the ends of a cell the values are taken as spread evenly.
  public func quantiles(_ levels: [Double]) -> [Double]? {
    guard count > 0, levels.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
    let ordered = cells.sorted { $0.key < $1.key }
    var ends: [Int] = []
    for cell in ordered { ends.append((ends.last ?? 0) + cell.value) }
    return levels.map { level in
      let place = Double(count - 1) * level
      let index = ends.firstIndex { Double($0) > place } ?? ends.count - 1
      let (low, high) = Self.bounds(ordered[index].key)
      let first = Double(ends[index] - ordered[index].value)
      let part = min(1, (place - first + 0.5) / Double(ordered[index].value))
      return low == high ? low : low + part * (high - low)
    }
  }

  private static func cell(_ value: Double) -> UInt32 {
    UInt32(truncatingIfNeeded: RadixSort.key(value.bitPattern) &>> shift)
  }

  /// The least and the greatest value of a cell; infinities have cells of their own.
  private static func bounds(_ cell: UInt32) -> (Double, Double) {
    let least = UInt64(cell) &<< shift
    let low = Double(bitPattern: RadixSort.bits(least))
    let high = Double(bitPattern: RadixSort.bits(least | (1 &<< shift &- 1)))
    if low == 0 { return (0, 0) }
    if low.isNaN { return (high, high) }
    return high.isNaN ? (low, low) : (low, high)
  }
}

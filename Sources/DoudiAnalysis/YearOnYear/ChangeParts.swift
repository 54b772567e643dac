import DoudiUnits

/// A change of money from one year to the next, taken apart by cause. The parts are whole fen and add up
/// to the change.
public struct ChangeParts: Hashable, Sendable {
  /// More or fewer persons, cases or posts.
  public var volume: Int64 = 0
  /// A higher or lower standard, mean grant or cost of a post.
  public var price: Int64 = 0
  /// A larger or smaller share of it that is paid.
  public var ratio: Int64 = 0
  /// What is paid once or does not come back every year.
  public var oneOff: Int64 = 0
  /// Last year's money as reported less what the rules give for last year, turned round.
  public var other: Int64 = 0

  /// No change.
  public init() {}

  /// The change.
  public var total: Int64 { volume &+ price &+ ratio &+ oneOff &+ other }

  /// In the order of the columns of a table.
  public var all: [Int64] { [volume, price, ratio, oneOff, other] }

  /// Part by part.
  public static func + (a: ChangeParts, b: ChangeParts) -> ChangeParts {
    var sum = ChangeParts()
    sum.volume = a.volume &+ b.volume
    sum.price = a.price &+ b.price
    sum.ratio = a.ratio &+ b.ratio
    sum.oneOff = a.oneOff &+ b.oneOff
    sum.other = a.other &+ b.other
    return sum
  }

  /// Whole parts of `total` that are nearest to real ones by largest remainder.
  ///
  /// Lines are rounded one by one, so the real parts may miss the total by some fen: these fall to the
  /// largest part. A part of exactly zero stays zero while another is not.
  /// - Parameters:
  ///   - parts: real parts in fen.
  ///   - total: what the whole parts add up to.
  /// - Returns: as many parts, whose sum is `total`.
  static func rounded(_ parts: [Double], total: Int64) -> [Int64] {
    guard let largest = parts.indices.max(by: { (parts[$0].magnitude, -$0) < (parts[$1].magnitude, -$1) })
    else { return [] }
    var exact = parts.map { $0.isFinite && $0.magnitude < 4e18 ? $0 : 0 }
    let open = parts.indices.filter { exact[$0] != 0 }
    let others = parts.indices.reduce(0.0) { $1 == largest ? $0 : $0 + exact[$1] }
    exact[largest] = Double(total) - others
    var whole = exact.map { Int64(exactly: $0.rounded(.down)) ?? 0 }
    let missing = total &- whole.reduce(0, &+)
    let order = (open.isEmpty ? [largest] : open).sorted { a, b in
      let (x, y) = (exact[a] - exact[a].rounded(.down), exact[b] - exact[b].rounded(.down))
      return x == y ? a < b : x > y
    }
    if missing > 0, missing <= Int64(order.count) {
      for index in order.prefix(Int(missing)) { whole[index] += 1 }
    } else {
      whole[largest] = whole[largest] &+ missing
    }
    return whole
  }
}

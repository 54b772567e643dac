import DoudiAllocation
import DoudiUnits
import _DoudiTestSupport

/// A pot with rows, drawn so that ties, bounds that bind, weights of zero and pots of 10^15 are common.
struct SplitCase: CustomStringConvertible {
  struct Row {
    var weight: Int
    var floor: Int?
    var cap: Int?
  }

  var pot: Int
  var rows: [Row]

  var weights: [Rational] { rows.map { Rational($0.weight) } }
  var bounds: [RowBounds] { rows.map { .between($0.floor, $0.cap) } }
  var ranges: [UnitRange] {
    rows.map { UnitRange(atLeast: Int64($0.floor ?? 0), atMost: $0.cap.map { Int64($0) }) }
  }
  var envelope: Envelope { Envelope(pot: Int64(pot), weights: weights, bounds: bounds) }

  /// True where there is an answer: bounds around the pot, and a weight for what is left.
  var isFeasible: Bool {
    let floors = rows.reduce(0) { $0 + ($1.floor ?? 0) }
    let most = rows.reduce(0) { $0 + min(pot, $1.weight == 0 ? ($1.floor ?? 0) : ($1.cap ?? pot)) }
    return floors <= pot && most >= pot && rows.allSatisfy { ($0.floor ?? 0) <= ($0.cap ?? .max) }
  }

  var description: String {
    "\(pot) to "
      + rows.map { "\($0.weight)[\($0.floor.map(String.init) ?? "")..\($0.cap.map(String.init) ?? "")]" }
      .joined(separator: " ")
  }

  /// Draws a feasible case; where the draw is not, without its bounds.
  static func draw(_ random: inout SplitMix64) -> SplitCase {
    let pot = random.int(in: 0...[20, 1000, 1_000_000_000_000_000][random.int(in: 0...2)])
    let count = random.int(in: 1...9)
    let size = [3, 100, 1 << 40][random.int(in: 0...2)]
    let rows = (0..<count).map { _ in
      let floor = random.int(in: 0...2) == 0 ? random.int(in: 0...max(0, pot / count)) : nil
      let cap = random.int(in: 0...2) == 0 ? (floor ?? 0) + random.int(in: 0...max(0, 2 * pot / count)) : nil
      return Row(weight: random.int(in: 0...size), floor: floor, cap: cap)
    }
    var drawn = SplitCase(pot: pot, rows: rows)
    if !drawn.isFeasible { drawn.rows = rows.map { Row(weight: $0.weight, floor: nil, cap: nil) } }
    if !drawn.isFeasible { drawn.rows[0].weight = 1 }
    return drawn
  }

  /// Simpler feasible cases.
  static func simpler(_ one: SplitCase) -> [SplitCase] {
    let pots = smallerWholes(one.pot).map { SplitCase(pot: $0, rows: one.rows) }
    let lists = smallerLists(one.rows) { row in
      smallerWholes(row.weight).map { Row(weight: $0, floor: row.floor, cap: row.cap) }
        + (row.floor == nil && row.cap == nil ? [] : [Row(weight: row.weight, floor: nil, cap: nil)])
    }
    return (pots + lists.map { SplitCase(pot: one.pot, rows: $0) }).filter {
      !$0.rows.isEmpty && $0.isFeasible
    }
  }
}

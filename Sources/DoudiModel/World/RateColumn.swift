import DoudiUnits

/// A share over all cells as doubles, month after month, looked up again only when it may change.
struct RateColumn {
  private let term: Term
  private let world: World
  private var isFilled = false
  /// The share by cell in the month last advanced to; 0 where nobody lives.
  private(set) var values: [Double]

  init(_ term: Term, _ world: World) {
    (self.term, self.world) = (term, world)
    values = Array(repeating: 0, count: world.space.cells.count)
  }

  /// Goes on to the next month; months must be walked without a gap.
  /// - Returns: true where the values were looked up again.
  @discardableResult
  mutating func advance(to month: Month) -> Bool {
    guard !isFilled || term.mayChange(in: month) else { return false }
    for cell in world.space.people { values[cell] = world.share(term, cell, month).value.double }
    isFilled = true
    return true
  }
}

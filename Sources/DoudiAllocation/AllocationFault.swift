public import DoudiUnits

/// Why money cannot be split as asked. Rows are positions that count from zero; amounts are in units of the pot.
///
/// Whoever read the rows from a file knows their names and places, and says more.
public enum AllocationFault: Error, Hashable, Sendable {
  /// There is no row to split among.
  case noRows
  /// Two columns that belong together have different lengths.
  case count(AllocationItem, expected: Int, found: Int)
  /// Values that left 128 bits or were no number.
  case notRepresentable(AllocationItem, rows: [Int])
  /// Values that must not be negative are.
  case negative(AllocationItem, rows: [Int])
  /// The pot is negative or beyond ``Envelope/largestPot``.
  case pot(Int64)
  /// No weight is positive, yet units are left to give.
  case noPositiveWeight(left: Rational)
  /// Floors above caps.
  case floorAboveCap(rows: [Int], by: [Rational])
  /// No whole number of units lies between floor and cap.
  case noWholeUnits(rows: [Int])
  /// The floors alone take more than the pot; the rows with a floor.
  case floorsAbovePot(floors: Rational, pot: Rational, rows: [Int])
  /// The caps leave a part of the pot with nobody; the rows with a cap.
  case capsBelowPot(caps: Rational, pot: Rational, rows: [Int])
  /// The method gives every row with a positive weight one unit, and there are fewer.
  case fewerUnitsThanRows(units: Int64, rows: Int)
  /// Weights of factors that do not add up to 1.
  case factorWeights(sum: Rational)
  /// A factor without a positive value has no shares; its position.
  case factorWithoutValue(Int)
  /// The rule of claims has no meaning with floors or caps of its own.
  case boundsNotMeaningful(rows: [Int])
  /// Two batches have one name.
  case batchTwice(String)
  /// A batch takes money back and is not allowed to.
  case takesBack(by: Rational)
  /// Children cannot hold what their parent may get: the parent's path from the root, its range, theirs.
  case childrenOutsideParent(path: [Int], parent: ClosedRange<Int64>, children: ClosedRange<Int64>)
  /// A fault of the split among the children of one node, by its path from the root.
  indirect case node(path: [Int], AllocationFault)
  /// The tree is deeper than ``TierTree/deepest``.
  case tooDeep(path: [Int])
  /// A coefficient, bound or cost of a linear program that is no number, or lower above upper.
  case linear(LinearItem, position: Int)
  /// A position that the program does not have.
  case position(Int, count: Int)
  /// A measure is not defined: a population of zero with income, or nothing to measure.
  case notMeasurable(rows: [Int])
  /// Sums leave the range of 64 or 128 bits.
  case tooLarge(AllocationItem)
}

/// What a fault is about.
public enum AllocationItem: String, Hashable, Sendable {
  case weight, floor, cap, previous, claim, sent, pot, amount, population, factor, share, takeback, candidate
}

/// What of a linear program a fault is about.
public enum LinearItem: String, Hashable, Sendable {
  case variable, row, coefficient
}

extension AllocationFault: CustomStringConvertible {
  /// One English sentence.
  public var description: String {
    switch self {
    case .noRows: "there are no rows"
    case .count(let item, let expected, let found): "\(found) values of \(item.rawValue) for \(expected) rows"
    case .notRepresentable(let item, let rows): "no exact \(item.rawValue) in rows \(rows)"
    case .negative(let item, let rows): "negative \(item.rawValue) in rows \(rows)"
    case .pot(let pot): "a pot of \(pot) cannot be split"
    case .noPositiveWeight(let left): "no weight is positive and \(left.shortText()) are left to give"
    case .floorAboveCap(let rows, let by):
      "floor above cap in rows \(rows), by \(by.map { $0.shortText() }.joined(separator: ", "))"
    case .noWholeUnits(let rows): "no whole number of units between floor and cap in rows \(rows)"
    case .floorsAbovePot(let floors, let pot, let rows):
      "floors of rows \(rows) add up to \(floors.shortText()), \((floors - pot).shortText()) above the pot"
    case .capsBelowPot(let caps, let pot, let rows):
      "caps of rows \(rows) add up to \(caps.shortText()), \((pot - caps).shortText()) below the pot"
    case .fewerUnitsThanRows(let units, let rows): "\(units) units for \(rows) rows that must get one each"
    case .factorWeights(let sum): "the weights of factors add up to \(sum.shortText()) instead of 1"
    case .factorWithoutValue(let factor): "factor \(factor) has no positive value"
    case .boundsNotMeaningful(let rows): "this rule knows no floors and caps, rows \(rows) have some"
    case .batchTwice(let name): "two batches are named \(name)"
    case .takesBack(let by): "the batch takes back \(by.shortText()) more than it may"
    case .childrenOutsideParent(let path, let parent, let children):
      "children of \(path) can hold \(children), their parent may get \(parent)"
    case .node(let path, let fault): "below \(path): \(fault)"
    case .tooDeep(let path): "the tree goes too deep at \(path)"
    case .linear(let item, let position): "\(item.rawValue) \(position) of the linear program is not valid"
    case .position(let position, let count): "position \(position) of \(count)"
    case .notMeasurable(let rows): "not measurable, rows \(rows)"
    case .tooLarge(let item): "sums of \(item.rawValue) are too large"
    }
  }
}

public import DoudiUnits

/// One payment of one programme in one cell, before it is split among those who pay.
@frozen
public struct LedgerLine: Sendable {
  /// Position of the cell.
  public let cell: Int32
  /// Position of the payment rule.
  public let rule: Int32
  /// Month in which the money leaves.
  public let paid: Month
  /// Month for which it is owed.
  public let entitled: Month
  /// Why it is paid.
  public let type: LineType
  /// How far the figure can be relied on.
  public let status: Status
  /// Whole fen.
  public let fen: Int64
}

/// All payments of a run. Every line was rounded once; whatever is added up is an integer sum.
public struct Ledger: Sendable {
  /// The lines in the order in which rules, months and cells were walked.
  public private(set) var lines: [LedgerLine] = []
  private var magnitude: Int64 = 0

  /// Sum of absolute amounts beyond which no further line is taken, so that no subtotal can overflow.
  public static let capacity: Int64 = 4_000_000_000_000_000_000

  /// An empty ledger.
  public init() {}

  /// Adds a line; false where the ledger would overflow. Lines of zero fen are kept:
  /// a table has no blank for zero.
  @discardableResult
  public mutating func append(_ line: LedgerLine) -> Bool {
    let (sum, overflow) = magnitude.addingReportingOverflow(Int64(clamping: line.fen.magnitude))
    guard !overflow, sum <= Self.capacity else { return false }
    magnitude = sum
    lines.append(line)
    return true
  }

  /// Sum of all lines.
  public var total: Money { Money(fen: lines.reduce(0) { $0 + $1.fen }) }
}

import DoudiInputs
import DoudiUnits

/// One row of an expected.csv: which figure of a run, and what it must be.
struct ExpectedRow: CustomStringConvertible, Sendable {
  /// What a row is about.
  enum Kind: String, Sendable {
    /// An amount of a cell in a month.
    case standard
    /// A group of a cell in a month, or the sum of its months in a year.
    case persons, cases
    /// The households of a group's persons.
    case households
    /// Money of a programme, of its rules named in the row only, paid in a month or year.
    case programme, payment
    /// Money of a fund, a tier, of everything.
    case fund, tier, total
    /// A verdict: the tested figure, what it is tested against, and what is left, below zero where broken.
    case limitValue = "limit_value"
    case limitBound = "limit_bound"
    case limitSlack = "limit_slack"
    /// Households of the case list: below, on and above a rule's threshold, below it once their outlays
    /// are taken off, decided by the county.
    case caseBelow = "case_below"
    case caseOn = "case_on"
    case caseAbove = "case_above"
    case caseOutlays = "case_outlays"
    case caseCounty = "case_county"
  }

  let kind: Kind
  let id: String
  let region: String
  let area: String
  let period: Period
  /// nil, written "none": no figure, as a limit has that is not due.
  let expected: Rational?
  let unit: String
  let rules: [String]
  let arithmetic: String

  static let columns = [
    "kind", "id", "region", "area", "period", "expected", "unit", "rules", "arithmetic",
  ]

  /// nil where the row is not in this shape.
  init?(_ table: CSVTable, row: Int) {
    guard table.header == Self.columns else { return nil }
    func text(_ column: Int) -> String { String(table.field(row: row, column: column)) }
    let expected = Rational(decimal: text(5))
    guard let kind = Kind(rawValue: text(0)), expected != nil || text(5) == "none",
      let period = Int(text(4)).map({ Period.year($0) }) ?? Month(text(4)).map({ Period.month($0) })
    else { return nil }
    (self.kind, id, region, area) = (kind, text(1), text(2), text(3))
    (self.period, self.expected, unit, arithmetic) = (period, expected, text(6), text(8))
    rules = text(7).split(separator: " ").map(String.init)
  }

  var description: String {
    "\(kind.rawValue) \(id) \(area) \(period) \(rules.joined(separator: " ")) = \(expected?.shortText() ?? "none") \(unit)"
  }

  /// Exact, except that persons are doubles: 1e-9 of the figure.
  func accepts(_ got: RunFigure?) -> Bool {
    guard let expected else { return got == nil }
    return switch got {
    case .exact(let value, let measured): value == expected && measured == unit
    case .double(let value):
      abs(value - expected.double) <= 1e-9 * max(1, abs(expected.double))
        && unit == kind.rawValue
    case nil: false
    }
  }
}

/// A figure of a run with its unit.
enum RunFigure {
  case exact(Rational, String)
  case double(Double)

  var text: String {
    switch self {
    case .exact(let value, let unit): "\(value.shortText()) \(unit)"
    case .double(let value): "\(value)"
    }
  }
}

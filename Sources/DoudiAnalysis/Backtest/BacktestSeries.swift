/// What is compared: one figure of a family of programmes, named as in the reports.
public struct BacktestSeries: Hashable, Sendable {
  /// The figures of a monthly report.
  public enum Kind: String, CaseIterable, Sendable {
    /// Recipients at the end of the month.
    case persons
    /// Pay of the month per recipient.
    case benefit
    /// Spending from January to the month.
    case spendingToDate = "spend_ytd"
  }

  /// Name of the group; the file says which programmes belong to it.
  public let family: String
  /// Which figure.
  public let kind: Kind

  /// A figure of a family.
  public init(family: String, kind: Kind) { (self.family, self.kind) = (family, kind) }

  /// Reads "FAMILY_persons", "FAMILY_benefit" or "FAMILY_spend_ytd"; nil for anything else.
  public init?(name: String) {
    for kind in Kind.allCases where name.hasSuffix("_" + kind.rawValue) {
      let family = name.dropLast(kind.rawValue.count + 1)
      guard !family.isEmpty else { return nil }
      self.init(family: String(family), kind: kind)
      return
    }
    return nil
  }

  /// Indicator of the reports, which is the name of the series.
  public var name: String { family + "_" + kind.rawValue }
}

import DoudiInputs

/// Whether a fund may pay for some programmes: one row of the fund x use table.
public struct FundUse: Sendable {
  /// What the fund may be used for.
  public enum Use: String, CaseIterable, Sendable {
    /// It may pay.
    case allowed
    /// It may pay up to what a cap leaves.
    case capped
    /// It may not pay.
    case forbidden
  }

  /// Identifier of the fund.
  public let fund: String
  /// Programmes it is about, by identifier.
  public let programmes: [String]
  /// Families of programmes it is about; a row that names the programme goes before.
  public let families: [String]
  /// What holds.
  public let use: Use
  /// Identifier of the cap that limits it; nil but for `capped`.
  public let cap: String?
  /// The clause.
  public let citation: Citation
  /// True where the clause was read in a text in force.
  public let isVerified: Bool
  /// Names as written, with their places.
  let names: [(text: String, span: SourceSpan)]
  /// Where the fund is named.
  let fundSpan: SourceSpan
  /// Where the cap is named.
  let capSpan: SourceSpan
}

/// The fund x use table of a place: rows of later books go before those of earlier ones.
public struct FundUses: Sendable {
  /// The rows, the place's own first.
  public let rows: [FundUse]

  /// A table of the rows of all books, the nation's first.
  public init(_ books: [Book]) { rows = books.reversed().flatMap(\.fundUses) }

  /// The row that speaks of a charge; nil: no book says anything.
  public func row(programme: Programme) -> FundUse? {
    let own = rows.filter { $0.fund == programme.fund }
    return own.first { $0.programmes.contains(programme.id) }
      ?? own.first { $0.families.contains(programme.family) }
  }
}

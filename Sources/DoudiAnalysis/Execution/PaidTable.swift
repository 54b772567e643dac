public import DoudiInputs
public import DoudiModel
public import DoudiUnits

/// What was really paid in the first months of a year, by programme and place.
public struct PaidTable: Sendable {
  /// Money of one programme in one place, by month from January.
  struct Series: Sendable {
    let programme: Int
    /// Positions of the cells it is the money of.
    let cells: [Int]
    var fen: [Int64]
    var status: Status
    /// Where the money of each month stands.
    let spans: [SourceSpan]
  }

  /// The year.
  public let year: Int
  /// The last month that is given.
  public let through: Month
  let series: [Series]

  /// Series of which a month, or all months together, look 10,000 times too small or too large beside the
  /// run: a warning each.
  public func scaleWarnings(_ projection: Projection) -> [Diagnostic] {
    let scale = MoneyScale(projection, year: year)
    return series.compactMap { one in
      let name = projection.model.programmes[one.programme].name
      func warning(_ fen: Int64, _ months: ClosedRange<Int>, _ words: String) -> Diagnostic? {
        guard one.spans.indices.contains(months.lowerBound - 1) else { return nil }
        return MoneyScale.warning(
          Money(fen: fen), from: scale.fen(one.programme, cells: one.cells, months: months),
          at: one.spans[months.lowerBound - 1],
          Bilingual(zh: "\(name.zh) \(words)", en: "\(name.en) \(words)"))
      }
      let months = one.fen.indices.lazy.compactMap { month in
        warning(one.fen[month], (month + 1)...(month + 1), "\(Month(year: year, month: month + 1))")
      }
      guard !one.fen.isEmpty else { return nil }
      return months.first
        ?? warning(one.fen.reduce(0, +), 1...one.fen.count, "\(Month(year: year, month: 1))–\(through)")
    }
  }
}

import DoudiInputs
import DoudiModel
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
  }

  /// The year.
  public let year: Int
  /// The last month that is given.
  public let through: Month
  let series: [Series]
}

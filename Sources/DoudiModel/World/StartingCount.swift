import DoudiInputs
import DoudiUnits

/// A count in a cell from which a stock starts, and the month it is of.
struct StartingCount {
  let persons: Double
  let month: Month
  let status: Status
  let observation: Observation
  /// How a count of a whole was brought down; nil where it is the cell's own.
  var spread: Share?

  /// A cell's part of a parent's count.
  struct Share {
    /// The parent.
    let node: RegionCode
    /// The area's share of a count without areas.
    let area: Term?
    /// The key's figure of the cell and the sum over the parent's leaves; 1 and 1 where nothing is spread.
    let weight: (own: Double, whole: Double)
  }
}

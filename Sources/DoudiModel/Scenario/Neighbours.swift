public import DoudiInputs
public import DoudiUnits

/// Places outside a scenario whose published standards stand beside its own.
///
/// Nothing is computed from them: they are printed as published, with their year, and never carried forward.
public struct Neighbours: Sendable {
  /// One of them.
  public struct Place: Hashable, Sendable {
    /// Code, text.
    public let code: RegionCode
    /// Name.
    public let name: Bilingual
  }

  /// The places in the order written.
  public let places: [Place]
  /// All figures of the files they are in.
  public let table: ObservationTable
  /// The figures of the places, and guide standards, that are compared.
  let compared: [Observation]
  /// One line for each place and each of its figures, for the run's identifier.
  let canonical: [String]

  /// The newest figure of an amount that is known at the end of a year, in CNY per person and month: of the area,
  /// else of all.
  public func newest(
    _ amount: String, _ place: Place, _ area: Area, through year: Int
  ) -> (seen: Observation, monthly: Rational)? {
    for one in area == .all ? [Area.all] : [area, .all] {
      guard
        let seen = table.newest(
          amount, region: place.code, area: one, through: Month(year: year, month: 12)),
        let monthly = seen.quantity.converted(to: Units.monthly)
      else { continue }
      return (seen, monthly)
    }
    return nil
  }

  /// Every figure of an amount, by area and period.
  public func all(_ amount: String, _ place: Place) -> [(seen: Observation, monthly: Rational)] {
    Area.allCases.flatMap { table.series(amount, region: place.code, area: $0) }.compactMap { seen in
      seen.quantity.converted(to: Units.monthly).map { (seen, $0) }
    }
  }
}

extension Observation {
  /// The figure on one line, whatever its spelling.
  var canonicalText: String {
    let place = region.text + "," + area.id + "," + period.description
    let figure = indicator + "," + value.description + "," + unit.text
    return place + "," + figure + "," + status.id + "," + source
  }
}

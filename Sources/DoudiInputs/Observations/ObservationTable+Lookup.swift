public import DoudiUnits

extension ObservationTable {
  /// One series of figures, for those who read many of its periods.
  public struct SeriesHandle: Hashable, Sendable {
    let id: Int32
  }

  /// The series of a key; nil where there is none.
  public func handle(_ indicator: String, region: RegionCode, area: Area) -> SeriesHandle? {
    guard let indicatorID = indicatorIDs[indicator], let regionID = regionIDs[region],
      let id = seriesIDs[SeriesKey(indicator: indicatorID, region: regionID, area: area)]
    else { return nil }
    return SeriesHandle(id: id)
  }

  private func rows(_ indicator: String, _ region: RegionCode, _ area: Area) -> [Row]? {
    handle(indicator, region: region, area: area).map { series[Int($0.id)] }
  }

  /// The figure of exactly this key; nil where there is none.
  public func value(_ indicator: String, region: RegionCode, area: Area, period: Period) -> Observation? {
    handle(indicator, region: region, area: area).flatMap { value($0, period: period) }
  }

  /// The figure of exactly this period; nil where there is none.
  public func value(_ handle: SeriesHandle, period: Period) -> Observation? {
    let rows = series[Int(handle.id)]
    let place = Self.firstIndex(in: rows, from: period.order)
    guard place < rows.count, rows[place].order == period.order else { return nil }
    return observation(rows[place])
  }

  /// The latest yearly figure not after a period. A month lies before the end of its year,
  /// so "2020-11" finds the year 2019 at best. Monthly figures are passed over.
  public func latest(
    _ indicator: String, region: RegionCode, area: Area, notAfter limit: Period
  ) -> Observation? {
    handle(indicator, region: region, area: area).flatMap { latest($0, notAfter: limit) }
  }

  /// The latest yearly figure of a series not after a period; monthly figures are passed over.
  public func latest(_ handle: SeriesHandle, notAfter limit: Period) -> Observation? {
    let rows = series[Int(handle.id)]
    var place = Self.firstIndex(in: rows, from: limit.order + 1) - 1
    while place >= 0 {
      if rows[place].order % 13 == 12 { return observation(rows[place]) }
      place -= 1
    }
    return nil
  }

  /// The first yearly figure of a series.
  public func oldestYear(_ handle: SeriesHandle) -> Observation? {
    series[Int(handle.id)].first { $0.order % 13 == 12 }.map(observation)
  }

  /// The newest figure, of a month or of a year, known at the end of `month`: a year is known in its December.
  public func newest(
    _ indicator: String, region: RegionCode, area: Area, through month: Month
  ) -> Observation? {
    guard let rows = rows(indicator, region, area) else { return nil }
    let limit = Period.month(month).order + (month.month == 12 ? 1 : 0)
    let place = Self.firstIndex(in: rows, from: limit + 1) - 1
    return place >= 0 ? observation(rows[place]) : nil
  }

  /// All figures of a series by period.
  public func series(_ indicator: String, region: RegionCode, area: Area) -> [Observation] {
    (rows(indicator, region, area) ?? []).map(observation)
  }

  /// Where a column of a figure stands in its file; the figure's own place for an unknown column.
  public func span(_ column: String, of seen: Observation) -> SourceSpan {
    guard let rows = rows(seen.indicator, seen.region, seen.area),
      let position = Self.columns.firstIndex(of: column)
    else { return seen.span }
    let place = Self.firstIndex(in: rows, from: seen.period.order)
    guard place < rows.count, rows[place].order == seen.period.order else { return seen.span }
    let (csv, columns) = tables[Int(rows[place].table)]
    return csv.span(row: Int(rows[place].row), column: columns[position], line: Int(rows[place].line))
  }

  /// Names of all indicators.
  public var indicators: Set<String> { Set(indicatorNames) }

  /// Number of figures.
  public var count: Int { series.reduce(0) { $0 + $1.count } }

  /// All figures by indicator, region, area, period.
  public var all: [Observation] {
    let order = series.indices.sorted { first, second in
      let (a, b) = (seriesKeys[first], seriesKeys[second])
      let (nameA, nameB) = (indicatorNames[Int(a.indicator)], indicatorNames[Int(b.indicator)])
      if nameA != nameB { return nameA < nameB }
      let (regionA, regionB) = (regionCodes[Int(a.region)], regionCodes[Int(b.region)])
      return regionA == regionB ? a.area < b.area : regionA < regionB
    }
    return order.flatMap { series[$0].map(observation) }
  }

  private func observation(_ row: Row) -> Observation {
    let (csv, columns) = tables[Int(row.table)]
    let key = seriesKeys[Int(row.series)]
    return Observation(
      region: regionCodes[Int(key.region)], area: key.area, period: Period(order: row.order),
      indicator: indicatorNames[Int(key.indicator)], value: row.value, unit: measures[Int(row.measure)],
      status: row.status, source: csv.field(row: Int(row.row), column: columns[7]), span: span(row))
  }

  func span(_ row: Row) -> SourceSpan {
    let (csv, columns) = tables[Int(row.table)]
    return csv.span(row: Int(row.row), column: columns[4], line: Int(row.line))
  }
}

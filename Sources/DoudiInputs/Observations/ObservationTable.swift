public import DoudiUnits

/// All observed figures of a run, found by indicator, region, area and period.
///
/// Figures stay in their CSV tables; a row here is 64 bytes. A look-up costs two
/// string hashes and a binary search in the years of one series.
public struct ObservationTable: Sendable {
  /// Columns of an observation file, in any order.
  public static let columns = ["region", "area", "period", "indicator", "value", "unit", "status", "source"]

  /// A figure in short.
  struct Row: Sendable {
    let value: Rational
    let table: Int32
    let row: Int32
    let order: Int32
    let line: Int32
    let measure: Int32
    let series: Int32
    let status: Status
  }

  /// Which series a figure belongs to.
  struct SeriesKey: Hashable, Sendable {
    let indicator: Int32
    let region: Int32
    let area: Area
  }

  private(set) var tables: [(csv: CSVTable, columns: [Int])] = []
  private(set) var indicatorNames: [String] = []
  private(set) var regionCodes: [RegionCode] = []
  private(set) var measures: [Measure] = []
  private var indicatorIDs: [String: Int32] = [:]
  private var regionIDs: [RegionCode: Int32] = [:]
  private var measureIDs: [Measure: Int32] = [:]
  private var seriesIDs: [SeriesKey: Int32] = [:]
  private var seriesKeys: [SeriesKey] = []
  private var series: [[Row]] = []
  /// Series and unit of the row before, which most rows share.
  private var last: (figure: ObservationReader.Figure, series: Int32, measure: Int32)?

  /// No figures.
  public init() {}

  /// Adds the figures of a file; one that a file added before already has replaces it, and a
  /// note says so. Rows with a fault are reported (DD122x, DD1230 ... DD1233) and left out.
  public mutating func add(_ table: CSVTable, into bag: DiagnosticBag) {
    guard let columns = CSVColumns.find(Self.columns, in: table, into: bag) else { return }
    tables.append((table, columns))
    var reader = ObservationReader(table: table, columns: columns, bag: bag)
    var replaced: (count: Int, first: SourceSpan, earlier: SourceSpan)?
    var lines = CSVLines(table)
    last = nil
    for row in 0..<table.rowCount {
      guard let figure = reader.read(row: row) else { continue }
      guard let earlier = insert(figure, row: row, line: lines.line(row: row, column: columns[4])) else {
        continue
      }
      let earlierSpan = span(earlier)
      if Int(earlier.table) == tables.count - 1 {
        reader.reportDuplicate(row: row, firstLine: earlierSpan.start.line)
      } else {
        replaced = replaced ?? (0, reader.span(row, 4), earlierSpan)
        replaced?.count += 1
      }
    }
    if let replaced { Self.noteReplaced(replaced.count, replaced.first, replaced.earlier, into: bag) }
  }

  private static func noteReplaced(
    _ count: Int, _ first: SourceSpan, _ earlier: SourceSpan, into bag: DiagnosticBag
  ) {
    bag.note(
      .observationReplaced, at: first,
      Bilingual(
        zh: "本文件有 \(count) 个数据覆盖先前读入的数据", en: "\(count) figures of this file replace earlier ones"),
      hint: Bilingual(zh: "第一个原在 \(earlier)", en: "the first stood at \(earlier)"))
  }

  /// Puts a figure into its series.
  /// - Returns: the figure of the same period that was there before.
  private mutating func insert(_ figure: ObservationReader.Figure, row: Int, line: Int) -> Row? {
    let id = seriesID(of: figure)
    let measure = measureID(of: figure.unit)
    last = (figure, id, measure)
    let new = Row(
      value: figure.value, table: Int32(tables.count - 1), row: Int32(row), order: figure.period.order,
      line: Int32(line), measure: measure, series: id, status: figure.status)
    let place = Self.firstIndex(in: series[Int(id)], from: new.order)
    guard place < series[Int(id)].count, series[Int(id)][place].order == new.order else {
      series[Int(id)].insert(new, at: place)
      return nil
    }
    let old = series[Int(id)][place]
    if old.table != new.table { series[Int(id)][place] = new }
    return old
  }

  private mutating func seriesID(of figure: ObservationReader.Figure) -> Int32 {
    if let last, last.figure.region == figure.region, last.figure.area == figure.area,
      last.figure.indicator == figure.indicator
    {
      return last.series
    }
    let key = SeriesKey(
      indicator: Self.id(of: figure.indicator, in: &indicatorIDs, &indicatorNames),
      region: Self.id(of: figure.region, in: &regionIDs, &regionCodes), area: figure.area)
    if let known = seriesIDs[key] { return known }
    let id = Int32(series.count)
    seriesIDs[key] = id
    seriesKeys.append(key)
    series.append([])
    return id
  }

  private mutating func measureID(of unit: Measure) -> Int32 {
    if let last, last.figure.unit == unit { return last.measure }
    return Self.id(of: unit, in: &measureIDs, &measures)
  }

  private static func id<Name: Hashable>(
    of name: Name, in ids: inout [Name: Int32], _ names: inout [Name]
  ) -> Int32 {
    if let known = ids[name] { return known }
    let new = Int32(names.count)
    ids[name] = new
    names.append(name)
    return new
  }

  /// Index of the first row not before `order`.
  private static func firstIndex(in rows: [Row], from order: Int32) -> Int {
    if let last = rows.last, last.order < order { return rows.count }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].order < order { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func rows(_ indicator: String, _ region: RegionCode, _ area: Area) -> [Row]? {
    guard let indicatorID = indicatorIDs[indicator], let regionID = regionIDs[region],
      let id = seriesIDs[SeriesKey(indicator: indicatorID, region: regionID, area: area)]
    else { return nil }
    return series[Int(id)]
  }
}

extension ObservationTable {
  /// The figure of exactly this key; nil where there is none.
  public func value(_ indicator: String, region: RegionCode, area: Area, period: Period) -> Observation? {
    guard let rows = rows(indicator, region, area) else { return nil }
    let place = Self.firstIndex(in: rows, from: period.order)
    guard place < rows.count, rows[place].order == period.order else { return nil }
    return observation(rows[place])
  }

  /// The latest yearly figure not after a period. A month lies before the end of its year,
  /// so "2020-11" finds the year 2019 at best. Monthly figures are passed over.
  public func latest(
    _ indicator: String, region: RegionCode, area: Area, notAfter limit: Period
  ) -> Observation? {
    guard let rows = rows(indicator, region, area) else { return nil }
    var place = Self.firstIndex(in: rows, from: limit.order + 1) - 1
    while place >= 0 {
      if rows[place].order % 13 == 12 { return observation(rows[place]) }
      place -= 1
    }
    return nil
  }

  /// All figures of a series by period.
  public func series(_ indicator: String, region: RegionCode, area: Area) -> [Observation] {
    (rows(indicator, region, area) ?? []).map(observation)
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

  private func span(_ row: Row) -> SourceSpan {
    let (csv, columns) = tables[Int(row.table)]
    return csv.span(row: Int(row.row), column: columns[4], line: Int(row.line))
  }
}

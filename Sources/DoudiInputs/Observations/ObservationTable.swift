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
  private(set) var indicatorIDs: [String: Int32] = [:]
  private(set) var regionIDs: [RegionCode: Int32] = [:]
  private var measureIDs: [Measure: Int32] = [:]
  private(set) var seriesIDs: [SeriesKey: Int32] = [:]
  private(set) var seriesKeys: [SeriesKey] = []
  private(set) var series: [[Row]] = []
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
  static func firstIndex(in rows: [Row], from order: Int32) -> Int {
    if let last = rows.last, last.order < order { return rows.count }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].order < order { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ObservationTable {
  /// The figures known at the end of `month`: months up to it, and years that ended by then
  /// (the year of `month` only where that is December). Later ones cannot be found in the result.
  public func through(_ month: Month) -> ObservationTable {
    var known = self
    let limit = Period.month(month).order + (month.month == 12 ? 1 : 0)
    for id in known.series.indices { known.series[id].removeAll { $0.order > limit } }
    return known
  }
  /// Takes out one figure, if it is there.
  public mutating func remove(_ indicator: String, region: RegionCode, area: Area, period: Period) {
    guard let name = indicatorIDs[indicator], let place = regionIDs[region],
      let id = seriesIDs[SeriesKey(indicator: name, region: place, area: area)]
    else { return }
    series[Int(id)].removeAll { $0.order == period.order }
  }
}

import DoudiUnits

/// Reads one row of an observation file after the other.
struct ObservationReader {
  /// A row that was read.
  struct Figure {
    let region: RegionCode
    let area: Area
    let period: Period
    let indicator: String
    let value: Rational
    let unit: Measure
    let status: Status
  }

  private let table: CSVTable
  private let columns: [Int]
  private let bag: DiagnosticBag
  private var regions: ColumnMemo<RegionCode>
  private var areas: ColumnMemo<Area>
  private var periods: ColumnMemo<Period>
  private var indicators: ColumnMemo<String>
  private var units: ColumnMemo<Measure>
  private var statuses: ColumnMemo<Status>

  init(table: CSVTable, columns: [Int], bag: DiagnosticBag) {
    (self.table, self.columns, self.bag) = (table, columns, bag)
    regions = ColumnMemo(columns[0]) { RegionCode($0) }
    areas = ColumnMemo(columns[1]) { Area(id: $0) }
    periods = ColumnMemo(columns[2]) { Period($0) }
    indicators = ColumnMemo(columns[3]) { Self.isName($0) ? $0 : nil }
    units = ColumnMemo(columns[5]) { Measure(text: $0) }
    statuses = ColumnMemo(columns[6]) { Status(id: $0) }
  }

  /// Reads a row; all its faults are reported.
  /// - Returns: nil where there are any.
  mutating func read(row: Int) -> Figure? {
    let region = regions.read(table, row: row)
    let area = areas.read(table, row: row)
    let period = periods.read(table, row: row)
    let indicator = indicators.read(table, row: row)
    let value = value(row)
    let unit = units.read(table, row: row)
    let status = statuses.read(table, row: row)
    let hasSource = status != .observed || !isBlank(row, 7)
    if let region, let area, let period, let indicator, let value, let unit, let status, hasSource {
      return Figure(
        region: region, area: area, period: period, indicator: indicator, value: value, unit: unit,
        status: status)
    }
    let faults = ObservationFaults(table: table, columns: columns, row: row, bag: bag)
    if region == nil { faults.region() }
    if area == nil { faults.area() }
    if period == nil { faults.period() }
    if indicator == nil { faults.indicator() }
    if value == nil { faults.value() }
    if unit == nil { faults.unit() }
    if status == nil { faults.status() }
    if !hasSource { faults.source() }
    return nil
  }

  func span(_ row: Int, _ column: Int) -> SourceSpan { table.span(row: row, column: columns[column]) }

  func reportDuplicate(row: Int, firstLine: Int) {
    let key = (0..<4).map { text(row, $0) }.joined(separator: " ")
    bag.error(
      .duplicateObservation, at: span(row, 0), Bilingual(zh: "\(key) 重复", en: "\(key) is given twice"),
      hint: Bilingual(zh: "第一次在第 \(firstLine) 行", en: "first on line \(firstLine)"))
  }

  private func text(_ row: Int, _ column: Int) -> String { table.field(row: row, column: columns[column]) }

  private func value(_ row: Int) -> Rational? {
    guard let range = table.range(row: row, column: columns[4]) else { return nil }
    return DecimalBytes.parse(table.file.bytes[range]) ?? Rational(decimal: text(row, 4))
  }

  private func isBlank(_ row: Int, _ column: Int) -> Bool {
    guard let range = table.range(row: row, column: columns[column]) else { return true }
    if let first = table.file.bytes[range].first, first > 0x22, first < 0x7F { return false }
    return text(row, column).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  /// Lower-case letters, digits and "_", a letter first.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }
}

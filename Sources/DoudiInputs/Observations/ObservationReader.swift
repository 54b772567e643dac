import DoudiUnits

/// Reads one row of an observation file after the other.
///
/// Texts that repeat (regions, indicators, units) are read once: each column remembers
/// what its last bytes and earlier texts meant.
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
  private var regions: [String: RegionCode?] = [:]
  private var units: [String: Measure?] = [:]

  init(table: CSVTable, columns: [Int], bag: DiagnosticBag) {
    (self.table, self.columns, self.bag) = (table, columns, bag)
  }

  /// Reads a row; all its faults are reported.
  /// - Returns: nil where there are any.
  mutating func read(row: Int) -> Figure? {
    let regionText = text(row, 0)
    let unitText = text(row, 5)
    let region = regions[regionText] ?? remember(region: regionText)
    let unit = units[unitText] ?? remember(unit: unitText)
    let area = Area(id: text(row, 1))
    let period = Period(text(row, 2))
    let indicator = text(row, 3)
    let value = Rational(decimal: text(row, 4))
    let status = Status(id: text(row, 6))
    let hasSource = status != .observed || !isEmpty(row, 7)
    if let region, let unit, let area, let period, let value, let status, hasSource, Self.isName(indicator) {
      return Figure(
        region: region, area: area, period: period, indicator: indicator, value: value, unit: unit,
        status: status)
    }
    let faults = ObservationFaults(table: table, columns: columns, row: row, bag: bag)
    if region == nil { faults.region() }
    if area == nil { faults.area() }
    if period == nil { faults.period() }
    if !Self.isName(indicator) { faults.indicator() }
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

  private func isEmpty(_ row: Int, _ column: Int) -> Bool {
    text(row, column).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  private mutating func remember(region text: String) -> RegionCode? {
    let code = RegionCode(text)
    regions[text] = .some(code)
    return code
  }

  private mutating func remember(unit text: String) -> Measure? {
    let unit = Measure(text: text)
    units[text] = .some(unit)
    return unit
  }

  /// Lower-case letters, digits and "_", a letter first.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }
}

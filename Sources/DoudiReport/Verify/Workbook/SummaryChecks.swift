import DoudiInputs
import DoudiUnits

/// Sheet 汇总 held against 数据: money by programme and by tier, year by year, and its totals.
///
/// The sheet names programmes in words, 数据 by code. So each row must be the money of some programme of its own:
/// a row that is none's is named with the cell that fits least.
struct SummaryChecks {
  private let book: ReadWorkbook
  private let ledger: RecordTable
  private let unit: MoneyUnit
  private let isRounded: Bool

  /// nil where there is nothing to compare.
  init?(_ book: ReadWorkbook, _ ledger: RecordTable?, _ facts: WorkbookFacts) {
    let line = book.grid(Labels.sheetSummary)?.text(1, 0)
    guard let ledger, ledger.id == "ledger",
      let unit = MoneyUnit.allCases.first(where: {
        Labels.unitLine($0.label).text(book.language) == line
      })
    else { return nil }
    (self.book, self.ledger, self.unit, isRounded) = (book, ledger, unit, facts.isRounded)
  }

  func run() -> SumChecks.Found {
    let parts = [
      block(Labels.programme, "programme", words: [:]),
      block(
        Labels.tierTitle, "tier",
        words: Dictionary(
          Tier.allCases.map { (Labels.tier($0).text(book.language), $0.id) }
        ) { first, _ in first }),
    ]
    return (parts.flatMap(\.faults), parts.reduce(0) { $0 + $1.count })
  }

  /// One figure of a table on the sheet.
  private struct Cell {
    let place: CellPlace
    let value: Rational
  }

  private struct Row {
    let label: String
    let cells: [Cell]
  }

  // MARK: the table

  private func block(_ heading: Bilingual, _ key: String, words: [String: String]) -> SumChecks.Found {
    let sheet = Labels.sheetSummary.text(book.language)
    guard let grid = book.grid(sheet),
      let header = (0..<grid.rowCount).first(where: { row in
        grid.text(row, 0) == heading.text(book.language) && grid.text(row, 1).flatMap(Self.year) != nil
      })
    else { return ([], 0) }
    var years: [String] = []
    while let year = grid.text(header, years.count + 1).flatMap(Self.year) { years.append(year) }
    let rows = self.rows(grid, below: header, years.count)
    let sums = self.sums(key, years)
    var faults = total(rows, sums, sheet, years)
    let total = Labels.total.text(book.language)
    var left = sums
    for row in rows where row.label != total {
      if let name = words[row.label] ?? best(row, left) {
        faults += compare(row, left.removeValue(forKey: name) ?? years.map { _ in 0 }, sheet, name)
      } else {
        faults += compare(row, years.map { _ in 0 }, sheet, row.label)
      }
    }
    faults += unlisted(left, sheet, header)
    return (faults, rows.reduce(0) { $0 + $1.cells.count })
  }

  /// "2027年", "2027 (Apr-Dec)".
  private static func year(_ text: String) -> String? {
    let digits = text.prefix(4)
    return digits.utf8.count == 4 && Int(digits) != nil ? String(digits) : nil
  }

  private func rows(_ grid: SheetGrid, below header: Int, _ width: Int) -> [Row] {
    var rows: [Row] = []
    var row = header + 1
    while let label = grid.text(row, 0), grid.cell(row, 1)?.number != nil {
      let cells = (1...width).compactMap { column in
        grid.cell(row, column)?.number.flatMap(FormulaNumber.exact).map {
          Cell(place: CellPlace(row, column), value: $0)
        }
      }
      rows.append(Row(label: label, cells: cells))
      row += 1
    }
    return rows
  }

  /// Fen of each code, year by year.
  private func sums(_ key: String, _ years: [String]) -> [String: [Int64]] {
    var found: [String: [Int64]] = [:]
    for (name, fen) in SumChecks.sums(ledger, [key, "year"]) {
      let parts = name.split(separator: " ").map(String.init)
      guard parts.count == 2, let place = years.firstIndex(of: parts[1]) else { continue }
      found[parts[0], default: years.map { _ in 0 }][place] = fen
    }
    return found
  }

  // MARK: comparing

  /// True where a cell may print an amount: cut or raised to the next unit, or to the fen.
  private func fits(_ cell: Cell, _ fen: Int64) -> Bool {
    let gap = cell.value * Rational(unit.yuan * 100) - Rational(Int128(fen), over: 1)
    let distance = gap < .zero ? -gap : gap
    return isRounded ? distance == .zero : distance < Rational(Int128(unit.quantum), over: 1)
  }

  /// The code whose money a row is: that of most years, among such the nearest; nil for a row without money.
  private func best(_ row: Row, _ sums: [String: [Int64]]) -> String? {
    guard row.cells.contains(where: { $0.value != .zero }) else { return nil }
    let scored = sums.map { name, fen in
      let pairs = zip(row.cells, fen)
      let away = pairs.reduce(0.0) {
        $0 + ($1.0.value.double * Double(unit.yuan * 100) - Double($1.1)).magnitude
      }
      return (name: name, misses: pairs.count { !fits($0, $1) }, away: away)
    }
    return scored.min { ($0.misses, $0.away, $0.name) < ($1.misses, $1.away, $1.name) }?.name
  }

  /// Money of a code for which the table has no row.
  private func unlisted(_ left: [String: [Int64]], _ sheet: String, _ header: Int) -> [VerifyFault] {
    left.filter { $0.value.contains { $0 != 0 } }.sorted { $0.key < $1.key }.map { name, fen in
      let sum = exactText(fen.reduce(0, &+))
      return book.fault(
        .sum, sheet, CellPlace(header, 0),
        Bilingual(zh: "没有\(name)一行，其合计为\(sum)", en: "no row for \(name), which comes to \(sum)"))
    }
  }

  private func compare(_ row: Row, _ fen: [Int64], _ sheet: String, _ name: String) -> [VerifyFault] {
    zip(row.cells, fen).compactMap { cell, fen in
      guard !fits(cell, fen) else { return nil }
      let (told, sum) = (cell.value.shortText(maximumPlaces: 10), exactText(fen))
      let data = Labels.sheetData.text(book.language)
      return book.fault(
        .sum, sheet, cell.place,
        Bilingual(
          zh: "\(row.label)为\(told)，“\(data)”中\(name)合计\(sum)",
          en: "\(row.label) is \(told), but \(name) of sheet \(data) comes to \(sum)"))
    }
  }

  private func total(
    _ rows: [Row], _ sums: [String: [Int64]], _ sheet: String, _ years: [String]
  ) -> [VerifyFault] {
    guard let row = rows.last, row.label == Labels.total.text(book.language) else { return [] }
    let all = years.indices.map { year in sums.values.reduce(0) { $0 &+ $1[year] } }
    return compare(row, all, sheet, row.label)
  }

  private func exactText(_ fen: Int64) -> String {
    Rational(Int128(fen), over: Int128(unit.yuan * 100)).shortText(maximumPlaces: 10)
  }
}

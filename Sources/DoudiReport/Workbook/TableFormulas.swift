/// The formulas a person would write into a table.
///
/// A cell has one only where it gives the number that is printed: sums and differences to the last digit,
/// percentages to the digits shown. Every other figure stays a figure.
struct TableFormulas {
  /// A formula without "=", and what it has.
  struct Formula: Hashable {
    let text: String
    let value: Double
  }

  private let table: SheetTable
  /// Row of the sheet in which the table's first row lies.
  private let firstRow: Int
  /// Column of the sheet in which the table's first column lies.
  private let firstColumn: Int
  private let unit: MoneyUnit

  init(_ table: SheetTable, unit: MoneyUnit, firstRow: Int, firstColumn: Int = 0) {
    (self.table, self.unit, self.firstRow, self.firstColumn) = (table, unit, firstRow, firstColumn)
  }

  /// The formula of a cell; nil where there is none.
  func formula(row: Int, column: Int) -> Formula? {
    guard let number = table.columns[column].number(row) else { return nil }
    if table.kinds[row] == .total, table.columns[column].isAmount, let sum = columnSum(row, column, number) {
      return sum
    }
    let id = table.columns[column].id
    if id == "total" { return rowSum(row, column, number) }
    if id.hasPrefix("growth_"), let year = Int(id.dropFirst(7)) { return growth(row, year, number) }
    if let (minuend, subtrahend) = difference(id, row) {
      return difference(row, minuend, subtrahend, number)
    }
    if id == "slack" { return slack(row, number) }
    if let (part, base) = percent(id, row) { return percent(row, part, base, number) }
    if id == "money" { return product(row, number) }
    if id == "year", let month = place("month") { return times12(row, month, number) }
    return nil
  }

  private func place(_ id: String) -> Int? { table.columns.firstIndex { $0.id == id } }
  private func name(_ row: Int, _ column: Int) -> String {
    CellName.cell(firstRow + row, firstColumn + column)
  }

  /// The rows above a total: all of the body, which lie together.
  private func columnSum(_ row: Int, _ column: Int, _ number: PrintedNumber) -> Formula? {
    let body = table.kinds.indices.filter { table.kinds[$0] == .body }
    guard let first = body.first, let last = body.last, last - first + 1 == body.count, last < row,
      PrintedNumber.sum(body.map { table.columns[column].number($0) }) == number
    else { return nil }
    let range = CellName.range(
      firstRow + first, firstColumn + column, firstRow + last, firstColumn + column)
    return Formula(text: "SUM(\(range))", value: number.value)
  }

  /// The figures before it in its row.
  private func rowSum(_ row: Int, _ column: Int, _ number: PrintedNumber) -> Formula? {
    var first = column
    while first > 0, table.columns[first - 1].isAmount,
      table.columns[first - 1].number(row)?.places == number.places
    { first -= 1 }
    let parts = (first..<column).map { table.columns[$0].number(row) }
    guard parts.count > 1, PrintedNumber.sum(parts) == number else { return nil }
    let range = CellName.range(
      firstRow + row, firstColumn + first, firstRow + row, firstColumn + column - 1)
    return Formula(text: "SUM(\(range))", value: number.value)
  }

  /// Columns whose difference a column is.
  private func difference(_ id: String, _ row: Int) -> (Int, Int)? {
    switch id {
    case "change":
      if let budget = place("budget") { return base(row).map { (budget, $0) } }
      return pair("amount", "previous")
    case "to_send": return pair("amount", "sent")
    default:
      guard id.hasSuffix("-A") else { return nil }
      let letter = String(id.dropLast(2))
      return ["", "slack_", "moved_"].lazy.compactMap { pair($0 + letter, $0 + "A") }.first
    }
  }

  /// What a budget is compared with: the outturn where it is given, else last year's budget.
  private func base(_ row: Int) -> Int? {
    ["last_outturn", "last_budget"].lazy.compactMap { place($0) }
      .first { table.columns[$0].number(row) != nil }
  }

  private func pair(_ a: String, _ b: String) -> (Int, Int)? {
    guard let first = place(a), let second = place(b) else { return nil }
    return (first, second)
  }

  private func difference(_ row: Int, _ a: Int, _ b: Int, _ number: PrintedNumber) -> Formula? {
    let found = PrintedNumber.difference(table.columns[a].number(row), table.columns[b].number(row))
    guard number.isEqual(to: found) else { return nil }
    return Formula(text: "\(name(row, a))-\(name(row, b))", value: number.value)
  }

  /// Value less bound, or bound less value.
  private func slack(_ row: Int, _ number: PrintedNumber) -> Formula? {
    guard let (value, bound) = pair("value", "bound") else { return nil }
    return difference(row, value, bound, number) ?? difference(row, bound, value, number)
  }

  /// Columns of whose quotient a column is the percentage: the change, and what it is a change of.
  private func percent(_ id: String, _ row: Int) -> (Int, Int)? {
    switch id {
    case "percent": return place("change").flatMap { change in base(row).map { (change, $0) } }
    case "change_percent": return pair("change", "previous")
    case "coverage": return pair("amount", "need")
    default:
      guard id.hasSuffix("-A_percent") else { return nil }
      return pair(String(id.dropLast(8)), "A")
    }
  }

  private func percent(_ row: Int, _ part: Int, _ base: Int, _ number: PrintedNumber) -> Formula? {
    guard let a = table.columns[part].number(row), let b = table.columns[base].number(row), b.units != 0
    else { return nil }
    let value = a.value / b.value * 100
    guard isShown(value, as: number) else { return nil }
    return Formula(text: "\(name(row, part))/\(name(row, base))*100", value: value)
  }

  /// A year on the one before.
  private func growth(_ row: Int, _ year: Int, _ number: PrintedNumber) -> Formula? {
    guard let (now, before) = pair("\(year)", "\(year - 1)"), let a = table.columns[now].number(row),
      let b = table.columns[before].number(row), b.units != 0
    else { return nil }
    let value = (a.value - b.value) / b.value * 100
    guard isShown(value, as: number) else { return nil }
    let (a1, b1) = (name(row, now), name(row, before))
    return Formula(text: "(\(a1)-\(b1))/\(b1)*100", value: value)
  }

  /// Persons x money a head x months, in the unit of money.
  private func product(_ row: Int, _ number: PrintedNumber) -> Formula? {
    guard let (volume, gap) = pair("volume", "gap"), let months = place("months"),
      let count = table.columns[months].number(row), table.columns[volume].full.indices.contains(row),
      table.columns[gap].full.indices.contains(row), number.places == number.shownPlaces
    else { return nil }
    let product = table.columns[volume].full[row] * table.columns[gap].full[row] * count.value
    let scale = unit.yuan
    guard
      NumberText.real(product / Double(scale), places: number.places)
        == NumberText.scaled(number.units, places: number.places)
    else { return nil }
    let factors = [volume, gap, months].map { name(row, $0) }.joined(separator: "*")
    let quotient = scale == 1 ? factors : "\(factors)/\(scale)"
    return Formula(text: "ROUND(\(quotient),\(number.places))", value: number.value)
  }

  private func isShown(_ value: Double, as number: PrintedNumber) -> Bool {
    NumberText.real(value, places: number.places) == NumberText.real(number.value, places: number.places)
  }

  private func times12(_ row: Int, _ month: Int, _ number: PrintedNumber) -> Formula? {
    guard let monthly = table.columns[month].number(row), monthly.places == number.places,
      monthly.units.multipliedReportingOverflow(by: 12) == (number.units, false)
    else { return nil }
    return Formula(text: "\(name(row, month))*12", value: number.value)
  }
}

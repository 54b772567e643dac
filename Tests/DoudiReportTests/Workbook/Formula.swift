@testable import DoudiReport

/// Works out the formulas of one sheet as a spreadsheet program would: the forms that tables have.
struct Formula {
  let sheet: Sheet

  /// The value of a formula; nil for what looks at other sheets or is of no known form.
  func value(_ text: String) -> Double? {
    let text = text.filter { $0 != "=" }
    if let match = text.wholeMatch(of: #/SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)/#) {
      let (columns, rows) = (
        column(String(match.1))...column(String(match.3)), (Int(match.2) ?? 1)...(Int(match.4) ?? 1)
      )
      return rows.reduce(0.0) { sum, row in columns.reduce(sum) { $0 + (number(row - 1, $1) ?? 0) } }
    }
    if let match = text.wholeMatch(of: #/([A-Z]+\d+)-([A-Z]+\d+)/#) {
      return cell(match.1) - cell(match.2)
    }
    if let match = text.wholeMatch(of: #/([A-Z]+\d+)/([A-Z]+\d+)\*100/#) {
      return cell(match.1) / cell(match.2) * 100
    }
    if let match = text.wholeMatch(of: #/\(([A-Z]+\d+)-([A-Z]+\d+)\)/[A-Z]+\d+\*100/#) {
      return (cell(match.1) - cell(match.2)) / cell(match.2) * 100
    }
    if let match = text.wholeMatch(of: #/([A-Z]+\d+)\*12/#) { return cell(match.1) * 12 }
    if let match = text.wholeMatch(of: #/ROUND\(([A-Z]+\d+)\*([A-Z]+\d+)\*([A-Z]+\d+)(/\d+)?,(\d+)\)/#) {
      let divisor = match.4.flatMap { Double($0.dropFirst()) } ?? 1
      let factor = (0..<(Int(match.5) ?? 0)).reduce(1.0) { product, _ in product * 10 }
      let product = cell(match.1) * cell(match.2) * cell(match.3) / divisor
      return (product * factor).rounded() / factor
    }
    return nil
  }

  private func cell(_ name: Substring) -> Double {
    let letters = name.prefix { $0.isLetter }
    return number((Int(name.dropFirst(letters.count)) ?? 1) - 1, column(String(letters))) ?? .nan
  }

  private func column(_ name: String) -> Int {
    name.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
  }

  private func number(_ row: Int, _ column: Int) -> Double? {
    guard sheet.rows.indices.contains(row), sheet.rows[row].cells.indices.contains(column) else { return nil }
    switch sheet.rows[row].cells[column].content {
    case .number(let number), .formula(_, let number): return number
    default: return nil
    }
  }
}

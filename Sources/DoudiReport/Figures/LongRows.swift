import DoudiUnits

/// Rows of a long table (of a file), looked up by the texts of its columns.
struct LongRows {
  private let table: Table
  private let places: [String: Int]

  init(_ table: Table) {
    self.table = table
    places = Dictionary(table.columns.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// Rows in which columns have these texts.
  func rows(where wanted: [String: String]) -> [Int] {
    (0..<table.rowCount).filter { row in wanted.allSatisfy { text(row, $0.key) == $0.value } }
  }

  /// A code or a name; nil where there is none.
  func text(_ row: Int, _ column: String) -> String? {
    guard let place = places[column] else { return nil }
    switch table.columns[place].values {
    case .texts(let texts), .figures(let texts): return texts[row]
    case .words(let positions, let words): return positions[row] >= 0 ? words[Int(positions[row])].id : nil
    default: return nil
    }
  }

  /// A number; nil where it is not known.
  func number(_ row: Int, _ column: String) -> Double? {
    guard let place = places[column] else { return nil }
    switch table.columns[place].values {
    case .persons(let values), .reals(let values, _): return values[row].isFinite ? values[row] : nil
    case .numbers(let values), .rounded(let values): return values[row]?.double
    case .figures(let texts), .texts(let texts): return texts[row].flatMap(Double.init)
    default: return nil
    }
  }
}

/// Names of cells as formulas write them.
enum CellName {
  /// "A" for 0, "AA" for 26.
  static func column(_ index: Int) -> String {
    var (rest, name) = (index, "")
    while rest >= 0 {
      name = String(UnicodeScalar(UInt8(65 + rest % 26))) + name
      rest = rest / 26 - 1
    }
    return name
  }

  /// "B7" for row 6 and column 1.
  static func cell(_ row: Int, _ column: Int) -> String { "\(self.column(column))\(row + 1)" }

  /// "B7:B9".
  static func range(_ row: Int, _ column: Int, _ lastRow: Int, _ lastColumn: Int) -> String {
    cell(row, column) + ":" + cell(lastRow, lastColumn)
  }

  /// "'Name'!": the name in quotation marks, its own doubled.
  static func sheet(_ name: String) -> String { "'" + name.replacing("'", with: "''") + "'!" }

  /// A name a sheet may have: at most 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at its ends.
  static func isSheetName(_ name: String) -> Bool {
    !name.isEmpty && name.utf16.count <= 31 && !name.contains { "[]:*?/\\".contains($0) }
      && !name.hasPrefix("'") && !name.hasSuffix("'")
  }
}

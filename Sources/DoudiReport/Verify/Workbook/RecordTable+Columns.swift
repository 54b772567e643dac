import DoudiInputs

extension RecordTable {
  /// A long sheet, or several.
  init(_ id: String, _ columns: LongColumns, file: String) {
    let sheets = columns.parts
    self.init(
      id, header: columns.header, rowCount: columns.rowCount,
      cell: { columns.columns[$1].text($0) },
      place: { row, column in
        let sheet = sheets.first { $0.rows.contains(row) }?.sheet ?? sheets.first?.sheet ?? ""
        let line = row < 0 ? 0 : Int(columns.sheetRows[row])
        return SourceSpan(file: "\(file)/\(sheet)", line: line + 1, column: column + 1)
      }, long: columns)
  }

  /// A number for each row: rows of the same words in some columns, and only those, have equal ones. Without a text
  /// for each cell; nil where the table is no long sheet or that cannot be done.
  /// - Parameters:
  ///   - names: of columns.
  ///   - starts: of which columns only so many first characters count.
  /// - Returns: a number for each row.
  func keyNumbers(_ names: [String], starts: [String: Int] = [:]) -> [Int]? {
    guard let long else { return nil }
    var numbers = [Int](repeating: 0, count: rowCount)
    var size = 1
    for name in names {
      guard let column = header.firstIndex(of: name), long.columns[column].wholes.isEmpty else { return nil }
      let (codes, words) = (long.columns[column].codes, long.columns[column].words)
      let numberOf =
        starts[name].map { Self.numbers(ofStarts: words.map(\.self), $0) } ?? Array(words.indices)
      let (product, isTooLarge) = size.multipliedReportingOverflow(by: words.count + 1)
      guard !isTooLarge else { return nil }
      size = product
      for row in numbers.indices {
        let code = Int(codes[row])
        numbers[row] = numbers[row] * (words.count + 1) + (code < 0 ? 0 : numberOf[code] + 1)
      }
    }
    return numbers
  }

  private static func numbers(ofStarts words: [String], _ length: Int) -> [Int] {
    var known: [Substring: Int] = [:]
    return words.enumerated().map { index, word in
      let start = word.prefix(length)
      if let number = known[start] { return number }
      known[start] = index
      return index
    }
  }

  /// Whole numbers of a column by the texts of others, as ``SumChecks/sums(_:_:of:)`` has them; nil where it is to be
  /// done row by row.
  func longSums(_ keys: [String], of column: String) -> [String: Int64]? {
    guard let long, let place = header.firstIndex(of: column) else { return nil }
    let isByMonth = keys.contains("year") && !has("year")
    let names = keys.map { isByMonth && $0 == "year" ? "month" : $0 }
    guard let numbers = keyNumbers(names, starts: isByMonth ? ["month": 4] : [:]) else { return nil }
    let values = long.columns[place]
    guard !values.wholes.isEmpty else { return nil }
    var sums: [Int: (row: Int, sum: Int64)] = [:]
    for (row, number) in numbers.enumerated() {
      let amount = values.codes[row] == -2 ? values.wholes[row] : Int64(values.text(row)) ?? 0
      sums[number, default: (row, 0)].sum &+= amount
    }
    var found: [String: Int64] = [:]
    for (row, sum) in sums.values {
      let texts = zip(keys, names).map { key, name in
        let text = text(row, name) ?? ""
        return key == name ? text : String(text.prefix(4))
      }
      found[texts.joined(separator: " ")] = sum
    }
    return found
  }
}

import DoudiInputs
import DoudiUnits

/// Whether each cell is what its column can hold, columns are known and keys are not there twice.
struct CellChecks {
  private let table: RecordTable

  init(_ table: RecordTable) { self.table = table }

  func run() -> [VerifyFault] {
    guard TableCatalogue.entry(table.id) != nil else {
      return [
        VerifyFault(
          .unknown, table.span(-1, 0), Bilingual(zh: "不认识的表\(table.id)", en: "unknown table \(table.id)"))
      ]
    }
    var faults: [VerifyFault] = []
    for (column, name) in table.header.enumerated() {
      guard let entry = ColumnCatalogue.entry(table.id, name) else {
        faults.append(
          VerifyFault(
            .unknown, table.headerSpan(column), Bilingual(zh: "不认识的列\(name)", en: "unknown column \(name)")))
        continue
      }
      faults += cells(column, entry)
    }
    return faults + keys()
  }

  private func cells(_ column: Int, _ entry: FieldEntry) -> [VerifyFault] {
    let codes = Set(entry.codes.map(\.id))
    if let long = table.long { return cells(column, entry, codes, long.columns[column]) }
    var known: Set<String> = []
    return (0..<table.rowCount).compactMap { row in
      let text = table.text(row, column)
      if text.isEmpty || known.contains(text) { return nil }
      guard let reason = Self.fault(text, entry, codes) else {
        // Codes, months and years come again and again.
        if known.count < 4096 { known.insert(text) }
        return nil
      }
      return VerifyFault(.cell, table.span(row, column), reason)
    }
  }

  /// The same of a long sheet: each word once.
  private func cells(
    _ column: Int, _ entry: FieldEntry, _ codes: Set<String>, _ values: LongColumns.Values
  ) -> [VerifyFault] {
    let reasons = values.words.map { $0.isEmpty ? nil : Self.fault($0, entry, codes) }
    let isPlain = values.wholes.isEmpty || (entry.kind == .whole && entry.least == nil && entry.most == nil)
    if isPlain, reasons.allSatisfy({ $0 == nil }) { return [] }
    return (0..<table.rowCount).compactMap { row in
      let code = Int(values.codes[row])
      let reason = code >= 0 ? reasons[code] : code == -2 ? Self.fault(values.text(row), entry, codes) : nil
      return reason.map { VerifyFault(.cell, table.span(row, column), $0) }
    }
  }

  /// Why a cell cannot stand in a column; nil where it can.
  private static func fault(_ text: String, _ entry: FieldEntry, _ codes: Set<String>) -> Bilingual? {
    if !codes.isEmpty {
      return codes.contains(text) ? nil : Bilingual(zh: "不认识的代号\(text)", en: "unknown code \(text)")
    }
    switch entry.kind {
    case .text, .code: return nil
    case .whole, .year:
      guard let value = Int64(text) else {
        return Bilingual(zh: "\(text)不是整数", en: "\(text) is no whole number")
      }
      return bounds(Double(value), text, entry)
    case .real:
      guard let value = Double(text), value.isFinite else {
        return Bilingual(zh: "\(text)不是数", en: "\(text) is no number")
      }
      return bounds(value, text, entry)
    case .month: return Month(text) == nil ? notAMonth(text) : nil
    case .period: return text.count == 4 && Int(text) != nil || Month(text) != nil ? nil : notAMonth(text)
    case .fraction:
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      let isFraction = parts.count <= 2 && parts.allSatisfy { Int128($0) != nil }
      return isFraction ? nil : Bilingual(zh: "\(text)不是分数", en: "\(text) is no fraction")
    case .flag:
      return ["true", "false", "yes", "no"].contains(text)
        ? nil : Bilingual(zh: "\(text)不是yes或no", en: "\(text) is neither yes nor no")
    }
  }

  private static func notAMonth(_ text: String) -> Bilingual {
    Bilingual(zh: "\(text)不是年月", en: "\(text) is no month or year")
  }

  private static func bounds(_ value: Double, _ text: String, _ entry: FieldEntry) -> Bilingual? {
    if let least = entry.least, value < Double(least) {
      return Bilingual(zh: "\(text)小于\(least)", en: "\(text) is below \(least)")
    }
    if let most = entry.most, value > Double(most) {
      return Bilingual(zh: "\(text)大于\(most)", en: "\(text) is above \(most)")
    }
    return nil
  }

  /// Tables of which rows may share a key.
  private static let free: Set<String> = ["probabilities", "documents"]

  private func keys() -> [VerifyFault] {
    let names = (TableCatalogue.entry(table.id)?.key ?? []).filter(table.has)
    guard !names.isEmpty, !Self.free.contains(table.id) else { return [] }
    if let numbers = table.keyNumbers(names), Self.areDifferent(numbers) { return [] }
    var seen: Set<String> = []
    seen.reserveCapacity(table.rowCount)
    return (0..<table.rowCount).compactMap { row in
      let key = names.map { table.text(row, $0) ?? "" }.joined(separator: " ")
      guard !seen.insert(key).inserted else { return nil }
      return VerifyFault(
        .key, table.span(row, names[0]), Bilingual(zh: "重复的行：\(key)", en: "a second row of \(key)"))
    }
  }

  private static func areDifferent(_ numbers: [Int]) -> Bool {
    let sorted = numbers.sorted()
    return !zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
  }
}

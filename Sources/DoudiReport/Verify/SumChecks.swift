import DoudiInputs
import DoudiUnits

/// Whether figures that stand in several places agree, to the fen.
struct SumChecks {
  let record: ExportRecord

  init(_ record: ExportRecord) { self.record = record }

  /// Faults, and how many figures were held against each other.
  func run() -> (faults: [VerifyFault], count: Int) {
    let parts =
      [ledger("programme", "summary"), ledger("tier", "tiers"), regionsOfLedger(), parents(), budget()]
      + record.tables.flatMap { [yuan($0), limits($0), differences($0), split($0)] } + [
        changes(), quantiles(), allocation(),
      ]
    return (parts.flatMap(\.faults), parts.reduce(0) { $0 + $1.count })
  }

  typealias Found = (faults: [VerifyFault], count: Int)

  /// Fen of a table by texts of some columns; a month's year stands for `year`.
  static func sums(_ table: RecordTable, _ keys: [String], of column: String = "fen") -> [String: Int64] {
    if let sums = table.longSums(keys, of: column) { return sums }
    var sums: [String: Int64] = [:]
    for row in 0..<table.rowCount {
      let key = keys.map { key in
        table.text(row, key) ?? (key == "year" ? table.text(row, "month").map { String($0.prefix(4)) } : nil)
          ?? ""
      }.joined(separator: " ")
      sums[key, default: 0] &+= Int64(table.text(row, column) ?? "") ?? 0
    }
    return sums
  }

  /// Rows of a table against sums: each row's figure must be the sum of its key, and every sum must have a row
  /// unless it is zero.
  private func compare(
    _ table: RecordTable, _ keys: [String], of column: String = "fen", _ sums: [String: Int64],
    _ what: Bilingual
  ) -> Found {
    var faults: [VerifyFault] = []
    var left = sums
    for row in 0..<table.rowCount {
      let key = keys.map { table.text(row, $0) ?? "" }.joined(separator: " ")
      let told = Int64(table.text(row, column) ?? "") ?? 0
      let sum = left.removeValue(forKey: key) ?? 0
      if told != sum { faults.append(Self.differ(table.span(row, column), told, sum, what)) }
    }
    for (key, sum) in left.sorted(by: { $0.key < $1.key }) where sum != 0 {
      faults.append(
        VerifyFault(
          .sum, table.span(-1, 0),
          Bilingual(
            zh: "没有\(key)一行，\(what.zh)为\(sum)", en: "no row for \(key), of which \(what.en) is \(sum)")))
    }
    return (faults, table.rowCount)
  }

  static func differ(_ span: SourceSpan, _ told: Int64, _ sum: Int64, _ what: Bilingual)
    -> VerifyFault
  {
    VerifyFault(
      .sum, span,
      Bilingual(
        zh: "为\(told)，\(what.zh)为\(sum)，相差\(told &- sum)",
        en: "\(told), but \(what.en) is \(sum): \(told &- sum) too much"))
  }

  private static let ledgerSum = Bilingual(zh: "账目合计", en: "the ledger's sum")

  private func ledger(_ key: String, _ id: String) -> Found {
    guard let ledger = record.table("ledger"), let table = record.table(id) else { return ([], 0) }
    return compare(table, [key, "year"], Self.sums(ledger, [key, "year"]), Self.ledgerSum)
  }

  /// Places that the ledger lists, beside the table of regions; a place above others is left to ``parents()``.
  private func regionsOfLedger() -> Found {
    guard let ledger = record.table("ledger"), let regions = record.table("regions") else { return ([], 0) }
    let sums = Self.sums(ledger, ["region", "year"])
    let listed = Set(sums.keys.compactMap { $0.split(separator: " ").first.map(String.init) })
    var faults: [VerifyFault] = []
    var count = 0
    for row in 0..<regions.rowCount where listed.contains(regions.text(row, "region") ?? "") {
      let key = "\(regions.text(row, "region") ?? "") \(regions.text(row, "year") ?? "")"
      let told = Int64(regions.text(row, "fen") ?? "") ?? 0
      count += 1
      if told != sums[key] ?? 0 {
        faults.append(Self.differ(regions.span(row, "fen"), told, sums[key] ?? 0, Self.ledgerSum))
      }
    }
    return (faults, count)
  }

  /// A region has the money of the regions below it.
  private func parents() -> Found {
    guard let regions = record.table("regions"), regions.has("parent") else { return ([], 0) }
    let below = Self.sums(regions, ["parent", "year"])
    var faults: [VerifyFault] = []
    var count = 0
    for row in 0..<regions.rowCount {
      let key = "\(regions.text(row, "region") ?? "") \(regions.text(row, "year") ?? "")"
      guard let sum = below[key] else { continue }
      let told = Int64(regions.text(row, "fen") ?? "") ?? 0
      count += 1
      if told != sum {
        faults.append(
          Self.differ(
            regions.span(row, "fen"), told, sum, Bilingual(zh: "下级合计", en: "the sum of the regions below")))
      }
    }
    return (faults, count)
  }

  /// The budget of the whole place is the summary.
  private func budget() -> Found {
    guard let budget = record.table("budget"), let summary = record.table("summary"),
      let root = root(), budget.has("region")
    else { return ([], 0) }
    let told = Self.sums(summary, ["programme", "year"])
    var faults: [VerifyFault] = []
    var count = 0
    for row in 0..<budget.rowCount where budget.text(row, "region") == root {
      let key = "\(budget.text(row, "programme") ?? "") \(budget.text(row, "year") ?? "")"
      let fen = Int64(budget.text(row, "fen") ?? "") ?? 0
      count += 1
      if fen != told[key] ?? 0 {
        faults.append(
          Self.differ(budget.span(row, "fen"), fen, told[key] ?? 0, Bilingual(zh: "汇总", en: "the summary")))
      }
    }
    return (faults, count)
  }

  /// The region that has none above it.
  private func root() -> String? {
    guard let regions = record.table("regions"), regions.has("parent") else { return nil }
    return (0..<regions.rowCount).first { regions.text($0, "parent") == "" }.flatMap {
      regions.text($0, "region")
    }
  }
}

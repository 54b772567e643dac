import DoudiInputs
import DoudiUnits

/// Whether figures that stand in several places agree, to the fen.
struct SumChecks {
  private let record: ExportRecord

  init(_ record: ExportRecord) { self.record = record }

  /// Faults, and how many figures were held against each other.
  func run() -> (faults: [VerifyFault], count: Int) {
    let parts =
      [ledger("programme", "summary"), ledger("tier", "tiers"), regionsOfLedger(), parents(), budget()]
      + record.tables.flatMap { [yuan($0), limits($0), differences($0)] } + [
        changes(), quantiles(), allocation(),
      ]
    return (parts.flatMap(\.faults), parts.reduce(0) { $0 + $1.count })
  }

  private typealias Found = (faults: [VerifyFault], count: Int)

  /// Fen of a table by texts of some columns; a month's year stands for `year`.
  static func sums(_ table: RecordTable, _ keys: [String], of column: String = "fen") -> [String: Int64] {
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

  private static func differ(_ span: SourceSpan, _ told: Int64, _ sum: Int64, _ what: Bilingual)
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

  // MARK: within a row

  private func yuan(_ table: RecordTable) -> Found {
    guard table.has("fen"), table.has("cny") else { return ([], 0) }
    let faults = (0..<table.rowCount).compactMap { row -> VerifyFault? in
      guard let fen = Int64(table.text(row, "fen") ?? ""), let text = table.text(row, "cny"),
        let yuan = Rational(decimal: text), yuan * Rational(100) != Rational(Int128(fen), over: 1)
      else { return nil }
      return VerifyFault(
        .sum, table.span(row, "cny"), Bilingual(zh: "\(text)元不是\(fen)分", en: "\(text) CNY are not \(fen) fen")
      )
    }
    return (faults, table.rowCount)
  }

  /// Slack is the distance of value and bound, not below zero exactly where the limit is met.
  private func limits(_ table: RecordTable) -> Found {
    guard table.has("slack"), table.has("bound"), table.has("verdict"), table.has("value") else {
      return ([], 0)
    }
    var faults: [VerifyFault] = []
    var count = 0
    for row in 0..<table.rowCount {
      func figure(_ column: String) -> Rational? { table.text(row, column).flatMap { Rational(decimal: $0) } }
      guard let value = figure("value"), let bound = figure("bound"), let slack = figure("slack") else {
        continue
      }
      count += 1
      let gap = value - bound
      // Each is written with six decimals.
      let off = min(Self.distance(gap, slack), Self.distance(gap, .zero - slack))
      if off > Rational(2, over: 1_000_000) {
        faults.append(
          VerifyFault(
            .sum, table.span(row, "slack"),
            Bilingual(
              zh: "余量\(slack.shortText())不是\(value.shortText())与\(bound.shortText())之差",
              en: "slack \(slack.shortText()) is not between \(value.shortText()) and \(bound.shortText())")))
      }
      let verdict = table.text(row, "verdict") ?? ""
      if (slack >= .zero) != (verdict == "met") {
        faults.append(
          VerifyFault(
            .sum, table.span(row, "verdict"),
            Bilingual(
              zh: "余量\(slack.shortText())与结论\(verdict)不符", en: "slack \(slack.shortText()) is not \(verdict)")
          ))
      }
    }
    return (faults, count)
  }

  private static func distance(_ a: Rational, _ b: Rational) -> Rational { max(a - b, b - a) }

  /// Differences to A of a comparison.
  private func differences(_ table: RecordTable) -> Found {
    guard table.id == "compare_money", table.has("difference_fen") else { return ([], 0) }
    let keys = ["year", "region", "programme", "fund", "tier"].filter(table.has)
    func key(_ row: Int) -> String { keys.map { table.text(row, $0) ?? "" }.joined(separator: " ") }
    var base: [String: Int64] = [:]
    for row in 0..<table.rowCount where table.text(row, "variant") == "A" {
      base[key(row)] = Int64(table.text(row, "fen") ?? "") ?? 0
    }
    let what = Bilingual(zh: "与A之差", en: "the difference to A")
    let faults = (0..<table.rowCount).compactMap { row -> VerifyFault? in
      let gap = (Int64(table.text(row, "fen") ?? "") ?? 0) &- (base[key(row)] ?? 0)
      let told = Int64(table.text(row, "difference_fen") ?? "") ?? 0
      return told == gap ? nil : Self.differ(table.span(row, "difference_fen"), told, gap, what)
    }
    return (faults, table.rowCount)
  }

  /// The change of a budget is the budget less its base, and the sum of its causes.
  private func changes() -> Found {
    guard let table = record.table("budget"), table.has("change_fen") else { return ([], 0) }
    let causes = ["persons_fen", "standard_fen", "ratio_fen", "one_off_fen", "last_year_differs_fen"]
    var faults: [VerifyFault] = []
    var count = 0
    for row in 0..<table.rowCount {
      func fen(_ column: String) -> Int64? { Int64(table.text(row, column) ?? "") }
      guard let change = fen("change_fen"), let fenNow = fen("fen"), let base = fen("base_fen") else {
        continue
      }
      count += 1
      if change != fenNow &- base {
        faults.append(
          Self.differ(
            table.span(row, "change_fen"), change, fenNow &- base,
            Bilingual(zh: "本年减基数", en: "the budget less its base")))
      }
      let parts = causes.compactMap(fen)
      if parts.count == causes.count, parts.reduce(0, &+) != change {
        faults.append(
          Self.differ(
            table.span(row, "change_fen"), change, parts.reduce(0, &+),
            Bilingual(zh: "各原因之和", en: "the sum of its causes")))
      }
    }
    return (faults, count)
  }

  /// Quantiles do not fall.
  private func quantiles() -> Found {
    guard let table = record.table("fan") else { return ([], 0) }
    let levels = table.header.filter { $0.hasPrefix("p") && Int($0.dropFirst()) != nil }
    var faults: [VerifyFault] = []
    for row in 0..<table.rowCount {
      let values = levels.map { Double(table.text(row, $0) ?? "") ?? .nan }
      for (place, pair) in zip(values, values.dropFirst()).enumerated() where pair.1 < pair.0 {
        faults.append(
          VerifyFault(
            .sum, table.span(row, levels[place + 1]),
            Bilingual(zh: "分位数小于前一个", en: "a quantile below the one before")))
      }
    }
    return (faults, table.rowCount)
  }

  /// Places get what the summary says was given.
  private func allocation() -> Found {
    guard let rows = record.table("allocation"), let summary = record.table("allocation_summary"),
      let line = (0..<summary.rowCount).first(where: { summary.text($0, "item") == "given" }),
      let given = Int64(summary.text(line, "value") ?? "")
    else { return ([], 0) }
    let above = Set((0..<rows.rowCount).compactMap { rows.text($0, "parent") })
    let sum = (0..<rows.rowCount).filter { !above.contains(rows.text($0, "region") ?? "") }
      .reduce(Int64(0)) { $0 &+ (Int64(rows.text($1, "amount") ?? "") ?? 0) }
    guard sum != given else { return ([], 1) }
    return (
      [
        Self.differ(
          summary.span(line, "value"), given, sum, Bilingual(zh: "各地之和", en: "the sum of all places"))
      ], 1
    )
  }
}

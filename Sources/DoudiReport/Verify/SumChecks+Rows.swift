import DoudiInputs
import DoudiUnits

/// Figures of one row, or of the rows of one table.
extension SumChecks {
  func yuan(_ table: RecordTable) -> Found {
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
  func limits(_ table: RecordTable) -> Found {
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
  func differences(_ table: RecordTable) -> Found {
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
  func changes() -> Found {
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

  /// Money before, and what each cause moves, make the money now.
  func split(_ table: RecordTable) -> Found {
    guard table.id.hasPrefix("changes_by_"), table.has("before_fen"), table.has("after_fen") else {
      return ([], 0)
    }
    let causes = Cause.allCases.map { "\($0.rawValue)_fen" } + ["unsplit_fen"]
    let what = Bilingual(zh: "原金额与各原因之和", en: "the money before and its causes")
    let faults = (0..<table.rowCount).compactMap { row -> VerifyFault? in
      func fen(_ column: String) -> Int64 { Int64(table.text(row, column) ?? "") ?? 0 }
      let sum = causes.reduce(fen("before_fen")) { $0 &+ fen($1) }
      let told = fen("after_fen")
      return told == sum ? nil : Self.differ(table.span(row, "after_fen"), told, sum, what)
    }
    return (faults, table.rowCount)
  }

  /// Quantiles do not fall.
  func quantiles() -> Found {
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
  func allocation() -> Found {
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

import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

/// Laws of comparisons over random places.
@Suite struct ComparedSumsTests {
  /// Programmes = tiers = regions = the ledgers' own totals, run by run and in the differences: tolerance zero.
  @Test func differencesAddUp() throws {
    try forAll(seed: 11, count: 12, generator: { RandomPlace.draw(&$0) }, shrink: \.smaller) { random in
      let found = try ComparedPlaces.comparison(
        random.place, [([], []), (["growth.income=9 %/year"], []), (["amount.standard=700"], [])])
      let rows = try ComparedPlaces.rows(found, "compare_money")
      for (position, run) in found.runs.enumerated() {
        let own = rows.filter { $0["variant"] == run.letter }
        func sum(_ key: String) -> Int64 { own.reduce(0) { $0 + (Int64($1[key] ?? "") ?? 0) } }
        let total = run.report.projection.total.fen
        guard sum("fen") == total else { return false }
        guard sum("difference_fen") == total - found.runs[0].report.projection.total.fen else { return false }
        let sums = [
          found.money.sums(position, rows: found.money.charges.count) { _, charge, _ in charge },
          found.money.sums(position, rows: Tier.allCases.count) { _, _, tier in tier },
          found.money.sums(position, rows: found.money.leaves.count) { leaf, _, _ in leaf },
        ].map { $0.flatMap { $0 }.reduce(0, +) }
        guard sums.allSatisfy({ $0 == total }) else { return false }
      }
      return true
    }
  }

  /// What is printed adds up, too: every column to its total, every difference to the two figures beside it.
  @Test func printedDifferencesAddUp() throws {
    try forAll(seed: 12, count: 10, generator: { RandomPlace.draw(&$0) }, shrink: \.smaller) { random in
      let found = try ComparedPlaces.comparison(random.place, [([], []), (["amount.standard=701.37"], [])])
      let tables = found.moneyTables(.wan)
      let totals = tables.map { table in ["A", "B", "B-A"].map { Self.units(table, $0).last ?? 0 } }
      guard Set(totals).count == 1 else { return false }
      return tables.allSatisfy { table in
        let (a, b, gap) = (Self.units(table, "A"), Self.units(table, "B"), Self.units(table, "B-A"))
        let isSum = [a, b, gap].allSatisfy { $0.dropLast().reduce(0, +) == $0.last }
        return isSum && zip(zip(a, b), gap).allSatisfy { $0.1 - $0.0 == $1 }
      }
    }
  }

  /// Rounded each by itself, every printed figure is half a unit from the exact money at most, which is what a
  /// workbook keeps.
  @Test func roundedFiguresAreEachTheirOwn() throws {
    let form = PrintForm(language: .zh, unit: .wan, printing: .rounded)
    try forAll(seed: 14, count: 10, generator: { RandomPlace.draw(&$0) }, shrink: \.smaller) { random in
      let found = try ComparedPlaces.comparison(random.place, [([], []), (["amount.standard=701.37"], [])])
      return found.moneyTables(.wan, .rounded).allSatisfy { table in
        let printed = form.print(table)
        let cells = SheetTable(table, language: .zh, unit: .wan, printing: .rounded)
        return ["A", "B", "B-A"].allSatisfy { id in
          guard let column = printed.column(id), case .fen(let fen) = table.columns[column].values else {
            return false
          }
          return (0..<table.rowCount).allSatisfy { row in
            let units = printed.units(row, column) ?? .min
            return abs(units * 10_000 - fen[row]) <= 5_000
              && cells.columns[column].number(row)?.units == fen[row]
          }
        }
      }
    }
  }

  private static func units(_ table: Table, _ column: String) -> [Int] {
    guard case .reals(let values, _) = table.columns.first(where: { $0.id == column })?.values else {
      return []
    }
    return values.map { Int(($0 * 100).rounded()) }
  }

  /// Every row of every table before the date is the same: standards and people by month, money that is paid and owed
  /// before, verdicts of periods that end before.
  @Test func aLaterDateChangesNothingEarlier() throws {
    try forAll(seed: 13, count: 12, generator: { RandomPlace.draw(&$0) }, shrink: \.smaller) { random in
      guard random.months > 2 else { return true }
      let first = Month(year: 2027, month: 3)
      let date = first.advanced(by: random.months / 2)
      let runs = [[], ["amount.standard={\(date): 1234.5 CNY/person/month}"]]
      let before = try runs.map { overrides -> [[[String: String]]] in
        let report = RunReport(try random.place.run(overrides: overrides).projection, withEffects: false)
        let tables = LongTables(report, RunOptions())
        return try [
          tables.standards(), tables.caseload(), tables.ledger(forFiles: true),
          tables.limits(forFiles: false),
        ]
        .map { try Self.earlier(ComparedPlaces.rows($0), than: date) }
      }
      let rows = zip(before[0], before[1]).map { one, other in
        // What an amount rests on may be said differently; its figures may not.
        one.map(Self.figures) == other.map(Self.figures)
      }
      return rows.allSatisfy { $0 } && before[0].prefix(2).allSatisfy { !$0.isEmpty }
    }
  }

  private static func earlier(_ rows: [[String: String]], than date: Month) -> [[String: String]] {
    rows.filter { row in
      ["month", "entitlement_month", "period"].allSatisfy { key in
        guard let text = row[key] else { return true }
        if let month = Month(text) { return month < date }
        return Int(text).map { $0 < date.year } ?? true
      }
    }
  }

  private static func figures(_ row: [String: String]) -> [String: String] {
    row.filter { $0.key != "status" }
  }
}

import DoudiInputs
import DoudiUnits
import Testing

@testable import DoudiReport

@Suite("Formulas of a table")
struct TableFormulasTests {
  private func word(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }

  private func numbers(_ texts: String...) -> Values { .numbers(texts.map { Rational(decimal: $0) }) }

  /// Formulas by "row column", of a table whose first row is the sheet's fifth.
  private func formulas(
    _ columns: [(id: String, values: Values)], total: Bool = false, unit: MoneyUnit = .wan
  ) -> [String: String] {
    let count = columns.first?.values.count ?? 0
    let kinds: [RowKind] = (0..<count).map { total && $0 == count - 1 ? .total : .body }
    let table = Table(
      id: "t", title: word("t"), columns: columns.map { Column($0.id, word($0.id), $0.values) },
      rowKinds: kinds)
    let cells = SheetTable(table, language: .zh, unit: unit, printing: .adjusted)
    let formulas = TableFormulas(cells, unit: unit, firstRow: 4)
    var found: [String: String] = [:]
    for row in 0..<count {
      for (column, one) in columns.enumerated() {
        if let formula = formulas.formula(row: row, column: column) {
          found["\(row) \(one.id)"] = formula.text
        }
      }
    }
    return found
  }

  @Test func totalsAndRowSums() {
    let found = formulas(
      [
        ("name", .texts(["a", "b", "合计"])), ("2027", .units([100, 200, 300], places: 2)),
        ("2028", .units([150, 250, 400], places: 2)), ("total", .units([250, 450, 700], places: 2)),
      ], total: true)
    #expect(
      found == [
        "0 total": "SUM(B5:C5)", "1 total": "SUM(B6:C6)", "2 2027": "SUM(B5:B6)", "2 2028": "SUM(C5:C6)",
        "2 total": "SUM(D5:D6)",
      ])
  }

  /// Classes that overlap do not add up: what is printed stays a figure.
  @Test func whatDoesNotAddUpHasNone() {
    let found = formulas(
      [("name", .texts(["a", "b", "合计"])), ("2027", .units([100, 200, 299], places: 2))], total: true)
    #expect(found.isEmpty)
  }

  /// The rate of a single row is that of the total, and yet no sum.
  @Test func ratesAreNotAddedUp() {
    let found = formulas(
      [("name", .texts(["a", "合计"])), ("percent", .reals([5, 5], places: 1))], total: true)
    #expect(found.isEmpty)
  }

  @Test func aSumWithAnUnknownPartHasNone() {
    let found = formulas(
      [("name", .texts(["a", "b", "合计"])), ("2027", .units([100, nil, 100], places: 2))], total: true)
    #expect(found.isEmpty)
  }

  /// The base is the outturn where it is given, else last year's budget.
  @Test func changesOfABudget() {
    let found = formulas([
      ("name", .texts(["a", "b"])), ("last_budget", .units([100, 200], places: 2)),
      ("last_outturn", .units([80, nil], places: 2)), ("budget", .units([120, 250], places: 2)),
      ("change", .units([40, 50], places: 2)), ("percent", .reals([50, 25], places: 1)),
    ])
    #expect(
      found == [
        "0 change": "D5-C5", "0 percent": "E5/C5*100", "1 change": "D6-B6", "1 percent": "E6/B6*100",
      ])
  }

  /// A percentage of the exact money that printed figures do not give is no formula.
  @Test func aPercentageThatPrintsOtherwiseHasNone() {
    let found = formulas([
      ("budget", .units([3], places: 2)), ("last_budget", .units([2], places: 2)),
      ("change", .units([1], places: 2)), ("percent", .reals([41.2], places: 1)),
    ])
    #expect(found == ["0 change": "A5-B5"])
  }

  @Test func slackEitherWay() {
    let found = formulas([
      ("value", numbers("60", "70.5", "3")), ("bound", numbers("60", "75", "1")),
      ("slack", numbers("0", "4.5", "9")),
    ])
    #expect(found == ["0 slack": "A5-B5", "1 slack": "B6-A6"])
  }

  @Test func differencesOfVariants() {
    let found = formulas([
      ("A", .reals([10, 10], places: 2)), ("B", .reals([12.5, 10], places: 2)),
      ("B-A", .reals([2.5, 0], places: 2)), ("B-A_percent", .reals([25, 0], places: 2)),
      ("slack_A", numbers("1", "1")), ("slack_B", numbers("3", "1")),
    ])
    #expect(
      found == [
        "0 B-A": "B5-A5", "0 B-A_percent": "C5/A5*100", "1 B-A": "B6-A6", "1 B-A_percent": "C6/A6*100",
      ])
  }

  /// 1,000 persons x 250 CNY x 12 months are 300 times 10,000 CNY.
  @Test func moneyIsPersonsTimesMonths() {
    let columns: [(String, Values)] = [
      ("volume", .reals([1000, 1000], places: 2)), ("gap", .reals([250, 250], places: 2)),
      ("months", .reals([12, 12], places: 0)), ("money", .units([30_000, 30_001], places: 2)),
    ]
    #expect(formulas(columns) == ["0 money": "ROUND(A5*B5*C5/10000,2)"])
    let yuan: [(String, Values)] = [
      ("volume", .reals([2], places: 2)), ("gap", .reals([1.5], places: 2)),
      ("months", .reals([12], places: 0)), ("money", .units([3600], places: 2)),
    ]
    #expect(formulas(yuan, unit: .yuan) == ["0 money": "ROUND(A5*B5*C5,2)"])
  }

  @Test func aYearIsTwelveMonths() {
    let found = formulas([
      ("month", .sixPlaces([Rational(decimal: "520"), Rational(decimal: "100.005")])),
      ("year", .sixPlaces([Rational(decimal: "6240"), Rational(decimal: "1200.06")])),
    ])
    #expect(found == ["0 year": "A5*12"])
  }

  @Test func growthOfAYear() {
    let found = formulas([
      ("2027", .units([200, 0], places: 2)), ("2028", .units([230, 10], places: 2)),
      ("growth_2028", .reals([15, .nan], places: 1)),
    ])
    #expect(found == ["0 growth_2028": "(B5-A5)/A5*100"])
  }
}

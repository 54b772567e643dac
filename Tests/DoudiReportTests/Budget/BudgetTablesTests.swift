import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Budget tables")
struct BudgetTablesTests {
  private func tables(_ lastYear: String?) throws -> [Table] {
    RunReport(try twoYearPlace(lastYear).run().projection).budgetTables(.yuan)
  }

  private func text(_ table: Table, _ language: Language = .zh) -> [String] {
    TextTableWriter(language: language, unit: .yuan).text(table).split(separator: "\n").map(String.init)
  }

  @Test func withoutLastYearTheTableSaysSo() throws {
    let first = try #require(try tables(nil).first)
    #expect(first.columns.map(\.id) == ["programme", "last_budget", "last_outturn", "budget"])
    let lines = text(first)
    #expect(lines.contains { $0.hasPrefix("aid") && $0.contains("未提供") && $0.hasSuffix("12,000.00") })
    #expect(lines.last?.hasPrefix("上年数未提供") == true)
    #expect(text(first, .en).contains { $0.contains("not given") })
  }

  @Test func theSecondYearIsComparedWithTheFirst() throws {
    let second = try tables(nil)[1]
    let line = try #require(text(second).first { $0.hasPrefix("aid") })
    #expect(
      line.split(separator: " ").map(String.init)[1...8].joined(separator: " ")
        == "12,000.00 15,840.00 3,840.00 32.0 1,320.00 2,520.00 0.00 0.00")
    #expect(line.hasSuffix("标准由10.00提高到12.00元/月，+2,520.00；人数由100增加到110，+1,320.00"))
    let english = try #require(text(second, .en).first { $0.hasPrefix("aid") })
    #expect(
      english.hasSuffix(
        "standard from 10.00 to 12.00 CNY a month +2,520.00; persons from 100 to 110 +1,320.00"))
  }

  @Test func whatLastYearReallyPaidStandsApart() throws {
    let first = try #require(try tables("990000,aid,11000.00,11500.50,observed,accounts").first)
    let line = try #require(text(first).first { $0.hasPrefix("aid") })
    #expect(line.contains("11,000.00") && line.contains("11,500.50") && line.contains(" 499.50 "))
    #expect(line.hasSuffix("上年差异，+499.50"))
    #expect(text(first).contains("上年数：观测"))
  }

  @Test func aBudgetStandsInForAnOutturnThatIsNotGiven() throws {
    let first = try #require(try tables("990001,aid,12000.00,,estimated,plan").first)
    let line = try #require(text(first).first { $0.hasPrefix("aid") })
    #expect(line.contains("未提供") && line.contains(" 0.00 "))
  }

  /// The ratio of neither area changes; the average does, because people are counted elsewhere, and a
  /// smaller rule's money stands under the ratio.
  @Test(arguments: ["50 %", "{2020-01: 50 %, 2028-01: 51 %}"])
  func anAverageThatMovesByTheMixIsNoChangeOfTheTerm(_ rural: String) throws {
    var place = twoYearPlace()
    place.rules = """
      - {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: 10 CNY/person/month}
      - {id: G1, form: path, gives: poor, indicator: poor, between: step}
      - {id: P1, form: gap_payment, programme: aid, group: poor, amount: benefit, ratio: {urban: 80 %, rural: \(rural)}}
      - {id: P2, form: gap_payment, programme: aid, group: poor, amount: benefit, ratio: {2020-01: 1 %, 2028-01: 2 %}}
      """
    place.observations = place.observations.replacing("rural,2020,poor,0,", with: "rural,2020,poor,50,")
    place.observations += "\n990001,rural,2028-01,poor,1,persons,observed,report"
    let second = RunReport(try place.run().projection).budgetTables(.yuan)[1]
    let line = try #require(text(second, .en).first { $0.hasPrefix("aid") })
    let words = rural == "50 %" ? "benefit ratio and mix +" : "benefit ratio from 70.0 to 79.7 % +"
    #expect(line.contains(words), "\(line)")
  }

  /// Printed figures agree in every unit: budget less base is the change, causes and rows add up.
  @Test(arguments: MoneyUnit.allCases) func printedFiguresAddUp(_ unit: MoneyUnit) throws {
    try forAll(seed: 83, count: 12, generator: { $0.next() % 1_000_000 }) { seed in
      var place = RandomPlace(seed: seed, leaves: 2, months: 22, hasThresholds: true).place
      place.scenario += "\nlast_year: last-year.csv"
      place.files["last-year.csv"] = """
        region,programme,budget,outturn,status,source
        990000,aid,123456.78,98765.43,observed,accounts
        990001,care,1000.01,,assumed,guess
        990002,care,2000.02,1500.00,assumed,guess
        990000,posts,0,0,observed,accounts

        """
      let report = RunReport(try place.run().projection, withEffects: false)
      return report.budgetTables(unit).allSatisfy(Self.agrees)
        && report.budgetTables(unit).enumerated().allSatisfy { year, table in
          Self.units(table, "budget")?.last == Self.summary(report, year, unit)
        }
    }
  }

  /// Last year's projection is what the table of that year prints, and equal money prints equal.
  @Test(arguments: MoneyUnit.allCases) func aYearPrintsTheSameInTheNextTable(_ unit: MoneyUnit) throws {
    try forAll(seed: 84, count: 12, generator: { $0.next() % 1_000_000 }) { seed in
      var place = RandomPlace(seed: seed, leaves: 2, months: 30, hasThresholds: true).place
      place.scenario += "\nlast_year: last-year.csv"
      place.files["last-year.csv"] = """
        region,programme,budget,outturn,status,source
        990000,aid,123456.78,123456.78,observed,accounts
        990000,care,5555.55,5555.55,assumed,guess
        990000,posts,44444.44,44444.44,observed,accounts

        """
      let report = RunReport(try place.run().projection, withEffects: false)
      let family = Grouping(report.model, by: "family")
      return [nil, family].allSatisfy { grouping in
        let tables = report.budgetTables(unit, by: grouping)
        let isCarried = zip(tables, tables.dropFirst()).allSatisfy {
          Self.units($0, "budget") == Self.units($1, "last_budget")
        }
        return isCarried && tables.count > 2
          && Self.units(tables[0], "last_budget") == Self.units(tables[0], "last_outturn")
      }
    }
  }

  private static func units(_ table: Table, _ id: String) -> [Int64?]? {
    guard case .units(let values, _) = table.columns.first(where: { $0.id == id })?.values else { return nil }
    return values
  }

  private static func agrees(_ table: Table) -> Bool {
    let causes = ["persons", "standard", "ratio", "one_off", "last_year_differs"].compactMap {
      units(table, $0)
    }
    guard let change = units(table, "change"), let budget = units(table, "budget"),
      let last = units(table, "last_budget")
    else { return false }
    let outturn = units(table, "last_outturn") ?? last.map { _ in nil }
    let rows = change.indices.dropLast().allSatisfy { row in
      guard let base = outturn[row] ?? last[row], let moved = change[row], let now = budget[row] else {
        return false
      }
      return now - base == moved && causes.reduce(0) { $0 + ($1[row] ?? 0) } == moved
    }
    let columns = ([budget, change] + causes).allSatisfy { column in
      column.dropLast().reduce(0) { $0 + ($1 ?? 0) } == column.last ?? 0
    }
    return rows && columns
  }

  private static func summary(_ report: RunReport, _ year: Int, _ unit: MoneyUnit) -> Int64 {
    report.shownProgrammes.reduce(0) { $0 + (report.printed($1, year: report.years[year], unit) ?? 0) }
  }
}

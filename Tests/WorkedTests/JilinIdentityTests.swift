import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Jilin's monthly reports: persons x pay = reported spending, within half a unit of each rounded factor.
@Suite struct JilinIdentityTests {
  /// One printed row: who, how much each, how much in all.
  struct Row: CustomStringConvertible, Sendable {
    let month: String
    let area: Area
    let group: String
    let persons: Observation
    let benefit: Observation
    let spending: Observation
    /// Months that the spending covers.
    let months: Int
    var description: String { "\(month) \(area.id) \(group)" }
  }

  static let rows: [Row] = {
    let bag = DiagnosticBag()
    var table = ObservationTable()
    guard let file = SourceLoader(root: WorkedCase.root).load("scenarios/data/jilin-monthly.csv", into: bag),
      let csv = CSVReader.read(file, into: bag), let region = RegionCode("220000")
    else { return [] }
    table.add(csv, into: bag)
    var found: [Row] = []
    for month in ["2018-03", "2021-08", "2021-09", "2022-05", "2022-07"] {
      guard let period = Month(month).map({ Period.month($0) }) else { continue }
      for area in [Area.urban, .rural] {
        for group in ["dibao", "tekun"] {
          // The report of March 2018 prints the three months since January, the others the month.
          let spending = month == "2018-03" ? "\(group)_spend_ytd" : "\(group)_spend_month"
          let figures = ["\(group)_persons", "\(group)_benefit", spending].map {
            table.value($0, region: region, area: area, period: period)
          }
          guard let persons = figures[0], let benefit = figures[1], let spent = figures[2] else { continue }
          found.append(
            Row(
              month: month, area: area, group: group, persons: persons, benefit: benefit, spending: spent,
              months: month == "2018-03" ? 3 : 1))
        }
      }
    }
    return found
  }()

  @Test func allReportsAreThere() {
    #expect(Self.rows.count == 18)
  }

  /// Half a unit of the last digit printed.
  private func halfUnit(_ seen: Observation) -> Rational {
    if seen.source.contains("rounded to 100") { return Rational(50) }
    let decimals = seen.value.shortText().split(separator: ".").dropFirst().first?.count ?? 0
    return Rational(1, over: 2) / Rational(10).power(decimals)
  }

  /// Distance between product and report, and how much of it rounding can explain.
  private func distance(_ row: Row) throws -> (off: Rational, explained: Rational) {
    let paid = try Payroll.month(persons: row.persons.value, benefit: "\(row.benefit.value) CNY/person/month")
    let months = Rational(row.months)
    let tenThousand = Rational(10_000)
    let (people, pay) = (halfUnit(row.persons), halfUnit(row.benefit))
    let explained =
      months * (people * row.benefit.value + pay * row.persons.value + people * pay)
      // Spending in units of 10,000 CNY, two decimals since 2021.
      + (row.month == "2018-03" ? Rational(1, over: 2) : Rational(1, over: 200)) * tenThousand
    return (WorkedTests.distance(paid.yuan * months, row.spending.value * tenThousand), explained)
  }

  @Test(arguments: JilinIdentityTests.rows) func personsTimesPayIsSpending(_ row: Row) throws {
    let (off, explained) = try distance(row)
    guard row.description != "2018-03 urban dibao" else {
      // The one report that misses: 566,600 x 438 x 3 = 744,512,400 against 743,500,000, where rounding
      // explains 920,675. Three months' pay is set against the count of the third.
      #expect(off == Rational(1_012_400) && explained == Rational(920_675))
      return
    }
    #expect(off <= explained)
  }
}

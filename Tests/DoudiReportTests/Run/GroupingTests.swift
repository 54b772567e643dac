import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Grouped budget tables")
struct GroupingTests {
  private func report(_ book: String) throws -> RunReport {
    var place = RandomPlace(seed: 4711, leaves: 3, months: 22, hasThresholds: true).place
    place.book = book
    return RunReport(try place.run().projection, withEffects: false)
  }

  private let tasks = """
    departments: [{id: civil, name: {zh: 民政局, en: Civil affairs}}, {id: staff, name: {zh: 编办, en: Staffing}}]
    taxonomies:
      - id: tasks
        name: {zh: 任务, en: Tasks}
        classes:
          - {id: one, name: {zh: 一, en: One}, rules: [P1, P2], lead: civil}
          - {id: two, name: {zh: 二, en: Two}, programmes: [aid], lead: civil}
          - {id: three, name: {zh: 三, en: Three}, programmes: [posts], lead: staff}
      - id: targets
        name: {zh: 对象, en: Targets}
        overlap: true
        classes:
          - {id: poor, name: {zh: 穷, en: Poor}, groups: [recipients]}
          - {id: helped, name: {zh: 助, en: Helped}, programmes: [aid]}
    """

  /// Classes and what none of them claims add up to the total, in fen and as printed.
  @Test(arguments: ["programme", "family", "department", "tasks"], MoneyUnit.allCases)
  func classesAndTheRestAreTheTotal(_ by: String, _ unit: MoneyUnit) throws {
    let report = try report(tasks)
    let grouping = try #require(Grouping(report.model, by: by))
    #expect(!grouping.overlaps)
    let lines = grouping.lines + [grouping.unclaimedLine(report.model)]
    #expect(lines.flatMap { report.money(of: $0) }.reduce(0, +) == report.projection.total.fen)
    for table in report.budgetTables(unit, by: grouping) {
      guard case .units(let budget, _) = table.columns.first(where: { $0.id == "budget" })?.values else {
        Issue.record("no budget column")
        continue
      }
      #expect(budget.dropLast().reduce(0) { $0 + ($1 ?? 0) } == budget.last ?? 0)
    }
  }

  /// A class of whole programmes prints what the summary prints for them.
  @Test(arguments: ["programme", "family", "department"], MoneyUnit.allCases)
  func aClassPrintsTheSumOfItsProgrammes(_ by: String, _ unit: MoneyUnit) throws {
    for seed in UInt64(1)...8 {
      var place = RandomPlace(seed: seed * 4711, leaves: 3, months: 30, hasThresholds: true).place
      place.book = tasks
      let report = RunReport(try place.run().projection, withEffects: false)
      let grouping = try #require(Grouping(report.model, by: by))
      let table = report.groupTable(grouping, unit)
      for (row, line) in grouping.lines.enumerated() where !line.programmes.isEmpty {
        for year in report.years {
          guard case .units(let units, _) = table.columns.first(where: { $0.id == "\(year)" })?.values else {
            Issue.record("no column \(year)")
            continue
          }
          let printed = line.programmes.map { report.printed($0, year: year, unit) ?? 0 }
          #expect(units[row] == printed.reduce(0, +))
          #expect(units.dropLast().reduce(0) { $0 + ($1 ?? 0) } == units.last ?? 0)
        }
      }
    }
  }

  @Test func aDepartmentIsTheLeadOfItsClasses() throws {
    let report = try report(tasks)
    let grouping = try #require(Grouping(report.model, by: "department"))
    #expect(grouping.lines.map(\.word.id) == ["civil", "staff"])
    // The programme `care` has no class.
    let rest = Set(
      grouping.unclaimed.map { report.model.programmes[report.model.payments[$0].form.programme].id })
    #expect(rest == ["care"])
  }

  /// Classes that may overlap and do not are classes like any other.
  @Test func withoutOverlapNothingIsSaidOfIt() throws {
    let report = try report(tasks.replacing("groups: [recipients]", with: "programmes: [posts]"))
    let grouping = try #require(Grouping(report.model, by: "target"))
    #expect(!grouping.overlaps && grouping.lines.map(\.word.id) == ["poor", "helped"])
    let text = TextTableWriter(language: .en, unit: .wan).text(report.groupTable(grouping, .wan))
    #expect(text.contains("% of the total") && !text.contains("overlap"))
    #expect(report.budgetTables(.wan, by: grouping).allSatisfy { $0.columns[0].title == grouping.name })
  }

  @Test func overlapIsWarnedOfAndNothingIsHidden() throws {
    let report = try report(tasks)
    let grouping = try #require(Grouping(report.model, by: "target"))
    #expect(grouping.overlaps)
    let table = report.groupTable(grouping, .wan)
    let text = TextTableWriter(language: .en, unit: .wan).text(table)
    #expect(text.contains("Claimed by no class") && text.contains("more than once"))
    #expect(text.contains("% of the total"))
    let claimed = grouping.lines.flatMap { report.money(of: $0) }.reduce(0, +)
    let rest = report.money(of: grouping.unclaimedLine(report.model)).reduce(0, +)
    #expect(claimed + rest > report.projection.total.fen)
    // The years of a row add up as printed.
    for row in 0..<table.rowCount {
      let cells = table.columns.dropFirst().compactMap { column -> Int64? in
        guard case .units(let values, _) = column.values else { return nil }
        return values[row]
      }
      #expect(cells.dropLast().reduce(0, +) == cells.last)
    }
  }

  @Test func programmesMayNameTheirGroups() throws {
    var place = RandomPlace(seed: 4711, leaves: 1, months: 12, hasThresholds: false).place
    place.book = "departments: [{id: civil, name: {zh: 民政局, en: Civil affairs}}]"
    place.programmes[0] = ("aid", "fund, department: civil, groups: [recipients, orphans]")
    let model = try place.load()
    let targets = try #require(Grouping(model, by: "target"))
    // Programmes that name none are for those whose heads their rules multiply.
    #expect(targets.lines.map(\.word.id) == ["recipients", "orphans", "outside", "inside", "served"])
    let aid = Set(model.payments.indices.filter { model.payments[$0].form.programme == 0 })
    #expect(aid.isSubset(of: targets.lines[0].rules) && aid.isSubset(of: targets.lines[1].rules))
    let departments = try #require(Grouping(model, by: "department"))
    #expect(departments.lines.map(\.word.id) == ["civil"])
    #expect(Grouping(model, by: "task") == nil)
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits

/// The long tables of a run: one row a figure, identifiers only. JSON and CSV are made of them.
public struct LongTables {
  let report: RunReport
  let options: RunOptions

  /// The tables of a run.
  public init(_ report: RunReport, _ options: RunOptions) { (self.report, self.options) = (report, options) }

  var model: Model { report.model }
  var world: World { report.world }

  static let areaWords = Area.allCases.map { Word($0.id, Labels.area($0)) }
  static let areasByText: [Area] = [.all, .rural, .urban]
  var leafWords: [Word] { model.space.leaves.map { Word($0.code.text, $0.name) } }

  /// Months that are listed: all, or each year's last.
  var months: [Month] {
    options.step == .month
      ? model.scenario.horizon.months : report.years.map { report.lastMonth(of: $0) }
  }

  /// Standards by region, area, month and amount; at the root where all leaves agree, else by leaf.
  public func standards() -> Table {
    let amounts = model.amounts.indices.sorted {
      Self.before(model.amounts[$0].gives, model.amounts[$1].gives)
    }
    let isUniform = options.level == .root ? amounts.map(agrees) : []
    var rows = StandardColumns()
    if options.level == .root {
      for area in Self.areasByText {
        guard let cell = model.space.people.first(where: { model.space.cells[$0].area == area }) else {
          continue
        }
        let shown = zip(amounts, isUniform).filter { $0.1 }.map(\.0)
        add(cell, region: 0, shown, to: &rows)
      }
    }
    let words = (options.level == .root ? [Word(report.root.code.text, report.root.name)] : []) + leafWords
    let offset = options.level == .root ? 1 : 0
    let listed = options.level == .root ? zip(amounts, isUniform).filter { !$0.1 }.map(\.0) : amounts
    for leaf in model.space.leaves.indices where !listed.isEmpty {
      for area in Self.areasByText {
        for cell in model.space.people(inLeaf: leaf) where model.space.cells[cell].area == area {
          add(cell, region: leaf + offset, listed, to: &rows)
        }
      }
    }
    return rows.table(regions: words, months: months, amounts: model.amounts)
  }

  private func agrees(_ amount: Int) -> Bool {
    Area.allCases.allSatisfy { area in
      let cells = model.space.people.filter { model.space.cells[$0].area == area }
      return months.allSatisfy { month in
        Set(cells.map { world.amounts[amount].figure($0, month) }).count <= 1
      }
    }
  }

  private func add(_ cell: Int, region: Int, _ amounts: [Int], to rows: inout StandardColumns) {
    for (position, month) in months.enumerated() {
      for amount in amounts {
        guard let figure = world.amounts[amount].figure(cell, month) else { continue }
        rows.add(region, model.space.cells[cell].area, position, amount, figure, model.amounts[amount].unit)
      }
    }
  }

  /// Order of texts by their UTF-8 bytes.
  static func before(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  static let statusWords = Status.allCases.map { Word($0.id, Labels.status($0)) }
}

/// The columns of the table of standards while it grows.
private struct StandardColumns {
  var regions: [Int32] = []
  var areas: [Int32] = []
  var months: [Int32] = []
  var amounts: [Int32] = []
  var monthly: [Rational?] = []
  var exact: [Rational?] = []
  var status: [Int32] = []

  mutating func add(
    _ region: Int, _ area: Area, _ month: Int, _ amount: Int, _ figure: Figure, _ unit: Measure
  ) {
    regions.append(Int32(region))
    areas.append(Int32(area.rawValue))
    months.append(Int32(month))
    amounts.append(Int32(amount))
    monthly.append(figure.value)
    exact.append(Units.monthly.factor(to: unit).map { figure.value * $0 })
    status.append(Int32(figure.status.rawValue))
  }

  func table(regions words: [Word], months names: [Month], amounts rules: [AmountRule]) -> Table {
    Table(
      id: "standards", title: Labels.standards,
      columns: [
        Column("region", .words(regions, words)), Column("area", .words(areas, LongTables.areaWords)),
        Column("month", .words(months, names.map { Word("\($0)") })),
        Column("amount", .words(amounts, rules.map { Word($0.gives) })),
        Column("cny_per_month", .sixPlaces(monthly)), Column("amount_exact", .exact(exact)),
        Column("unit", .words(amounts, rules.map { Word($0.unit.text) })),
        Column("status", .words(status, LongTables.statusWords)),
      ])
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// Amount by area and year (its last month), per month and per year.
  ///
  /// Where regions differ, a line for the lowest and one for the highest stand for them all.
  public func standardsTable() -> Table {
    var rows: [StandardRow] = []
    for (position, rule) in model.amounts.enumerated() {
      for area in Area.allCases { rows += standardRows(position, rule, area) }
    }
    let names = model.amounts.map { Word($0.gives, $0.header.name) }
    let areas = Area.allCases.map { Word($0.id, Labels.area($0)) }
    let scopes = StandardRow.Scope.allCases.map { Word($0.rawValue, $0.label) }
    var columns = [
      Column("amount", Labels.amount, .words(rows.map { Int32($0.amount) }, names)),
      Column("area", Labels.areaTitle, .words(rows.map { Int32($0.area.rawValue) }, areas)),
    ]
    if rows.contains(where: { $0.scope != .everywhere }) {
      columns.append(Column("where", Labels.scope, .words(rows.map { Int32($0.scope.position) }, scopes)))
    }
    for (factor, heading) in [(1, Labels.month), (12, Labels.yearWord)] {
      for (position, year) in years.enumerated() {
        let time = lastMonth(of: year).month == 12 ? "\(year)" : "\(lastMonth(of: year))"
        let title = Bilingual(zh: "\(time)/\(heading.zh)", en: "\(time)/\(heading.en)")
        columns.append(
          Column(
            "\(year)_\(heading.en)", title,
            .sixPlaces(rows.map { $0.values[position].map { $0 * Rational(factor) } })))
      }
    }
    return Table(
      id: "standards", title: title(Labels.standards, unit: MoneyUnit.yuan.label), lead: [basisLine],
      columns: columns)
  }

  private func standardRows(_ amount: Int, _ rule: AmountRule, _ area: Area) -> [StandardRow] {
    let cells = model.space.people.filter { model.space.cells[$0].area == area }
    var low: [Rational?] = []
    var high: [Rational?] = []
    for year in years {
      let month = lastMonth(of: year)
      let found = cells.compactMap { world.amounts[amount].figure($0, month)?.value }
      low.append(found.min())
      high.append(found.max())
    }
    guard low.contains(where: { $0 != nil }) else { return [] }
    if low == high { return [StandardRow(amount: amount, area: area, scope: .everywhere, values: low)] }
    return [
      StandardRow(amount: amount, area: area, scope: .lowest, values: low),
      StandardRow(amount: amount, area: area, scope: .highest, values: high),
    ]
  }
}

/// One line of the table of standards.
private struct StandardRow {
  enum Scope: String, CaseIterable {
    case everywhere, lowest, highest

    var label: Bilingual {
      switch self {
      case .everywhere: Labels.everywhere
      case .lowest: Labels.lowest
      case .highest: Labels.highest
      }
    }
    var position: Int { Scope.allCases.firstIndex(of: self) ?? 0 }
  }

  let amount: Int
  let area: Area
  let scope: Scope
  let values: [Rational?]
}

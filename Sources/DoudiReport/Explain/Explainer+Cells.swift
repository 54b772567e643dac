import DoudiInputs
import DoudiModel
import DoudiUnits

extension Explainer {
  /// Cells the query speaks of.
  var cells: [Int] {
    let leaves = query.region.map { Set(model.space.tree.leaves(under: $0).map(\.code)) }
    return model.space.cells.indices.filter { cell in
      let place = model.space.cells[cell]
      return (leaves?.contains(place.region) ?? true) && (query.area == nil || query.area == place.area)
    }
  }

  /// Cells with people that the query speaks of: `all` means every area where a leaf has two.
  var peopleCells: [Int] {
    let people = Set(model.space.people)
    let found = cells.filter(people.contains)
    guard found.isEmpty, query.area == .all else { return found }
    return Explainer(projection, query.anyArea, unit: unit).cells.filter(people.contains)
  }

  /// Month of a standing figure: the asked one, the asked year's last, the first year's last.
  var month: Month {
    query.month ?? min(horizon.last, Month(year: query.year ?? horizon.first.year, month: 12))
  }

  /// "某区 城镇 2027-12".
  func place(_ cell: Int, _ time: String) -> Bilingual {
    let one = model.space.cells[cell]
    let (name, area) = (model.space.leaves[one.leaf].name, Labels.area(one.area))
    return Bilingual(zh: "\(name.zh) \(area.zh) \(time)", en: "\(name.en), \(area.en), \(time)")
  }

  /// Region and area columns for some cells.
  func cellColumns(_ cells: [Int]) -> [Column] {
    let places = cells.map { model.space.cells[$0] }
    let words = model.space.leaves.map { Word($0.code.text, $0.name) }
    return [
      Column("region", Labels.region, .words(places.map { Int32($0.leaf) }, words)),
      Column("area", Labels.areaTitle, .words(places.map { Int32($0.area.rawValue) }, LongTables.areaWords)),
    ]
  }

  func standard(_ amount: Int) -> Explanation {
    let rule = model.amounts[amount]
    let found = peopleCells.compactMap { cell in
      world.amounts[amount].figure(cell, month).map { (cell: cell, figure: $0) }
    }
    let largest = found.max { ($0.figure.value, -$0.cell) < ($1.figure.value, -$1.cell) }
    let columns =
      cellColumns(found.map(\.cell)) + [
        Column("cny_per_month", Labels.perMonth, .sixPlaces(found.map(\.figure.value))),
        Column("cny_per_year", Labels.perYear, .sixPlaces(found.map { $0.figure.value * Rational(12) })),
        Column("status", Labels.statusTitle, .notes(found.map { Labels.status($0.figure.status) })),
      ]
    let table = Table(
      id: "composition", title: Labels.composed(rule.header.name, "\(month)"), columns: columns)
    return Explanation(
      figure: "standard/\(rule.gives)", title: rule.header.name, tables: found.count > 1 ? [table] : [],
      traces: largest.map { [(place($0.cell, "\(month)"), projection.explainAmount(amount, $0.cell, month))] }
        ?? [])
  }

  func caseload(_ group: Int) -> Explanation {
    let history = world.groups[group]
    let cells = peopleCells
    let found = cells.filter { history.persons($0, month) != 0 }
    let largest =
      found.max { (history.persons($0, month), -$0) < (history.persons($1, month), -$1) } ?? cells.first
    let total = found.reduce(0) { $0 + history.persons($1, month) }
    let name = model.groups[group].name
    var columns = cellColumns(found)
    columns.append(Column("persons", Labels.persons, .persons(found.map { history.persons($0, month) })))
    columns.append(
      Column("households", Labels.households, .persons(found.map { history.households($0, month) ?? .nan })))
    let table = Table(
      id: "composition", title: Labels.composed(name, "\(month)"), columns: columns,
      notes: [Labels.totalIs(NumberText.persons(total))])
    return Explanation(
      figure: "caseload/\(model.groups[group].id)", title: name, tables: found.count > 1 ? [table] : [],
      traces: largest.map { [(place($0, "\(month)"), projection.explainGroup(group, $0, month))] } ?? [])
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  /// year, region, area, amount, variant, cny_per_month, cny_per_year, growth_percent, consumption_percent,
  /// income_percent, urban_rural, difference, difference_percent, status: every year's last month, leaves.
  func standardsFile() -> Table {
    var rows = StandardColumns()
    let ratios = runs.map { StandardRatios($0.report) }
    let places = runs.reduce(into: Set<Cell.Key>()) { found, run in
      found.formUnion(run.model.space.people.map { run.model.space.cells[$0].key })
    }.sorted()
    let amounts = amountWords.map(\.id)
    let positions = runs.map { run in
      amounts.map { name in run.model.amounts.firstIndex { $0.gives == name } }
    }
    for year in years {
      for place in places {
        let cells = runs.map { $0.model.space.index(region: place.region, area: place.area) }
        for (name, amount) in amounts.enumerated() {
          var base: Rational?
          for run in runs.indices {
            guard let cell = cells[run], let position = positions[run][name],
              let figure = ratios[run].monthly(position, cell, year)
            else { continue }
            if run == 0 { base = figure.value }
            rows.keys.append((year, place, amount, run))
            rows.monthly.append(figure.value)
            rows.growth.append(ratios[run].growth(position, cell, year))
            rows.consumption.append(
              ratios[run].ratio(position, cell, year, to: StandardRatios.consumption))
            rows.income.append(ratios[run].ratio(position, cell, year, to: StandardRatios.income))
            rows.urbanToRural.append(ratios[run].urbanToRural(position, cell, year))
            rows.gap.append(Self.gap(figure.value, base))
            rows.status.append(figure.status.id)
          }
        }
      }
    }
    return rows.table(letters: runs.map(\.letter))
  }
}

extension Cell {
  /// Region and area, in the order of tables.
  struct Key: Hashable, Comparable {
    let region: RegionCode
    let area: Area

    static func < (a: Key, b: Key) -> Bool { (a.region, a.area.id) < (b.region, b.area.id) }
  }

  var key: Key { Key(region: region, area: area) }
}

/// The columns of the file of standards while it grows.
private struct StandardColumns {
  var keys: [(year: Int, place: Cell.Key, amount: String, run: Int)] = []
  var monthly: [Rational?] = []
  var growth: [Rational?] = []
  var consumption: [Rational?] = []
  var income: [Rational?] = []
  var urbanToRural: [Rational?] = []
  var gap: [(value: Rational, percent: Rational?)?] = []
  var status: [String?] = []

  func table(letters: [String]) -> Table {
    Table(
      id: "compare_standards", title: Labels.standards,
      columns: [
        Column("year", .texts(keys.map { "\($0.year)" })), Column("region", .texts(keys.map(\.place.region.text))),
        Column("area", .texts(keys.map(\.place.area.id))), Column("amount", .texts(keys.map(\.amount))),
        Column("variant", .texts(keys.map { letters[$0.run] })), Column("cny_per_month", .sixPlaces(monthly)),
        Column("cny_per_year", .sixPlaces(monthly.map { $0.map { $0 * Rational(12) } })),
        Column("growth_percent", .numbers(growth)), Column("consumption_percent", .numbers(consumption)),
        Column("income_percent", .numbers(income)), Column("urban_rural", .numbers(urbanToRural)),
        Column("difference", .sixPlaces(gap.map { $0?.value })),
        Column("difference_percent", .numbers(gap.map { $0?.percent })), Column("status", .texts(status)),
      ])
  }
}

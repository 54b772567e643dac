import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  /// A row of the screen: an amount in an area, at its lowest or highest where places differ.
  struct StandardRow {
    enum Scope: String, CaseIterable { case everywhere, lowest, highest }

    let amount: Word
    let area: Area
    let scope: Scope
    let run: Int
    let monthly: Rational?
    let growth: Rational?
    let consumption: Rational?
    let income: Rational?
    let urbanToRural: Rational?
  }

  /// Identifiers of all amounts in the order of the books, with their names.
  var amountWords: [Word] {
    runs.reduce(into: []) { found, run in
      for rule in run.model.amounts where !found.contains(where: { $0.id == rule.gives }) {
        found.append(Word(rule.gives, rule.header.name))
      }
    }
  }

  /// Standards of the year's last month, a row a run, for the amounts that differ (all where none does).
  func standardsTable() -> Table {
    let ratios = runs.map { StandardRatios($0.report) }
    let all = amountWords.map { word in Area.allCases.flatMap { standardRows(word, $0, ratios, year: year) } }
    let differing = all.filter { rows in rows.contains { $0.monthly != base(of: $0, in: rows)?.monthly } }
    // What is the same in every run takes one row.
    let rows = (differing.isEmpty ? all : differing).flatMap { $0 }.filter { row in
      row.run == 0 || !isSame(row.amount.id, row.area, in: all)
    }
    let letters = runs.map { Word($0.letter) } + [Word("all", Labels.everyVariant)]
    let named = rows.map { isSame($0.amount.id, $0.area, in: all) ? runs.count : $0.run }
    let gaps = rows.map { row in Self.gap(row.monthly, base(of: row, in: rows)?.monthly) }
    var columns = [
      Column("amount", Labels.amount, .words(rows.indices.map { Int32($0) }, rows.map(\.amount)), width: 36),
      Column(
        "area", Labels.areaTitle,
        .words(rows.indices.map { Int32($0) }, rows.map { Word($0.area.id, Labels.area($0.area)) })),
    ]
    if rows.contains(where: { $0.scope != .everywhere }) {
      let words = rows.map { Word($0.scope.rawValue, Labels.compareScope($0.scope)) }
      columns.append(Column("where", Labels.scope, .words(rows.indices.map { Int32($0) }, words)))
    }
    columns += [
      Column("variant", Labels.variant, .words(named.map { Int32($0) }, letters)),
      Column("month", Labels.perMonth, .sixPlaces(rows.map(\.monthly))),
      Column("year", Labels.perYear, .sixPlaces(rows.map { $0.monthly.map { $0 * Rational(12) } })),
      Column("growth", Labels.growth, .sixPlaces(rows.map(\.growth))),
      Column("consumption", Labels.ofConsumption(year - 1), .sixPlaces(rows.map(\.consumption))),
      Column("income", Labels.ofIncome(year - 1), .sixPlaces(rows.map(\.income))),
      Column("urban_rural", Labels.urbanToRural, .sixPlaces(rows.map(\.urbanToRural))),
      Column("difference", Labels.onA, .sixPlaces(zip(rows, gaps).map { $0.run == 0 ? nil : $1?.value })),
      Column(
        "difference_percent", Labels.onAPercent,
        .sixPlaces(zip(rows, gaps).map { $0.run == 0 ? nil : $1?.percent })),
    ]
    var table = Table(
      id: "compare_standards", title: title(Labels.standards, unit: MoneyUnit.yuan.label), columns: columns)
    if rows.contains(where: { $0.scope != .everywhere }) { table.notes = [Labels.ofRegions] }
    if differing.isEmpty {
      table.notes.append(Labels.noDifference)
    } else if differing.count < all.filter({ !$0.isEmpty }).count {
      table.notes.append(Labels.otherAmounts)
    }
    return table
  }

  /// True where every run has the same figures of an amount in an area.
  private func isSame(_ amount: String, _ area: Area, in all: [[StandardRow]]) -> Bool {
    let rows = all.flatMap { $0 }.filter { $0.amount.id == amount && $0.area == area }
    let places = runs.indices.map { run in
      rows.filter { $0.run == run }.map {
        [$0.monthly, $0.growth, $0.consumption, $0.income, $0.urbanToRural]
      }
    }
    return Set(places).count == 1
  }

  private func base(of row: StandardRow, in rows: [StandardRow]) -> StandardRow? {
    rows.first {
      $0.run == 0 && $0.amount.id == row.amount.id && $0.area == row.area && $0.scope == row.scope
    }
  }

  static func gap(_ value: Rational?, _ base: Rational?) -> (value: Rational, percent: Rational?)? {
    guard let value, let base else { return nil }
    return (value - base, base == .zero ? nil : (value / base - .one) * Rational(100))
  }

  /// Figures of an amount in an area at a year's end, by run: one where all places agree, else lowest and highest.
  func standardRows(
    _ word: Word, _ area: Area, _ ratios: [StandardRatios], year: Int
  ) -> [StandardRow] {
    let cells = runs.indices.map { run -> (amount: Int, cells: [Int]) in
      let model = runs[run].model
      guard let amount = model.amounts.firstIndex(where: { $0.gives == word.id }) else { return (0, []) }
      let found = model.space.people.filter {
        model.space.cells[$0].area == area && ratios[run].monthly(amount, $0, year) != nil
      }
      return (amount, found)
    }
    guard cells.contains(where: { !$0.cells.isEmpty }) else { return [] }
    let isUniform = runs.indices.allSatisfy { run in
      Set(cells[run].cells.map { ratios[run].monthly(cells[run].amount, $0, year)?.value }).count <= 1
    }
    let scopes: [StandardRow.Scope] = isUniform ? [.everywhere] : [.lowest, .highest]
    return scopes.flatMap { scope in
      runs.indices.compactMap { row(word, area, scope, $0, cells[$0], ratios[$0], year: year) }
    }
  }

  private func row(
    _ word: Word, _ area: Area, _ scope: StandardRow.Scope, _ run: Int, _ place: (amount: Int, cells: [Int]),
    _ ratios: StandardRatios, year: Int
  ) -> StandardRow? {
    let (amount, all) = place
    let values = all.map { ratios.monthly(amount, $0, year)?.value ?? .zero }
    guard let lowest = values.min(), let highest = values.max() else { return nil }
    let bound = scope == .highest ? highest : lowest
    let cells = zip(all, values).filter { $0.1 == bound }.map(\.0)
    // One figure for several cells only where they agree.
    func common(_ figure: (Int) -> Rational?) -> Rational? {
      let found = Set(cells.map(figure))
      return found.count == 1 ? found.first ?? nil : nil
    }
    return StandardRow(
      amount: word, area: area, scope: scope, run: run, monthly: bound,
      growth: common { ratios.growth(amount, $0, year) },
      consumption: common { ratios.ratio(amount, $0, year, to: StandardRatios.consumption) },
      income: common { ratios.ratio(amount, $0, year, to: StandardRatios.income) },
      urbanToRural: area == .rural ? common { ratios.urbanToRural(amount, $0, year) } : nil)
  }
}

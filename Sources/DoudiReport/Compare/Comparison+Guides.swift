import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  private static let guidesShown = 20

  /// A standard beside the one that an authority above sets: the figures of a year's last month.
  struct GuideRow {
    let year: Int
    let cell: Cell.Key
    let amount: Word
    let run: Int
    let guide: GuideStandard
    let monthly: Rational?

    /// The standard above the guide.
    var gap: Rational? { monthly.map { $0 - guide.figure.value } }
    /// The standard over the guide, %.
    var ratio: Rational? { monthly.map { $0 / guide.figure.value * Rational(100) } }
  }

  /// Guide standards of every amount, place and run in a year, in the order of the books.
  func guideRows(_ year: Int) -> [GuideRow] {
    amountWords.flatMap { word in
      guideCells.flatMap { cell in runs.indices.compactMap { guideRow(year, word, cell, $0) } }
    }
  }

  private var guideCells: [Cell.Key] {
    runs.reduce(into: Set<Cell.Key>()) { found, run in
      found.formUnion(run.model.space.people.map { run.model.space.cells[$0].key })
    }.sorted()
  }

  private func guideRow(_ year: Int, _ word: Word, _ key: Cell.Key, _ run: Int) -> GuideRow? {
    let report = runs[run].report
    guard report.years.contains(year),
      let amount = report.model.amounts.firstIndex(where: { $0.gives == word.id }),
      let cell = report.model.space.index(region: key.region, area: key.area)
    else { return nil }
    let month = report.lastMonth(of: year)
    guard case .given(let guide) = report.projection.guide(amount, cell, month) else { return nil }
    let monthly = report.world.amounts[amount].figure(cell, month)?.value
    return GuideRow(year: year, cell: key, amount: word, run: run, guide: guide, monthly: monthly)
  }

  /// Standards of the year beside the guide, a row a run: once where every place has the same. nil where nothing
  /// gives a guide.
  func guidesTable() -> Table? {
    let all = guideRows(year)
    guard !all.isEmpty else { return nil }
    let moved = differingGroups(all)
    let some = all.filter { moved.contains(NeighbourGroup($0.amount.id, $0.cell.area)) }
    let (rows, isByPlace) = merged(some.isEmpty ? all : some)
    let shown = Array(rows.prefix(Self.guidesShown))
    let letters = runs.map { Word($0.letter) }
    func words(_ word: (GuideRow) -> Word) -> Values {
      .words(shown.indices.map { Int32($0) }, shown.map(word))
    }
    var columns = [
      Column("amount", Labels.amount, words(\.amount), width: 36),
      Column("area", Labels.areaTitle, words { Word($0.cell.area.id, Labels.area($0.cell.area)) }),
    ]
    if isByPlace {
      columns.append(
        Column("region", Labels.region, .notes(shown.map { regionName($0.cell.region) }), width: 20))
    }
    columns += [
      Column("variant", Labels.variant, .words(shown.map { Int32($0.run) }, letters)),
      Column("guide", Labels.guideMonth, .sixPlaces(shown.map(\.guide.figure.value))),
      Column("of_year", Labels.guideYear, .notes(shown.map { Labels.guideTime($0.guide) }), width: 20),
      Column("month", Labels.ownMonth, .sixPlaces(shown.map(\.monthly))),
      Column("difference", Labels.overGuide, .sixPlaces(shown.map(\.gap))),
      Column("ratio", Labels.ofGuide, .sixPlaces(shown.map(\.ratio))),
      Column(
        "status", Labels.dataStatus,
        words { Word($0.guide.figure.status.id, Labels.status($0.guide.figure.status)) }),
      Column("source", Labels.guideSource, .notes(shown.map { Labels.guideOrigin($0.guide) }), width: 44),
    ]
    var table = Table(
      id: "compare_guidelines", title: title(Labels.guideStandards, unit: MoneyUnit.yuan.label),
      columns: columns)
    if rows.count > shown.count {
      table.notes.append(Labels.rowsShown(shown.count, rows.count, "compare_guidelines.csv"))
    }
    if some.isEmpty { table.notes.append(Labels.guideOfOthers) }
    return table
  }

  /// One row an amount, area and run where all places agree.
  private func merged(_ rows: [GuideRow]) -> (rows: [GuideRow], isByPlace: Bool) {
    struct Group: Hashable {
      let amount: String
      let area: Area
      let run: Int
    }
    var seen: [Group: GuideRow] = [:]
    var firsts: [GuideRow] = []
    for row in rows {
      let group = Group(amount: row.amount.id, area: row.cell.area, run: row.run)
      guard let first = seen[group] else {
        seen[group] = row
        firsts.append(row)
        continue
      }
      if first.guide != row.guide || first.monthly != row.monthly { return (rows, guideCells.count > 1) }
    }
    let order = Dictionary(amountWords.enumerated().map { ($1.id, $0) }) { first, _ in first }
    firsts.sort {
      (order[$0.amount.id] ?? 0, $0.cell.area, $0.run) < (order[$1.amount.id] ?? 0, $1.cell.area, $1.run)
    }
    return (firsts, false)
  }

  /// Amounts and areas of which some place has another standard in another run.
  private func differingGroups(_ rows: [GuideRow]) -> Set<NeighbourGroup> {
    let byPlace = Dictionary(grouping: rows) { "\($0.amount.id) \($0.cell.area) \($0.cell.region)" }
    return Set(
      byPlace.values.filter { Set($0.map(\.monthly)).count > 1 }.flatMap { $0 }
        .map { NeighbourGroup($0.amount.id, $0.cell.area) })
  }

  /// What no guide is known of, among the amounts that differ: where the rule has room for one, and where not. An
  /// amount that follows another needs none of its own.
  var amountsWithoutGuide: (open: [Bilingual], absent: [Bilingual]) {
    var (open, absent): ([Bilingual], [Bilingual]) = ([], [])
    let report = runs[0].report
    guard report.years.contains(year) else { return ([], []) }
    let month = report.lastMonth(of: year)
    for amount in movedAmounts {
      let readings = Set(report.model.space.people.map { report.projection.guide(amount, $0, month).kind })
      let name = report.model.amounts[amount].header.name
      if readings.contains(.given) { continue }
      if readings.contains(.notGiven) {
        open.append(name)
      } else if !follows(amount, movedAmounts) {
        absent.append(name)
      }
    }
    return (open, absent)
  }

  /// One line each for where the rules have room for a guide that the data lack, and for what has none.
  var guideWords: [Bilingual] {
    guard !movedAmounts.isEmpty else { return [] }
    let (open, absent) = amountsWithoutGuide
    return (open.isEmpty ? [] : [Labels.guideOpen(open)])
      + (absent.isEmpty ? [] : [Labels.guideAbsent(absent)])
  }

  /// year, region, area, amount, variant, guideline, guideline_year, published, standard, difference, ratio_percent,
  /// status, source: every year's last month, leaves.
  func guidesFile() -> Table? {
    let rows = years.flatMap(guideRows)
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "compare_guidelines", title: Labels.guideStandards,
      columns: [
        Column("year", .texts(rows.map { "\($0.year)" })),
        Column("region", .texts(rows.map(\.cell.region.text))),
        Column("area", .texts(rows.map(\.cell.area.id))), Column("amount", .texts(rows.map(\.amount.id))),
        Column("variant", .texts(rows.map { runs[$0.run].letter })),
        Column("guideline", .sixPlaces(rows.map(\.guide.figure.value))),
        Column("guideline_year", .texts(rows.map { "\($0.guide.year)" })),
        Column("published", .texts(rows.map { $0.guide.published.map { "\($0)" } })),
        Column("standard", .sixPlaces(rows.map(\.monthly))),
        Column("difference", .sixPlaces(rows.map(\.gap))),
        Column("ratio_percent", .numbers(rows.map(\.ratio))),
        Column("status", .texts(rows.map(\.guide.figure.status.id))),
        Column("source", .texts(rows.map { $0.guide.source?.en })),
      ])
  }
}

extension GuideStandard.Reading {
  /// What it is, without its figure.
  enum Kind { case none, notGiven, given }

  var kind: Kind {
    switch self {
    case .none: .none
    case .notGiven: .notGiven
    case .given: .given
    }
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  /// Own and neighbours' standards of the amounts that differ (all where none does), the highest first, with rank
  /// and ratio for each run; nil where no neighbour has a figure.
  func neighboursTable() -> Table? {
    let all = neighbourRows(year)
    guard !all.isEmpty else { return nil }
    let moved = movedGroups(all)
    let rows = moved.isEmpty ? all : all.filter { moved.contains(NeighbourGroup($0)) }
    var table = Table(
      id: "compare_neighbours", title: title(Labels.neighbourStandards, unit: MoneyUnit.yuan.label),
      columns: placeColumns(rows) + standingColumns(rows) + [
        Column(
          "status", Labels.dataStatus,
          .notes(rows.map { $0.seen.map { Labels.status($0.status) } ?? Labels.ofThisRun })),
        Column("source", Labels.guideSource, .texts(rows.map { $0.seen?.source }), width: 44),
      ], notes: [Labels.neighbourNote])
    if rows.count < all.count { table.notes.append(Labels.otherNeighbours) }
    return table
  }

  /// Which standard it is, whose, of when, how high.
  private func placeColumns(_ rows: [NeighbourRow]) -> [Column] {
    func words(_ word: (NeighbourRow) -> Word) -> Values {
      .words(rows.indices.map { Int32($0) }, rows.map(word))
    }
    var columns = [
      Column("amount", Labels.amount, words(\.amount), width: 36),
      Column("area", Labels.areaTitle, words { Word($0.area.id, Labels.area($0.area)) }),
    ]
    if rows.contains(where: { $0.scope != .everywhere }) {
      columns.append(
        Column("where", Labels.scope, words { Word($0.scope.rawValue, Labels.compareScope($0.scope)) }))
    }
    return columns + [
      Column("place", Labels.neighbourPlace, .notes(rows.map { placeName($0) }), width: 30),
      Column("variant", Labels.variant, .texts(rows.map { $0.run.map { runs[$0].letter } })),
      Column("period", Labels.neighbourYear, .texts(rows.map { period($0, year) })),
      Column("month", Labels.perMonth, .sixPlaces(rows.map(\.monthly))),
    ]
  }

  /// Rank among the neighbours and ratio to the own standard, run by run.
  private func standingColumns(_ rows: [NeighbourRow]) -> [Column] {
    let ranks = runs.indices.map { run in
      Column(
        "rank_\(runs[run].letter)", Labels.rankIn(runs[run].letter),
        .numbers(rows.map { $0.ranks[run].map { Rational($0) } }))
    }
    let ratios = runs.indices.map { run in
      Column(
        "ratio_\(runs[run].letter)", Labels.ratioTo(runs[run].letter),
        .sixPlaces(rows.map { $0.ratios[run] }))
    }
    return ranks + ratios
  }

  /// The one line where no neighbour has a figure.
  var neighbourWords: [Bilingual] {
    movedAmounts.isEmpty || !neighbourRows(year).isEmpty ? [] : [Labels.noNeighbours]
  }

  /// year, amount, area, where, variant, neighbour, name_zh, name_en, period, cny_per_month, rank, ratio_percent,
  /// status, source: every year, own standards and neighbours', each against each variant.
  func neighboursFile() -> Table? {
    let found = years.flatMap { year in neighbourRows(year).map { (year: year, row: $0) } }
    guard !found.isEmpty else { return nil }
    let rows = found.flatMap { one in
      runs.indices.compactMap { run in
        one.row.ranks[run].map { (year: one.year, row: one.row, run: run, rank: $0) }
      }
    }
    return Table(
      id: "compare_neighbours", title: Labels.neighbourStandards,
      columns: [
        Column("year", .texts(rows.map { "\($0.year)" })),
        Column("amount", .texts(rows.map(\.row.amount.id))), Column("area", .texts(rows.map(\.row.area.id))),
        Column("where", .texts(rows.map(\.row.scope.rawValue))),
        Column("variant", .texts(rows.map { runs[$0.run].letter })),
        Column("neighbour", .texts(rows.map { $0.row.place?.code.text })),
        Column("name_zh", .texts(rows.map { placeName($0.row).zh })),
        Column("name_en", .texts(rows.map { placeName($0.row).en })),
        Column("period", .texts(rows.map { period($0.row, $0.year) })),
        Column("cny_per_month", .sixPlaces(rows.map(\.row.monthly))),
        Column("rank", .texts(rows.map { "\($0.rank)" })),
        Column("ratio_percent", .numbers(rows.map { $0.row.ratios[$0.run] })),
        Column("status", .texts(rows.map { $0.row.seen?.status.id })),
        Column("source", .texts(rows.map { $0.row.seen?.source })),
      ])
  }

  /// Amount and area of rows.
  struct NeighbourGroup: Hashable {
    let amount: String
    let area: Area

    init(_ amount: String, _ area: Area) { (self.amount, self.area) = (amount, area) }
    init(_ row: NeighbourRow) { self.init(row.amount.id, row.area) }
  }

  private func movedGroups(_ rows: [NeighbourRow]) -> Set<NeighbourGroup> {
    var figures: [NeighbourGroup: [StandardRow.Scope: Set<Rational>]] = [:]
    for row in rows where row.run != nil {
      figures[NeighbourGroup(row), default: [:]][row.scope, default: []].insert(row.monthly)
    }
    return Set(figures.filter { $0.value.values.contains { $0.count > 1 } }.map(\.key))
  }

  private func placeName(_ row: NeighbourRow) -> Bilingual {
    row.place?.name ?? runs[row.run ?? 0].report.root.name
  }

  private func period(_ row: NeighbourRow, _ year: Int) -> String {
    row.seen.map { "\($0.period)" } ?? "\(year)"
  }
}

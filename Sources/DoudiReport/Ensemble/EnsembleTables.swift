import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

extension EnsembleReport {
  /// For files and JSON: the fan and the probabilities.
  public func fileTables() -> [Table] { [fan(), probabilities()] }

  /// region, year, output, unit, central, mean, sd, p05...p95, se05...se95, failed.
  func fan() -> Table {
    let rows = outcomes
    func quantile(_ place: Int) -> [Double] { rows.map { $0.quantiles[place] } }
    func error(_ place: Int) -> [Double] { rows.map { $0.errors.isEmpty ? .nan : $0.errors[place] } }
    let levels = Outcome.levels.enumerated().map { place, level in
      Column(Self.name("p", level), .persons(quantile(place)))
    }
    let errors = Outcome.levels.enumerated().map { place, level in
      Column(Self.name("se", level), .persons(error(place)))
    }
    return Table(
      id: "fan", title: Labels.fan,
      columns: [
        Column("region", .texts(rows.map(\.region))),
        Column("year", .texts(rows.map { "\($0.output.year)" })),
        Column("output", .texts(rows.map(\.output.name))),
        Column("unit", .texts(rows.map(\.output.unit.text))),
        Column("central", .persons(rows.map { central($0) ?? .nan })),
        Column("mean", .persons(rows.map { $0.mean ?? .nan })),
        Column("sd", .persons(rows.map { $0.deviation ?? .nan })),
      ] + levels + errors + [Column("failed", .numbers(rows.map { Rational($0.failed) }))])
  }

  private static func name(_ prefix: String, _ level: Double) -> String {
    let percent = Int((level * 100).rounded())
    return prefix + (percent < 10 ? "0\(percent)" : "\(percent)")
  }

  /// kind (limit, refill, ceiling), id, region, year, bound, probability that it is missed, or needed.
  func probabilities() -> Table {
    var rows: [(kind: String, id: String, region: String, year: Int, bound: Double, share: Double)] = []
    for one in outcomes {
      guard let share = one.below ?? one.above else { continue }
      // "slack.RULE", "refill.RULE"
      let id = one.output.name.drop { $0 != "." }.dropFirst()
      let kind = one.below == nil ? "refill" : "limit"
      rows.append((kind, String(id), one.region, one.output.year, .nan, share))
    }
    for (ceiling, share) in ceilings {
      rows.append(
        ("ceiling", ceiling.output, ceiling.region, ceiling.year, ceiling.cny, share ?? .nan))
    }
    return Table(
      id: "probabilities", title: Labels.probabilities,
      columns: [
        Column("kind", .texts(rows.map(\.kind))), Column("id", .texts(rows.map(\.id))),
        Column("region", .texts(rows.map(\.region))), Column("year", .texts(rows.map { "\($0.year)" })),
        Column("bound", .persons(rows.map(\.bound))), Column("probability", .persons(rows.map(\.share))),
      ])
  }

  /// For a terminal: all money of the whole by year, its programmes, its regions, what may be missed.
  public func screenTables(_ unit: MoneyUnit) -> [Table] {
    let root = nodes.names[nodes.root]
    let whole = outcomes.filter { $0.region == root }
    let total = whole.filter { $0.output.kind == .total }
    let last = total.last?.output.year ?? 0
    let programmes = whole.filter {
      if case .programme = $0.output.kind { $0.output.year == last } else { false }
    }
    let paying = programmes.filter { isPaid($0, unit) }
    guard !total.isEmpty else { return [results(whole)] + [chances()].compactMap { $0 } }
    let regions = outcomes.filter { $0.output.kind == .total && $0.output.year == last && $0.region != root }
    var tables = [
      money(
        "fan_total", Labels.fan, Labels.yearHeading, total.map { Word("\($0.output.year)") }, total, unit,
        notes: designNotes()),
      money(
        "fan_programmes", Labels.fanByProgramme(last), Labels.programme,
        paying.map { Word($0.output.name, name($0.output)) }, paying, unit,
        notes: paying.count < programmes.count ? [Labels.nothingPaid(programmes.count - paying.count)] : []),
    ]
    if regions.count > 1 {
      let shown = Array(regions.prefix(40))
      tables.append(
        money(
          "fan_regions", Labels.fanByRegion(last), Labels.region, shown.map { word($0.region) }, shown, unit,
          notes: regions.count > shown.count ? [Labels.moreRegions(regions.count)] : []))
    }
    if let chances = chances() { tables.append(chances) }
    return tables
  }

  /// True where a figure of the row is shown as something other than 0.00.
  private func isPaid(_ row: Outcome, _ unit: MoneyUnit) -> Bool {
    ([central(row) ?? 0] + row.quantiles).contains { abs($0 * 100 / Double(unit.quantum)) >= 0.5 }
  }

  private func money(
    _ id: String, _ name: Bilingual, _ head: Bilingual, _ words: [Word], _ rows: [Outcome],
    _ unit: MoneyUnit, notes: [Bilingual] = []
  ) -> Table {
    func column(_ id: String, _ title: Bilingual, _ value: (Outcome) -> Double?) -> Column {
      let units = rows.map { row in
        value(row).flatMap { Int64(exactly: ($0 * 100 / Double(unit.quantum)).rounded()) }
      }
      return Column(id, title, .units(units, places: unit.places))
    }
    var table = Table(
      id: id, title: card.heading.title(name, unit: unit.label), lead: card.heading.lead,
      columns: [
        Column("name", head, .words(words.indices.map { Int32($0) }, words), width: Column.names),
        column("central", Labels.centralRun, central), column("low", Labels.low) { $0.quantiles[1] },
        column("middle", Labels.middle) { $0.quantiles[3] }, column("high", Labels.high) { $0.quantiles[5] },
        column("p95", Labels.veryHigh) { $0.quantiles[6] },
      ])
    table.notes = notes
    return table
  }

  /// Of a yearly scenario: the whole's results of the last year, in their own unit.
  private func results(_ whole: [Outcome]) -> Table {
    let last = whole.last?.output.year ?? 0
    let rows = whole.filter { $0.output.year == last && $0.output.parent == .sum }
    func column(_ id: String, _ title: Bilingual, _ value: (Outcome) -> Double?) -> Column {
      Column(id, title, .reals(rows.map { value($0) ?? .nan }, places: 2))
    }
    var table = Table(
      id: "fan_results", title: card.heading.title(Labels.fanOfResults(last), unit: nil),
      lead: card.heading.lead,
      columns: [
        Column("name", Labels.replayOutput, .texts(rows.map(\.output.name))),
        column("central", Labels.centralRun, central), column("low", Labels.low) { $0.quantiles[1] },
        column("middle", Labels.middle) { $0.quantiles[3] }, column("high", Labels.high) { $0.quantiles[5] },
        column("p95", Labels.veryHigh) { $0.quantiles[6] },
      ])
    table.notes = designNotes()
    return table
  }

  private func designNotes() -> [Bilingual] {
    var notes = [Labels.ensembleDesign(design)]
    if isSketched { notes.append(Labels.sketched) }
    let failed = outcomes.filter { $0.output.parent == .sum }.map(\.failed).max() ?? 0
    if failed > 0 { notes.append(Labels.failedDraws(failed, design.draws)) }
    let total = outcomes.filter { $0.region == nodes.names[nodes.root] && $0.output.kind == .total }
    if let last = total.last, !last.errors.isEmpty, last.quantiles[3] != 0 {
      notes.append(Labels.quantileError(last.errors[5] / abs(last.quantiles[3]) * 100))
    }
    return notes
  }

  /// Ceilings, limits that some draws break, and reserves that must be filled up, in this order.
  private func chances() -> Table? {
    var rows: [(rank: Int, name: Word, region: Word, year: Int, share: Double)] = ceilings.compactMap {
      one, share in
      share.map { (0, Word(one.output, Labels.ceilingOf(one.output)), word(one.region), one.year, $0) }
    }
    for one in outcomes {
      guard let share = one.below ?? one.above, share > 0 else { continue }
      let id = String(one.output.name.split(separator: ".", maxSplits: 1).last ?? "")
      let (rank, name) = one.below == nil ? (2, Labels.refill(name(one.output))) : (1, name(one.output))
      let word = Word(id, Bilingual(zh: "\(id) \(name.zh)", en: "\(id) \(name.en)"))
      rows.append((rank, word, self.word(one.region), one.output.year, share))
    }
    guard !rows.isEmpty else { return nil }
    let shown = Array(rows.sorted { ($0.rank, -$0.share) < ($1.rank, -$1.share) }.prefix(40))
    return Table(
      id: "chances", title: card.heading.title(Labels.probabilities, unit: nil), lead: [],
      columns: [
        Column(
          "name", Labels.limitOrCeiling, .words(shown.indices.map { Int32($0) }, shown.map(\.name)),
          width: Column.names),
        Column("region", Labels.region, .words(shown.indices.map { Int32($0) }, shown.map(\.region))),
        Column("year", Labels.yearHeading, .texts(shown.map { "\($0.year)" })),
        Column("probability", Labels.chanceOfMissing, .reals(shown.map { $0.share * 100 }, places: 1)),
      ])
  }
}

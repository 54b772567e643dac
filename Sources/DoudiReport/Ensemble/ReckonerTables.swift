public import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

/// The ready reckoner as tables.
public struct ReckonerReport {
  private let run: RunReport
  private let reckoner: ReadyReckoner
  private let costs: [ReadyReckoner.Cost]

  /// Works out all costs.
  /// - Throws: where the arithmetic cannot be run.
  public init(_ run: RunReport, _ reckoner: ReadyReckoner) throws {
    (self.run, self.reckoner, costs) = (run, reckoner, try reckoner.costs())
  }

  /// lever, kind, step, step_unit, region, year, output, part, change, unit.
  public func fileTable() -> Table {
    let levers = costs.map { reckoner.levers[$0.lever] }
    return Table(
      id: "reckoner", title: Labels.reckoner,
      columns: [
        Column("lever", .texts(levers.map(\.input.name))),
        Column("kind", .texts(levers.map(\.kind.rawValue))),
        Column("step", .persons(levers.map(\.step))),
        Column("effect", .texts(levers.map(\.input.effect.rawValue))),
        Column("step_unit", .texts(levers.map(\.unit.text))), Column("region", .texts(costs.map(\.region))),
        Column("year", .texts(costs.map { "\($0.output.year)" })),
        Column("output", .texts(costs.map(\.output.name))),
        Column("part", .texts(costs.map(\.part.rawValue))), Column("change", .persons(costs.map(\.change))),
        Column("unit", .texts(costs.map(\.output.unit.text))),
      ])
  }

  /// For a terminal: the cost of each lever in all, by year; for amounts the parts of the last year.
  public func screenTables(_ unit: MoneyUnit, root: String) -> [Table] {
    let total = costs.filter { $0.region == root && $0.output.kind == .total }
    let moved = reckoner.levers.indices.filter { lever in total.contains { $0.lever == lever } }
    var columns = [
      Column("lever", Labels.lever, .words(moved.indices.map { Int32($0) }, moved.map(word))),
      Column(
        "step", Labels.oneUnit,
        .words(moved.indices.map { Int32($0) }, moved.map { stepWord(reckoner.levers[$0]) })),
    ]
    for year in run.years {
      columns.append(
        Column(
          "\(year)", run.heading(ofYear: year),
          .units(
            moved.map { lever in
              units(total.first { $0.lever == lever && $0.output.year == year }?.change ?? 0, unit)
            }, places: unit.places)))
    }
    var table = Table(
      id: "reckoner", title: run.title(Labels.reckoner, unit: unit.label), lead: [run.basisLine],
      columns: columns)
    table.notes = [Labels.reckonerNote]
    return [table] + [partsTable(unit, root), regionsTable(unit, root)].compactMap { $0 }
  }

  private func partsTable(_ unit: MoneyUnit, _ root: String) -> Table? {
    let last = run.years.last ?? 0
    let levers = reckoner.levers.indices.filter { reckoner.levers[$0].kind == .amount }
    func sum(_ lever: Int, _ part: ReadyReckoner.Part) -> Double {
      costs.filter {
        $0.lever == lever && $0.region == root && $0.output.year == last && $0.part == part
          && $0.output.kind != .total
      }.reduce(0) { $0 + $1.change }
    }
    let shown = levers.filter { sum($0, .existing) != 0 || sum($0, .multiples) != 0 }
    guard !shown.isEmpty else { return nil }
    func column(_ part: ReadyReckoner.Part, _ title: Bilingual) -> Column {
      Column(part.rawValue, title, .units(shown.map { units(sum($0, part), unit) }, places: unit.places))
    }
    return Table(
      id: "reckoner_parts", title: run.title(Labels.reckonerParts(last), unit: unit.label),
      columns: [
        Column("lever", Labels.lever, .words(shown.indices.map { Int32($0) }, shown.map(word))),
        column(.existing, Labels.existing), column(.multiples, Labels.multiples),
        column(.entrants, Labels.entrants),
      ])
  }

  private func units(_ cny: Double, _ unit: MoneyUnit) -> Int64? {
    Int64(exactly: (cny * 100 / Double(unit.quantum)).rounded())
  }

  private func word(_ lever: Int) -> Word {
    let one = reckoner.levers[lever]
    guard one.name.en != one.input.name else { return Word(one.input.name) }
    return Word(
      one.input.name,
      Bilingual(zh: "\(one.input.name) \(one.name.zh)", en: "\(one.input.name) \(one.name.en)"))
  }

  private func stepWord(_ lever: Lever) -> Word {
    let number = NumberText.real(lever.step, places: [.multiple, .other].contains(lever.kind) ? 1 : 0)
    guard lever.input.effect != .multiply else { return Word("x \(number)") }
    return Word(lever.input.name, Labels.step(number, lever.unit))
  }

  /// Regions by the levers that move most money: the rows of a heat map.
  private func regionsTable(_ unit: MoneyUnit, _ root: String) -> Table? {
    let last = run.years.last ?? 0
    let total = costs.filter { $0.output.kind == .total && $0.output.year == last }
    let regions = run.model.space.leaves.map(\.code.text).prefix(Self.shownRegions)
    guard regions.count > 1 else { return nil }
    let strongest = total.filter { $0.region == root }.sorted { abs($0.change) > abs($1.change) }
    let columns = strongest.prefix(Self.shownLevers).map { found in
      let changes = Dictionary(
        total.filter { $0.lever == found.lever }.map { ($0.region, $0.change) }, uniquingKeysWith: +)
      let lever = reckoner.levers[found.lever]
      return Column(
        lever.input.name, Bilingual(zh: lever.input.name, en: lever.input.name),
        .units(regions.map { units(changes[$0] ?? 0, unit) }, places: unit.places))
    }
    let words = regions.map { Word($0, run.name(region: $0)) }
    var table = Table(
      id: "reckoner_regions", title: run.title(Labels.reckonerRegions(last), unit: unit.label),
      columns: [Column("region", Labels.region, .words(words.indices.map { Int32($0) }, words))] + columns)
    if run.model.space.leaves.count > regions.count {
      table.notes = [Labels.moreRows(run.model.space.leaves.count, "reckoner.csv")]
    }
    return table
  }

  private static let shownRegions = 40
  private static let shownLevers = 5
}

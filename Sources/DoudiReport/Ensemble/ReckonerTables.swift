public import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

/// The ready reckoner as tables.
public struct ReckonerReport {
  private let central: any CentralFigures
  private let reckoner: ReadyReckoner
  private let costs: [ReadyReckoner.Cost]
  private let headline: String

  /// Works out all costs.
  /// - Parameters:
  ///   - central: the run that one unit is added to.
  ///   - reckoner: the levers.
  ///   - headline: name of the output that a terminal shows.
  /// - Throws: where the arithmetic cannot be run.
  public init(_ central: any CentralFigures, _ reckoner: ReadyReckoner, headline: String = "total") throws {
    (self.central, self.reckoner, self.headline) = (central, reckoner, headline)
    costs = try reckoner.costs()
  }

  private var nodes: EnsembleNodes { reckoner.nodes }
  private var root: String { nodes.names[nodes.root] }
  private var last: Int { central.years.last ?? 0 }
  private var leaves: [String] { Array(nodes.names.prefix(nodes.leafCount)) }

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
  public func screenTables(_ unit: MoneyUnit) -> [Table] {
    let total = costs.filter { $0.region == root && isHeadline($0) }
    let scale = Scale(reckoner.hasMoney, unit)
    let moved = reckoner.levers.indices.filter { lever in total.contains { $0.lever == lever } }
    var columns = [
      Column(
        "lever", Labels.lever, .words(moved.indices.map { Int32($0) }, moved.map(word)), width: Column.names),
      Column(
        "step", Labels.oneUnit,
        .words(moved.indices.map { Int32($0) }, moved.map { stepWord(reckoner.levers[$0]) })),
    ]
    for year in central.years {
      let changes = moved.map { lever in
        total.first { $0.lever == lever && $0.output.year == year }?.change ?? 0
      }
      columns.append(Column("\(year)", central.heading(ofYear: year), scale.cells(changes)))
    }
    var table = Table(
      id: "reckoner", title: central.heading.title(name, unit: scale.label),
      lead: central.heading.lead, columns: columns)
    table.notes = [reckoner.hasMoney ? Labels.reckonerNote : Labels.yearlyReckonerNote]
    return [table] + [partsTable(unit), regionsTable(scale)].compactMap { $0 }
  }

  private func isHeadline(_ cost: ReadyReckoner.Cost) -> Bool {
    cost.output.kind == .total || cost.output.kind == .result && cost.output.name == headline
  }

  private var name: Bilingual {
    guard !reckoner.hasMoney, headline != "total" else { return Labels.reckoner }
    return Bilingual(zh: Labels.reckoner.zh + " · " + headline, en: Labels.reckoner.en + " · " + headline)
  }

  private func partsTable(_ unit: MoneyUnit) -> Table? {
    let scale = Scale(true, unit)
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
      Column(part.rawValue, title, scale.cells(shown.map { sum($0, part) }))
    }
    return Table(
      id: "reckoner_parts", title: central.heading.title(Labels.reckonerParts(last), unit: unit.label),
      columns: [
        Column(
          "lever", Labels.lever, .words(shown.indices.map { Int32($0) }, shown.map(word)), width: Column.names
        ),
        column(.existing, Labels.existing), column(.multiples, Labels.multiples),
        column(.entrants, Labels.entrants),
      ])
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
  private func regionsTable(_ scale: Scale) -> Table? {
    let total = costs.filter { isHeadline($0) && $0.output.year == last }
    let regions = leaves.prefix(Self.shownRegions)
    guard regions.count > 1 else { return nil }
    let strongest = total.filter { $0.region == root }.sorted { abs($0.change) > abs($1.change) }
    let columns = strongest.prefix(Self.shownLevers).map { found in
      let changes = Dictionary(
        total.filter { $0.lever == found.lever }.map { ($0.region, $0.change) }, uniquingKeysWith: +)
      let lever = reckoner.levers[found.lever]
      return Column(
        lever.input.name, Bilingual(zh: lever.input.name, en: lever.input.name),
        scale.cells(regions.map { changes[$0] ?? 0 }))
    }
    let words = regions.map { Word($0, central.name(region: $0)) }
    var table = Table(
      id: "reckoner_regions", title: central.heading.title(Labels.reckonerRegions(last), unit: scale.label),
      columns: [
        Column("region", Labels.region, .words(words.indices.map { Int32($0) }, words), width: Column.names)
      ] + columns)
    if leaves.count > regions.count {
      table.notes = [Labels.moreRows(leaves.count, "reckoner.csv")]
    }
    return table
  }

  private static let shownRegions = 40
  private static let shownLevers = 5
}

/// How changes are shown: money in its unit, anything else in units of 100 million, as a yearly run is.
private struct Scale {
  private let unit: MoneyUnit?
  let label: Bilingual

  init(_ isMoney: Bool, _ unit: MoneyUnit) {
    (self.unit, label) = isMoney ? (unit, unit.label) : (nil, Labels.hundredMillions)
  }

  func cells(_ changes: [Double]) -> Values {
    guard let unit else { return .reals(changes.map { $0 / 1e8 }, places: 4) }
    return .units(
      changes.map { Int64(exactly: ($0 * 100 / Double(unit.quantum)).rounded()) }, places: unit.places)
  }
}

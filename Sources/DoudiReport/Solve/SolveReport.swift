public import DoudiAnalysis
import DoudiInputs
import DoudiUnits

/// Answers to "how high can it go", one row a region, as tables.
public struct SolveReport {
  /// Limits that an answer breaks, and the nearest value that breaks none.
  public struct Kept {
    /// Hard limits that hold without the answer: rule, region and year.
    let broken: [String]
    /// The nearest value that keeps them, and its cost; nil where there is none in the range.
    let nearest: (value: Double, official: OfficialCost)?

    /// What was found.
    public init(broken: [String], nearest: (value: Double, official: OfficialCost)?) {
      (self.broken, self.nearest) = (broken, nearest)
    }
  }

  /// One region's answer.
  public struct Row {
    /// Region.
    let region: Word
    /// What the control is without the answer; nil where it differs from place to place.
    let before: Double?
    /// Cost without the answer, CNY.
    let costBefore: Double
    /// The answer.
    let solution: Solution
    /// What becomes of limits; nil where none breaks, or nobody asked.
    let kept: Kept?

    /// A row.
    public init(
      region: Word, before: Double?, costBefore: Double, solution: Solution, kept: Kept? = nil
    ) {
      (self.region, self.before, self.costBefore) = (region, before, costBefore)
      (self.solution, self.kept) = (solution, kept)
    }
  }

  private let heading: Heading
  private let rows: [Row]
  private let isMoney: Bool

  /// A report; `isMoney` is false for results of a yearly scenario, which have no unit.
  public init(_ heading: Heading, _ rows: [Row], isMoney: Bool) {
    (self.heading, self.rows, self.isMoney) = (heading, rows, isMoney)
  }

  /// For files and JSON: one row a region, numbers that read back to the same double.
  public func fileTable() -> Table {
    let found = rows.map(\.solution)
    func reals(_ id: String, _ value: (Row) -> Double?) -> Column {
      Column(id, .persons(rows.map { value($0) ?? .nan }))
    }
    return Table(
      id: "solve", title: Labels.solve,
      columns: [
        Column("region", .texts(rows.map(\.region.id))),
        Column("control", .texts(found.map(\.request.control.text))),
        Column("unit", .texts(found.map(\.request.control.unit.text))),
        Column("output", .texts(found.map(\.request.output))),
        Column("years", .texts(found.map { Self.years($0.request.years) })),
        Column("ending", .texts(found.map(\.ending.rawValue))),
        reals("before", \.before), reals("value") { $0.solution.value },
        reals("budget") { $0.solution.request.budget }, reals("cost_before", \.costBefore),
        reals("cost") { $0.solution.official.cost }, reals("next_value") { $0.solution.next?.value },
        reals("next_cost") { $0.solution.next?.official.cost }, reals("flat_from") { $0.solution.flatFrom },
        reals("optimum") { $0.solution.optimum }, reals("next_unit") { $0.solution.slope },
        reals("probability") { $0.solution.chance?.share },
        reals("cost_at_probability") { $0.solution.chance?.cost },
        reals("kept_value") { $0.kept?.nearest?.value },
        reals("kept_cost") { $0.kept?.nearest?.official.cost },
        Column("limits_broken", .texts(found.map { $0.official.broken.joined(separator: " ") })),
        Column("set", .texts(found.map { $0.request.control.override($0.value) })),
      ])
  }

  private static func years(_ years: [Int]) -> String {
    guard let first = years.first, let last = years.last, first != last else {
      return years.map { "\($0)" }.joined()
    }
    return "\(first)-\(last)"
  }

  /// For a terminal.
  public func screenTable(_ unit: MoneyUnit) -> Table {
    guard let first = rows.first?.solution.request else { return fileTable() }
    func money(_ id: String, _ title: Bilingual, _ value: (Row) -> Double?) -> Column {
      guard isMoney else { return Column(id, title, .reals(rows.map { value($0) ?? .nan }, places: 2)) }
      let units = rows.map { row in
        value(row).flatMap { Int64(exactly: ($0 * 100 / Double(unit.quantum)).rounded()) }
      }
      return Column(id, title, .units(units, places: unit.places))
    }
    func figures(_ id: String, _ title: Bilingual, _ value: (Row) -> Double?) -> Column {
      Column(id, title, .figures(rows.map { value($0).map(Self.text) }))
    }
    var table = Table(
      id: "solve",
      title: heading.title(
        Labels.solve(title(first.control), first.control.unit, first.output, Self.years(first.years)),
        unit: isMoney ? unit.label : nil),
      lead: heading.lead,
      columns: [
        Column("region", Labels.region, .words(rows.indices.map { Int32($0) }, rows.map(\.region))),
        figures("before", Labels.solveBefore, \.before),
        figures("value", Labels.solveAnswer) { $0.solution.value },
        money("budget", Labels.solveBudget) { $0.solution.request.budget },
        money("cost", Labels.solveCost) { $0.solution.official.cost },
        money("left", Labels.solveLeft) {
          $0.solution.request.budget - ($0.solution.chance?.cost ?? $0.solution.official.cost)
        },
        money("next", Labels.solveNext) { row in
          row.solution.next.map { $0.official.cost - row.solution.official.cost }
        },
        Column("ending", Labels.solveEnding, .notes(rows.map { Labels.ending($0.solution.ending) })),
      ])
    table.notes = notes(unit)
    return table
  }

  /// The control; where each region has its own, without its place.
  private func title(_ control: SolveControl) -> String {
    guard rows.count > 1 else { return control.text }
    let area = control.input.areas.first.map { "@" + $0.id } ?? ""
    return control.input.name + area
  }

  /// What the figures alone do not say, at most one line a kind and region.
  private func notes(_ unit: MoneyUnit) -> [Bilingual] {
    var notes: [Bilingual] = []
    for row in rows.prefix(Self.shown) {
      let (found, name) = (row.solution, rows.count > 1 ? row.region : nil)
      func say(_ words: Bilingual) { notes.append(Labels.placed(words, name)) }
      if found.ending == .infeasible {
        say(
          Labels.shortBy(text((found.chance?.cost ?? found.official.cost) - found.request.budget, unit)))
      }
      if let slope = found.slope, rows.count == 1 {
        say(Labels.nextUnit(text(slope, unit), found.optimum.map(Self.text)))
      }
      if found.value - found.flatFrom > abs(found.value) * Self.noise {
        say(Labels.flat(Self.text(found.flatFrom), Self.text(found.value)))
      }
      if found.falls { say(Labels.falls) }
      if let chance = found.chance {
        say(Labels.within(NumberText.real(chance.share * 100, places: 1), text(chance.cost, unit)))
      }
      tell(limits: row, unit, say)
      if rows.count == 1 { say(Labels.toRun(found.request.control.override(found.value))) }
    }
    return notes
  }

  /// Limits that break, and the nearest value that keeps them.
  private func tell(limits row: Row, _ unit: MoneyUnit, _ say: (Bilingual) -> Void) {
    let request = row.solution.request
    guard let kept = row.kept else {
      if !row.solution.official.broken.isEmpty { say(Labels.broken(row.solution.official.broken)) }
      return
    }
    guard !kept.broken.isEmpty else { return }
    say(Labels.broken(kept.broken))
    guard let nearest = kept.nearest else { return say(Labels.noValueKeeps) }
    let left = request.budget - nearest.official.cost
    say(
      Labels.nearestKept(
        Self.text(nearest.value), text(nearest.official.cost, unit), over: left < 0 ? text(-left, unit) : nil)
    )
  }

  private static let shown = 40
  /// Values nearer than this share of themselves are the same.
  private static let noise = 0x1p-30

  /// Money in the unit of the table; a plain number for results without unit.
  private func text(_ cny: Double, _ unit: MoneyUnit) -> String {
    guard isMoney else { return NumberText.real(cny, places: 2) }
    let units = (cny * 100 / Double(unit.quantum)).rounded()
    return Int64(exactly: units).map { NumberText.scaled($0, places: unit.places) } ?? "—"
  }

  private static func text(_ value: Double) -> String {
    var buffer = ByteBuffer()
    buffer.append(shortest: value)
    return buffer.text
  }
}

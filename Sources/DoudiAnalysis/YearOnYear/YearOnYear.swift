public import DoudiModel
import DoudiUnits

/// Every year of a run beside the year before: money, and its change by cause.
///
/// The year before the horizon is what the rules give for it: persons and standards are computed from two
/// years before the horizon, so each line of the first year is worked out again with the figures of the
/// same month a year earlier. What was really paid that year comes from outside.
///
/// Changes are taken apart rule by rule and cell by cell, summed in fixed order and rounded for each leaf
/// and programme; parents, programmes and years are integer sums of these.
public struct YearOnYear {
  /// The run.
  public let projection: Projection
  /// By year (the first is the one before the horizon), rule and cell.
  private var sums: [FactorSum] = []
  /// Fen that no product explains, by year, programme and leaf.
  private var oneOff: [Int64] = []
  /// All fen of the ledger, likewise; the year before the horizon has none.
  private var booked: [Int64] = []
  private let rules: Int
  private let cells: Int
  private let leaves: Int
  private let programmes: Int

  private var model: Model { projection.model }
  /// Years of the horizon.
  public var years: [Int] { model.scenario.horizon.years }

  /// Reads a finished run.
  public init(_ projection: Projection) {
    self.projection = projection
    let model = projection.model
    (rules, cells) = (model.payments.count, model.space.cells.count)
    (leaves, programmes) = (model.space.leaves.count, model.programmes.count)
    let steps = model.scenario.horizon.years.count + 1
    sums = Array(repeating: FactorSum(), count: steps * rules * cells)
    oneOff = Array(repeating: 0, count: steps * programmes * leaves)
    booked = oneOff
    for line in projection.lines where line.fen != 0 { add(line) }
  }

  private func place(_ year: Int, _ rule: Int, _ cell: Int) -> Int { (year * rules + rule) * cells + cell }
  private func onePlace(_ year: Int, _ programme: Int, _ leaf: Int) -> Int {
    (year * programmes + programme) * leaves + leaf
  }

  private mutating func add(_ line: LedgerLine) {
    let (rule, cell) = (Int(line.rule), Int(line.cell))
    let year = line.paid.year - model.scenario.horizon.first.year + 1
    let form = model.payments[rule].form
    let place = onePlace(year, projection.programme(of: line), model.space.cells[cell].leaf)
    booked[place] += line.fen
    guard let own = form.factors(of: line, in: line.entitled, world: projection.world) else {
      oneOff[place] += line.fen
      return
    }
    sums[self.place(year, rule, cell)].add(own, fen: Double(line.fen), month: line.entitled)
    guard year == 1 else { return }
    let before = line.entitled.advanced(by: -12)
    guard let past = form.factors(of: line, in: before, world: projection.world) else { return }
    sums[self.place(0, rule, cell)].add(past, fen: past.base * past.ratio * 100, month: before)
  }

  /// Fen of a programme in a leaf in a year of the horizon, by its position.
  public func booked(programme: Int, leaf: Int, year: Int) -> Int64 {
    booked[onePlace(year + 1, programme, leaf)]
  }

  /// What the rules give for the year before the horizon, in whole fen.
  public func yearBefore(programme: Int, leaf: Int) -> Int64 { money(0, programme, leaf) }

  /// Money of a programme and leaf by position of the year, of which 0 is the one before the horizon.
  private func money(_ year: Int, _ programme: Int, _ leaf: Int) -> Int64 {
    guard year == 0 else { return booked[onePlace(year, programme, leaf)] }
    var product = 0.0
    for rule in model.payments.indices where projection.world.programmeOfRule[rule] == programme {
      for cell in cellsOfLeaf(leaf) { product += sums[place(year, rule, cell)].money }
    }
    return product.magnitude < 4e18 ? Int64(exactly: product.rounded()) ?? 0 : 0
  }

  private func cellsOfLeaf(_ leaf: Int) -> Range<Int> {
    let first = leaf == 0 ? 0 : model.space.whole[leaf - 1] + 1
    return first..<(model.space.whole[leaf] + 1)
  }

  /// The change of a programme in a leaf in a year of the horizon, by its position, from the year before.
  public func parts(programme: Int, leaf: Int, year: Int) -> ChangeParts {
    var real = [0.0, 0, 0, 0]
    for rule in model.payments.indices where projection.world.programmeOfRule[rule] == programme {
      for cell in cellsOfLeaf(leaf) {
        let (a, b) = (sums[place(year, rule, cell)], sums[place(year + 1, rule, cell)])
        for (index, part) in FactorSum.change(from: a, to: b).enumerated() { real[index] += part }
      }
    }
    let (before, now) = (onePlace(year, programme, leaf), onePlace(year + 1, programme, leaf))
    let once = oneOff[now] - oneOff[before]
    let total = money(year + 1, programme, leaf) - money(year, programme, leaf) - once
    let whole = ChangeParts.rounded(real, total: total)
    var parts = ChangeParts()
    (parts.volume, parts.price, parts.ratio) = (whole[0], whole[1], whole[2])
    parts.oneOff = whole[3] + once
    return parts
  }

  /// The change of some programmes in some leaves.
  public func parts(programmes: [Int], leaves: [Int], year: Int) -> ChangeParts {
    programmes.reduce(ChangeParts()) { sum, programme in
      leaves.reduce(sum) { $0 + parts(programme: programme, leaf: $1, year: year) }
    }
  }

  /// A rule in one year, in the figures people compare.
  public struct RuleYear: Sendable {
    /// Persons or posts a month, or the year's cases.
    public let volume: Double
    /// CNY per person and month, per case, per post and month.
    public let price: Double
    /// Share of the price that is paid.
    public let ratio: Double
    /// Months with volume.
    public let months: Int
    /// Fen.
    public let money: Double
  }

  /// A rule over some leaves; the year's position counts from the one before the horizon. nil where there
  /// is no volume.
  public func figures(rule: Int, leaves: [Int], year: Int) -> RuleYear? {
    var total = FactorSum()
    for leaf in leaves { for cell in cellsOfLeaf(leaf) { total.add(sums[place(year, rule, cell)]) } }
    guard let price = total.price else { return nil }
    let months = total.months.nonzeroBitCount
    let isEvent = model.payments[rule].form.volumeKind == .cases
    return RuleYear(
      volume: isEvent ? total.volume : total.volume / Double(max(1, months)), price: price,
      ratio: total.ratio ?? 0, months: months, money: total.money)
  }
}

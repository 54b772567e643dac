public import DoudiModel
import DoudiUnits

/// Every year of a run beside the year before: money, and its change by cause.
///
/// The year before the horizon is what the rules give for it: persons and standards are computed from two
/// years before the horizon, so each line of the first year is worked out again with the figures of the
/// same month a year earlier. What was really paid that year comes from outside.
///
/// Changes are taken apart rule by rule and cell by cell, summed in fixed order and rounded for each leaf
/// and rule; parents, programmes and classes are integer sums of these.
public struct YearOnYear {
  /// The run.
  public let projection: Projection
  /// By year (the first is the one before the horizon), rule and cell.
  private var sums: [FactorSum] = []
  /// Fen that no product explains, by year, rule and leaf.
  private var oneOff: [Int64] = []
  /// All fen of the ledger, likewise; the year before the horizon has none.
  private var booked: [Int64] = []
  private let rules: Int
  private let cells: Int
  private let leaves: Int

  private var model: Model { projection.model }
  /// Years of the horizon.
  public var years: [Int] { model.scenario.horizon.years }

  /// Reads a finished run.
  public init(_ projection: Projection) {
    self.projection = projection
    let model = projection.model
    (rules, cells) = (model.payments.count, model.space.cells.count)
    leaves = model.space.leaves.count
    let steps = model.scenario.horizon.years.count + 1
    sums = Array(repeating: FactorSum(), count: steps * rules * cells)
    oneOff = Array(repeating: 0, count: steps * rules * leaves)
    booked = oneOff
    for line in projection.lines where line.fen != 0 { add(line) }
  }

  private func place(_ year: Int, _ rule: Int, _ cell: Int) -> Int { (year * rules + rule) * cells + cell }
  private func leafPlace(_ year: Int, _ rule: Int, _ leaf: Int) -> Int {
    (year * rules + rule) * leaves + leaf
  }

  private mutating func add(_ line: LedgerLine) {
    let (rule, cell) = (Int(line.rule), Int(line.cell))
    let year = line.paid.year - model.scenario.horizon.first.year + 1
    let form = model.payments[rule].form
    let place = leafPlace(year, rule, model.space.cells[cell].leaf)
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

  /// Rules of some programmes.
  public func rules(of programmes: [Int]) -> [Int] {
    model.payments.indices.filter { programmes.contains(projection.world.programmeOfRule[$0]) }
  }

  /// Fen of a rule in a leaf in a year of the horizon, by its position; -1 is the year before, as the rule
  /// gives it.
  public func booked(rule: Int, leaf: Int, year: Int) -> Int64 {
    guard year < 0 else { return booked[leafPlace(year + 1, rule, leaf)] }
    var product = 0.0
    for cell in cellsOfLeaf(leaf) { product += sums[place(0, rule, cell)].money }
    return product.magnitude < 4e18 ? Int64(exactly: product.rounded()) ?? 0 : 0
  }

  private func cellsOfLeaf(_ leaf: Int) -> Range<Int> {
    let first = leaf == 0 ? 0 : model.space.whole[leaf - 1] + 1
    return first..<(model.space.whole[leaf] + 1)
  }

  /// The change of a rule in a leaf in a year of the horizon, by its position, from the year before.
  public func parts(rule: Int, leaf: Int, year: Int) -> ChangeParts {
    var real = [0.0, 0, 0, 0]
    for cell in cellsOfLeaf(leaf) {
      let (a, b) = (sums[place(year, rule, cell)], sums[place(year + 1, rule, cell)])
      for (index, part) in FactorSum.change(from: a, to: b).enumerated() { real[index] += part }
    }
    let once = oneOff[leafPlace(year + 1, rule, leaf)] - oneOff[leafPlace(year, rule, leaf)]
    let change = booked(rule: rule, leaf: leaf, year: year) - booked(rule: rule, leaf: leaf, year: year - 1)
    let whole = ChangeParts.rounded(real, total: change - once)
    var parts = ChangeParts()
    (parts.volume, parts.price, parts.ratio) = (whole[0], whole[1], whole[2])
    parts.oneOff = whole[3] + once
    return parts
  }

  /// The change of some rules in some leaves.
  public func parts(rules: [Int], leaves: [Int], year: Int) -> ChangeParts {
    rules.reduce(ChangeParts()) { sum, rule in
      leaves.reduce(sum) { $0 + parts(rule: rule, leaf: $1, year: year) }
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

  /// What a standard or a ratio is called among the factors of a rule.
  public enum Factor: Sendable {
    /// CNY per person and month, per case, per post and month.
    case price
    /// Share of the price that is paid.
    case ratio
  }

  /// True where a rule's price or ratio is another than the year before in a place and area that has both
  /// years: not where only the mix of places, areas or months has shifted. The year's position counts from
  /// the first of the horizon.
  public func hasChanged(_ factor: Factor, rule: Int, leaves: [Int], year: Int) -> Bool {
    leaves.contains { leaf in
      cellsOfLeaf(leaf).contains { cell in
        let (a, b) = (sums[place(year, rule, cell)], sums[place(year + 1, rule, cell)])
        switch factor {
        case .price: return a.prices.differs(from: b.prices)
        case .ratio: return a.ratios.differs(from: b.ratios)
        }
      }
    }
  }
}

public import DoudiModel
public import DoudiUnits

/// What a year will have cost when it ends: what was paid so far and the rest as projected.
///
///     forecast = sum of actual months + sum of later months of the projection
///     gap      = budget - forecast                        (negative: money is short)
///     runs out = the first month by whose end more is paid than budgeted
///
/// Actuals change nothing of what is projected for later months, unless ``Rest/pace`` is asked for.
public struct Execution: Sendable {
  /// How the months to come are foreseen.
  public enum Rest: String, CaseIterable, Sendable {
    /// As projected.
    case plan
    /// As projected, times what was paid so far over what was projected for it.
    case pace
  }

  /// One programme.
  public struct Row: Sendable {
    /// Position of the programme.
    public let programme: Int
    /// Fen budgeted for the year; nil: the budgets do not name the programme.
    public let budget: Int64?
    /// Fen paid in the months given; where no actuals are given, what is projected for them.
    public let paid: Int64
    /// Fen projected for the same months.
    public let planned: Int64
    /// Fen of all twelve months, paid or foreseen.
    public let months: [Int64]
    /// True where actuals are given for only a part of the places, or for none: the rest is projected.
    public let isPartly: Bool
    /// Weakest status of the actuals; nil where there are none.
    public let status: Status?

    /// Fen of the whole year.
    public var forecast: Int64 { months.reduce(0, +) }
    /// Budget less forecast; nil where the budget is not given.
    public var gap: Int64? { budget.map { $0 - forecast } }
    /// Month (1 to 12) by whose end the budget is spent and more is needed; nil: it lasts, or is not given.
    public var runsOut: Int? { budget.flatMap { Self.month(months, $0) } }

    static func month(_ months: [Int64], _ budget: Int64) -> Int? {
      var sum: Int64 = 0
      for (index, fen) in months.enumerated() {
        sum += fen
        if sum > budget { return index + 1 }
      }
      return nil
    }
  }

  /// The last month that was given.
  public let through: Month
  /// How later months are foreseen.
  public let rest: Rest
  /// True where the budget is the run's own projection of the year.
  public let isOwnBudget: Bool
  /// Programmes that have money in the year.
  public let rows: [Row]
  /// All budgets together; nil where that of a programme is not given.
  public let budget: Int64?
  /// Month by whose end all budgets together are spent; nil: they last, or one is not given.
  public let runsOut: Int?

  /// Puts actuals and projection together.
  /// - Parameters:
  ///   - projection: the run.
  ///   - paid: what was paid.
  ///   - budget: budget of each programme for the whole place, a programme that is absent being not given;
  ///     nil: the run's own projection.
  ///   - rest: how later months are foreseen.
  public init(_ projection: Projection, paid: PaidTable, budget: [Int: Money]?, rest: Rest = .plan) {
    (through, self.rest, isOwnBudget) = (paid.through, rest, budget == nil)
    let books = MonthlyBooks(projection, paid)
    let rows = projection.model.programmes.indices.compactMap { programme in
      books.row(programme, budgets: budget, rest: rest)
    }
    self.rows = rows
    let months = (0..<12).map { month in rows.reduce(Int64(0)) { $0 + $1.months[month] } }
    let budgets = rows.compactMap(\.budget)
    let whole = budgets.count == rows.count ? budgets.reduce(0, +) : nil
    self.budget = whole
    runsOut = whole.flatMap { Row.month(months, $0) }
  }
}

/// Fen of one year by programme and month: paid, projected where it was paid, projected elsewhere.
private struct MonthlyBooks {
  private var actual: [[Int64]]
  private var replaced: [[Int64]]
  private var kept: [[Int64]]
  private var status: [Status?]
  /// Cells with money for which no actuals are given.
  private var isPartly: [Bool]
  private let elapsed: Int

  init(_ projection: Projection, _ paid: PaidTable) {
    let count = projection.model.programmes.count
    let zeros = Array(repeating: Array(repeating: Int64(0), count: 12), count: count)
    (actual, replaced, kept) = (zeros, zeros, zeros)
    (status, isPartly) = (Array(repeating: nil, count: count), Array(repeating: false, count: count))
    elapsed = paid.through.month
    var isPaid = Array(
      repeating: Array(repeating: false, count: projection.model.space.cells.count), count: count)
    for one in paid.series {
      for cell in one.cells { isPaid[one.programme][cell] = true }
      for (month, fen) in one.fen.enumerated() { actual[one.programme][month] += fen }
      status[one.programme] = max(status[one.programme] ?? .stated, one.status)
    }
    for line in projection.lines where line.paid.year == paid.year && line.fen != 0 {
      let (programme, month) = (projection.programme(of: line), line.paid.month - 1)
      if isPaid[programme][Int(line.cell)] && month < elapsed {
        replaced[programme][month] += line.fen
      } else {
        kept[programme][month] += line.fen
        if month < elapsed { isPartly[programme] = true }
      }
    }
  }

  /// A programme's row; nil where it has no money. Without `budgets` the projection is the budget.
  func row(_ programme: Int, budgets: [Int: Money]?, rest: Execution.Rest) -> Execution.Row? {
    let (actual, replaced, kept) = (actual[programme], replaced[programme], kept[programme])
    let plan = zip(replaced, kept).map { $0 + $1 }
    let given = budgets?[programme]?.fen
    guard given ?? 0 != 0 || (actual + plan).contains(where: { $0 != 0 }) else { return nil }
    let sofar = (0..<elapsed).map { actual[$0] + kept[$0] }
    let planned = plan.prefix(elapsed).reduce(0, +)
    var later = Array(kept.dropFirst(elapsed))
    if rest == .pace { later = Self.paced(later, by: sofar.reduce(0, +), over: planned) }
    return Execution.Row(
      programme: programme, budget: budgets == nil ? plan.reduce(0, +) : given, paid: sofar.reduce(0, +),
      planned: planned,
      months: sofar + later, isPartly: isPartly[programme], status: status[programme])
  }

  /// Months times `paid` over `planned`, rounded half up each; as they are where nothing was planned.
  private static func paced(_ months: [Int64], by paid: Int64, over planned: Int64) -> [Int64] {
    guard planned > 0 else { return months }
    return months.map { fen in
      let (twice, half) = (Int128(fen) * Int128(paid) * 2 + Int128(planned), 2 * Int128(planned))
      let (quotient, rest) = twice.quotientAndRemainder(dividingBy: half)
      return Int64(clamping: rest < 0 ? quotient - 1 : quotient)
    }
  }
}

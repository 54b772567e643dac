import DoudiAnalysis
public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// A finished run with everything that several tables need, worked out once.
public struct RunReport {
  /// The run.
  public let projection: Projection
  /// Sums of the ledger.
  let totals: RunTotals
  /// Every limit's verdicts.
  public let verdicts: [Verdict]
  /// Assumptions by the money each moves; empty where they were not asked for.
  public let effects: [AssumptionEffect]
  /// The run's identifier.
  public let runID: String
  private let cache = BudgetCache()

  /// Gathers what tables need.
  /// - Parameters:
  ///   - projection: the finished run.
  ///   - withEffects: false leaves out the money each assumption moves, which takes a run for
  ///     every assumption.
  public init(_ projection: Projection, withEffects: Bool = true) {
    self.projection = projection
    totals = RunTotals(projection)
    verdicts = projection.verdicts
    effects = withEffects ? projection.assumptionEffects() : []
    runID = RunIdentifier.text(of: projection.model)
  }

  /// The run beside the year before, worked out when it is first asked for.
  var budget: BudgetReader { cache.reader(self) }

  var model: Model { projection.model }
  var world: World { projection.world }
  /// Years of the horizon.
  public var years: [Int] { model.scenario.horizon.years }
  var root: Region { model.space.tree.root }

  /// A year's heading, marked where the horizon covers only part of it.
  public func heading(ofYear year: Int) -> Bilingual { Labels.year(year, in: model.scenario.horizon) }

  /// The last month of a year that the horizon covers.
  func lastMonth(of year: Int) -> Month {
    min(Month(year: year, month: 12), model.scenario.horizon.last)
  }

  /// "汇总 · 某市 2027—2029年 · 单位：万元 · 试算".
  func title(_ name: Bilingual, unit: Bilingual?) -> Bilingual { heading.title(name, unit: unit) }

  /// What stands above its tables.
  public var heading: Heading {
    let time = Labels.horizon(model.scenario.horizon)
    let place = model.books.last?.name ?? root.name
    return Heading(
      place: Bilingual(zh: place.zh + time.zh, en: place.en + " " + time.en), basis: basisLine,
      isTrial: model.scenario.isTrial)
  }

  /// "依据：文件载明 0% · 观测 1% · 推算 3% · 假设 96%": shares of the money, adding up to 100.
  public var basisLine: Bilingual {
    let statuses = Status.allCases.filter { $0 != .open || totals.magnitude[.open] != nil }
    let weights = statuses.map { Rational(Int128(totals.magnitude[$0] ?? 0), over: 1) }
    let shares = LargestRemainder.split(weights.contains { $0 != .zero } ? 100 : 0, weights: weights)
    func text(_ label: (Bilingual) -> String) -> String {
      zip(statuses, shares).map { "\(label(Labels.status($0))) \($1)%" }.joined(separator: " · ")
    }
    return Bilingual(zh: "依据：" + text(\.zh), en: "Money rests on: " + text(\.en))
  }
}

/// Keeps the comparison of years, which most commands do not need.
private final class BudgetCache {
  private var known: BudgetReader?

  func reader(_ report: RunReport) -> BudgetReader {
    if let known { return known }
    let made = BudgetReader(model: report.model, changes: YearOnYear(report.projection))
    known = made
    return made
  }
}

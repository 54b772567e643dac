import DoudiAnalysis
import DoudiModel
import DoudiUnits

/// One row of a budget table: some programmes beside the year before, in some leaves.
struct BudgetLine {
  /// Identifier and name.
  let word: Word
  /// Positions of its payment rules.
  let rules: [Int]
  /// Positions of its programmes, where it consists of whole ones.
  let programmes: [Int]
}

/// The figures of one row in one year, in fen; nil where nobody gives them.
struct BudgetFigures {
  /// Budget of the year before.
  let lastBudget: Int64?
  /// Outturn of the year before; in later years of the horizon nil.
  let lastOutturn: Int64?
  /// This year's budget.
  let budget: Int64
  /// What this year is compared with: the outturn, or where it is not given the budget.
  let base: Int64?
  /// The change by cause; nil where there is nothing to compare with.
  let parts: ChangeParts?

  /// Budget less base.
  var change: Int64? { base.map { budget - $0 } }
  /// The change in per cent of the base; NaN where it is not known.
  var percent: Double {
    guard let base, base != 0, let change else { return .nan }
    return Double(change) / Double(base) * 100
  }
}

/// Reads the figures of budget rows from a run and from last year's table.
struct BudgetReader {
  let model: Model
  let changes: YearOnYear

  /// Figures of a row below a region.
  /// - Parameters:
  ///   - line: the row.
  ///   - region: a node of the tree.
  ///   - leaves: positions of its leaves.
  ///   - year: position of the year in the horizon.
  /// - Returns: the figures, in fen.
  func figures(_ line: BudgetLine, region: RegionCode, leaves: [Int], year: Int) -> BudgetFigures {
    let budget = money(line.rules, leaves, year)
    guard year == 0 else {
      let before = money(line.rules, leaves, year - 1)
      return BudgetFigures(
        lastBudget: before, lastOutturn: nil, budget: budget, base: before,
        parts: changes.parts(rules: line.rules, leaves: leaves, year: year))
    }
    let lastBudget = last(\.budget, line.programmes, region)
    let outturn = last(\.outturn, line.programmes, region)
    guard let base = outturn ?? lastBudget else {
      return BudgetFigures(lastBudget: nil, lastOutturn: nil, budget: budget, base: nil, parts: nil)
    }
    var parts = changes.parts(rules: line.rules, leaves: leaves, year: year)
    parts.other = budget - base - parts.total
    return BudgetFigures(
      lastBudget: lastBudget, lastOutturn: outturn, budget: budget, base: base, parts: parts)
  }

  /// The row of one programme.
  func line(programme: Int) -> BudgetLine {
    BudgetLine(
      word: Word(model.programmes[programme].id, model.programmes[programme].name),
      rules: changes.rules(of: [programme]), programmes: [programme])
  }

  private func money(_ rules: [Int], _ leaves: [Int], _ year: Int) -> Int64 {
    leaves.reduce(0) { sum, leaf in
      rules.reduce(sum) { $0 + changes.booked(rule: $1, leaf: leaf, year: year) }
    }
  }

  /// Last year's figure of several programmes: known where that of each is.
  private func last(
    _ key: KeyPath<LastYear.Entry, Money?>, _ programmes: [Int], _ region: RegionCode
  ) -> Int64? {
    guard let year = model.lastYear else { return nil }
    var sum: Int64 = 0
    for programme in programmes {
      guard let found = year.figure(key, programme: programme, region: region, tree: model.space.tree) else {
        return nil
      }
      sum += found.fen
    }
    return programmes.isEmpty ? nil : sum
  }
}

import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits

extension LongTables {
  /// Programme by year beside the year before, of the whole place and, by leaf, of every leaf: the change
  /// and its causes in fen, empty where last year's figures are not given. Files have the reasons of
  /// the whole place in words.
  public func budget(forFiles: Bool) -> Table {
    var rows = BudgetColumns()
    let all = Array(model.space.leaves.indices)
    add(report.root, all, withReason: forFiles, to: &rows)
    if options.level == .leaf,
      model.space.leaves.count > 1 || model.space.leaves.first?.code != report.root.code
    {
      for (leaf, region) in model.space.leaves.enumerated() {
        add(region, [leaf], withReason: false, to: &rows)
      }
    }
    return rows.table(forFiles: forFiles)
  }

  private func add(_ region: Region, _ leaves: [Int], withReason: Bool, to rows: inout BudgetColumns) {
    let reader = report.budget
    let reason = ChangeReason(changes: reader.changes, model: model, places: 2)
    let programmes = model.programmes.indices.sorted {
      Self.before(model.programmes[$0].id, model.programmes[$1].id)
    }
    for (position, year) in report.years.enumerated() {
      for programme in programmes {
        let found = reader.figures([programme], region: region.code, leaves: leaves, year: position)
        guard
          found.budget != 0 || found.base ?? 0 != 0 || found.parts?.all.contains(where: { $0 != 0 }) ?? false
        else { continue }
        // Exact yuan: fen are the printed unit.
        let words =
          withReason
          ? found.parts.flatMap {
            reason.text([programme], leaves: leaves, year: position, parts: $0.all)
          } : nil
        rows.add(region.code.text, year, model.programmes[programme].id, found, words)
      }
    }
  }
}

/// The columns of the table of budgets while it grows.
private struct BudgetColumns {
  private var texts: [[String?]] = [[], [], []]
  private var money: [[String?]] = Array(repeating: [], count: 10)
  private var reasons: [Bilingual?] = []

  mutating func add(
    _ region: String, _ year: Int, _ programme: String, _ found: BudgetFigures, _ reason: Bilingual?
  ) {
    for (index, text) in [region, "\(year)", programme].enumerated() { texts[index].append(text) }
    let parts: [Int64?] = found.parts?.all ?? Array(repeating: nil, count: 5)
    let figures = [found.lastBudget, found.lastOutturn, found.budget, found.base, found.change] + parts
    for (index, one) in figures.enumerated() { money[index].append(one.map { "\($0)" }) }
    reasons.append(reason)
  }

  func table(forFiles: Bool) -> Table {
    let names = ["region", "year", "programme"]
    let figures = [
      "last_budget_fen", "last_outturn_fen", "fen", "base_fen", "change_fen", "persons_fen", "standard_fen",
      "ratio_fen", "one_off_fen", "last_year_differs_fen",
    ]
    var columns = zip(names, texts).map { Column($0, .texts($1)) }
    columns += zip(figures, money).map { Column($0, .figures($1)) }
    if forFiles {
      columns += [
        Column("reason_zh", .texts(reasons.map { $0?.zh })),
        Column("reason_en", .texts(reasons.map { $0?.en })),
      ]
    }
    return Table(id: "budget", title: Labels.budgetTable, columns: columns)
  }
}

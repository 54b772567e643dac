public import DoudiInputs
import DoudiAnalysis
import DoudiModel
import DoudiUnits

extension Comparison {
  /// The memo for one year: what is compared, the memo's figures, inputs, standards, people, money, limits, assumptions.
  /// - Parameters:
  ///   - unit: of money.
  ///   - printing: rounded leaves each sum of money by itself.
  /// - Returns: the tables in their order.
  public func screenTables(_ unit: MoneyUnit, printing: Printing = .adjusted) -> [Table] {
    [variantsTable(), memoTable(unit), inputsTable(), standardsTable()]
      + [guidesTable(), neighboursTable()].compactMap { $0 } + [peopleTable()] + moneyTables(unit, printing)
      + [limitsTable(unit), assumptionsTable(unit)]
  }

  /// Every file: all years, one row a key and run.
  public func fileTables() -> [Table] {
    [
      variantsFile(), standardsFile(), peopleFile(), moneyFile(), limitsFile(), inputsFile(), memoFile(),
      assumptionsFile(),
    ] + [guidesFile(), neighboursFile()].compactMap { $0 }
  }

  /// Above all tables: what is compared, which year is shown and why, and what changes nothing.
  public var words: Bilingual {
    var lines = [Labels.comparing(runs.count)]
    let first = differences.compactMap { $0 }.min()
    if isSame {
      lines.append(Labels.nothingDiffers)
    } else {
      if !isYearAsked { lines.append(Labels.firstYearOfDifference(year)) }
      if let first, first > runs[0].model.scenario.horizon.first { lines.append(Labels.nothingBefore(first)) }
      for run in others where differences[run] == nil {
        lines.append(Labels.changesNothing(runs[run].letter))
      }
      // Of a stack each step is held against the one before it.
      for run in others.dropFirst() where isStep(run) && isIdleStep(run) {
        lines.append(Labels.addsNothing(runs[run].letter, runs[run - 1].letter))
      }
    }
    if !isSame { lines += guideWords + neighbourWords }
    if others.contains(where: { horizonText($0) != horizonText(0) }) { lines.append(Labels.commonMonths) }
    return Bilingual(
      zh: lines.map(\.zh).joined(separator: "\n"), en: lines.map(\.en).joined(separator: "\n"))
  }

  private func horizonText(_ run: Int) -> String {
    let horizon = runs[run].model.scenario.horizon
    return "\(horizon.first) \(horizon.last)"
  }

  private func isStep(_ run: Int) -> Bool {
    runs[run].folder == runs[run - 1].folder && runs[run].reforms.count == runs[run - 1].reforms.count + 1
  }

  private func isIdleStep(_ run: Int) -> Bool {
    differences[run] != nil
      && FirstDifference.month(runs[run - 1].report.projection, runs[run].report.projection) == nil
  }

  private func variantsTable() -> Table {
    let last = runs.map(\.reforms.last)
    var columns = [
      letterColumn(Array(runs.indices)),
      Column("name", Labels.variantName, .notes(runs.map(\.name)), width: 60),
    ]
    if last.contains(where: { $0?.author != nil }) {
      columns.append(Column("author", Labels.author, .notes(last.map { $0?.author }), width: 30))
    }
    if last.contains(where: { $0?.note != nil }) {
      columns.append(Column("note", Labels.note, .notes(last.map { $0?.note }), width: 60))
    }
    columns.append(Column("run", Labels.runNumber, .texts(runs.map(\.report.runID))))
    return Table(
      id: "compare_variants", title: heading.title(Labels.comparedRuns, unit: nil), lead: basis,
      columns: columns)
  }

  /// On what each run's money rests; once where all agree.
  private var basis: [Bilingual] {
    let lines = runs.map(\.report.basisLine)
    guard Set(lines.map(\.en)).count > 1 else { return lines.first.map { [$0] } ?? [] }
    return zip(runs, lines).map { Bilingual(zh: "\($0.letter) \($1.zh)", en: "\($0.letter) \($1.en)") }
  }

  /// variant, scenario, title_zh, title_en, folder, reforms, set, first_difference, run_id.
  private func variantsFile() -> Table {
    func texts(_ id: String, _ text: (ComparedRun) -> String?) -> Column {
      Column(id, .texts(runs.map(text)))
    }
    func reform(_ id: String, _ text: (Reform) -> String?) -> Column {
      texts(id) { $0.reforms.compactMap(text).joined(separator: "; ") }
    }
    return Table(
      id: "compare_variants", title: Labels.comparedRuns,
      columns: [
        texts("variant", \.letter), texts("scenario") { $0.model.scenario.id },
        texts("title_zh") { $0.name.zh }, texts("title_en") { $0.name.en }, texts("folder", \.folder),
        reform("reforms", \.id), reform("author_zh") { $0.author?.zh }, reform("author_en") { $0.author?.en },
        reform("note_zh") { $0.note?.zh }, reform("note_en") { $0.note?.en },
        texts("set") { $0.sets.joined(separator: "; ") },
        Column("first_difference", .texts(differences.map { $0.map { "\($0)" } })),
        texts("run_id", \.report.runID),
      ])
  }
}

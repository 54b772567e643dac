import DoudiInputs

/// The memo of a standard adjustment: what is proposed, what it means for people, money, tiers and limits, what
/// ten yuan more cost, what differs in the inputs. Every figure of its sentences is read from one of its tables.
struct AdjustmentMemoDocument {
  let content: ExportContent
  let comparison: Comparison
  let form: PrintForm
  private let tables: [String: Table]

  init?(_ content: ExportContent, _ form: PrintForm) {
    guard let comparison = content.comparison, comparison.runs.count > 1 else { return nil }
    (self.content, self.comparison, self.form) = (content, comparison, form)
    tables = Dictionary(comparison.screenTables(form.unit, printing: form.printing).map { ($0.id, $0) }) {
      first, _ in first
    }
  }

  /// The document.
  func document() -> ReportDocument {
    let title = Labels.memoTitle(comparison.runs[0].name, comparison.year)
    var made = ReportDocument(id: "memo", title: form.words(title), form: form)
    made.say(form.words(Labels.madeBy(content.provenance)))
    for line in opening { made.say(line) }
    if form.printing == .rounded { made.say(form.words(Labels.roundedNote)) }
    var number = Numbering(form)
    let sentences = MemoSentences(comparison: comparison, tables: tables, form: form)
    add(Labels.memoProposal, sentences.standards, ["compare_variants", "compare_standards"], &number, &made)
    if let table = tables["compare_standards"] {
      made.add(.chart(ComparedBars.standards("memo-standards", table, letters: letters, form: form)))
    }
    if let table = tables["compare_guidelines"] {
      made.add(.list(sentences.guides))
      made.add(.table(table.bare))
    }
    for line in comparison.guideWords { made.say(form.sentence(line)) }
    if let table = tables["compare_neighbours"] {
      made.add(.list(sentences.ranks))
      made.add(.table(table.bare))
    }
    for line in comparison.neighbourWords { made.say(form.sentence(line)) }
    add(Labels.memoPeople, sentences.people, ["compare_caseload"], &number, &made)
    add(Labels.memoMoney, sentences.money, ["compare_programmes"], &number, &made)
    if let table = tables["compare_programmes"] {
      made.add(.chart(ComparedBars.money("memo-money", table, letters: letters, form: form)))
    }
    made.add(tables: ["compare_tiers", "compare_funds", "compare_regions"].compactMap { tables[$0]?.bare })
    add(Labels.memoTen, [], ["compare_memo"], &number, &made)
    add(Labels.limitsHeading, sentences.limits, ["compare_limits"], &number, &made)
    add(
      Labels.memoBasis, [], ["compare_inputs", "compare_assumptions"], &number, &made)
    made.add(.heading(2, number.next(Labels.documentsHeading)))
    made.add(.table(comparison.runs[0].report.documentsTable()))
    made.add(.heading(2, number.next(Labels.provenance)))
    made.add(tables: [content.provenance.table(), content.provenance.inputsTable()])
    return made
  }

  private var letters: [String] { comparison.runs.map(\.letter) }

  private func add(
    _ heading: Bilingual, _ sentences: [String], _ ids: [String], _ number: inout Numbering,
    _ made: inout ReportDocument
  ) {
    made.add(.heading(2, number.next(heading)))
    if !sentences.isEmpty { made.add(.list(sentences)) }
    made.add(tables: ids.compactMap { tables[$0]?.bare })
  }

  /// What is compared and what changes nothing; the year is in the title.
  private var opening: [String] {
    // The year is in the title; what has no guide is said beside the standards.
    let besides = comparison.guideWords + comparison.neighbourWords
    let elsewhere = ([Labels.firstYearOfDifference(comparison.year)] + besides).map(form.words)
    return comparison.words.text(form.language).split(separator: "\n").map(String.init)
      .filter { !elsewhere.contains($0) }
  }
}

import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  private static let inputsShown = 20

  /// What the runs were told differently, in words, with clause and source.
  func inputsTable() -> Table {
    let shown = Array(inputs.prefix(Self.inputsShown))
    let kinds = shown.map { Word($0.kind.rawValue, Labels.inputKind($0.kind)) }
    var columns = [
      Column("name", Labels.name, .notes(shown.map { name(of: $0) }), width: 40),
      Column("kind", Labels.inputKindTitle, .notes(kinds.map { $0.label })),
    ]
    for run in runs.indices {
      columns.append(
        Column(
          runs[run].letter, Bilingual(zh: runs[run].letter, en: runs[run].letter),
          .notes(shown.map { text(of: $0, run) }), width: 36))
    }
    columns += [
      Column("clause", Labels.clause, .texts(shown.map { $0.any?.citation?.clause }), width: 14),
      Column("source", Labels.inputSource, .notes(shown.map { reason(of: $0) }), width: 44),
    ]
    var table = Table(
      id: "compare_inputs", title: heading.title(Labels.inputsDiffer, unit: nil), columns: columns)
    if shown.isEmpty { table.notes = [Labels.noDifference] }
    if inputs.count > shown.count { table.notes = [Labels.rowsShown(shown.count, inputs.count, "compare_inputs.csv")] }
    return table
  }

  private func name(of one: InputDifference) -> Bilingual? {
    guard let title = one.any?.title else {
      return Labels.inputName(one) ?? Bilingual(zh: one.name, en: one.name)
    }
    return Bilingual(zh: "\(one.name) \(title.zh)", en: "\(one.name) \(title.en)")
  }

  private func text(of one: InputDifference, _ run: Int) -> Bilingual? {
    guard let side = one.sides[run] else { return absent(one, run) }
    switch side.value {
    case .term(let term): return term.text(runs[run].model.space.tree)
    case .figure(let value, let unit): return Labels.quantity(value.shortText(), unit.text)
    case .words(let words): return words
    }
  }

  /// What stands where a run has nothing: a rule that is off, an amount that its rule gives.
  private func absent(_ one: InputDifference, _ run: Int) -> Bilingual? {
    if one.kind == .rule { return Bilingual(zh: "停用", en: "off") }
    guard one.kind == .parameter, one.name.hasPrefix("amount."),
      let rule = runs[run].model.amounts.first(where: { "amount." + $0.gives == one.name })
    else { return Bilingual(zh: "—", en: "—") }
    return Bilingual(zh: "按规则\(rule.header.id)", en: "as rule \(rule.header.id) gives")
  }

  /// Source and reason of the first run that says something else than A, else of A.
  private func reason(of one: InputDifference) -> Bilingual? {
    let changed = one.sides.dropFirst().first { $0 != nil && $0?.content != one.sides[0]?.content }
    guard let side = (changed ?? nil) ?? one.any else { return nil }
    guard let why = side.why else { return side.source.map { Bilingual(zh: $0, en: $0) } }
    guard let source = side.source, source != "--set" else { return why }
    return Bilingual(zh: "\(why.zh)（\(source)）", en: "\(why.en) (\(source))")
  }

  /// kind, name, variant, value, unit, status, clause, document, source, why_zh, why_en: a row for what each run
  /// was told; value is empty where it was told nothing.
  func inputsFile() -> Table {
    let rows = inputs.flatMap { one in runs.indices.map { (one: one, run: $0, side: one.sides[$0]) } }
    func value(_ side: ModelInput?) -> (text: String?, unit: String?) {
      switch side?.value {
      case .term(let term): (term.valueText, term.unit.text)
      case .figure(let value, let unit): (value.shortText(), unit.text)
      case .words(let words): (words.en, nil)
      case nil: (nil, nil)
      }
    }
    return Table(
      id: "compare_inputs", title: Labels.inputsDiffer,
      columns: [
        Column("kind", .texts(rows.map(\.one.kind.rawValue))), Column("name", .texts(rows.map(\.one.name))),
        Column("variant", .texts(rows.map { runs[$0.run].letter })),
        Column("value", .figures(rows.map { value($0.side).text })),
        Column("unit", .texts(rows.map { value($0.side).unit })),
        Column("status", .texts(rows.map { $0.side?.status?.id })),
        Column("clause", .texts(rows.map { $0.one.any?.citation?.clause })),
        Column("document", .texts(rows.map { $0.one.any?.citation?.document.number })),
        Column("source", .texts(rows.map { $0.side?.source })),
        Column("why_zh", .texts(rows.map { $0.side?.why?.zh })),
        Column("why_en", .texts(rows.map { $0.side?.why?.en })),
      ])
  }
}

import DoudiInputs
public import DoudiUnits

extension Projection {
  /// A tracer over this run.
  public var tracer: Tracer {
    Tracer(
      world: world,
      amount: { position, cell, month in explainAmount(position, cell, month) },
      group: { position, cell, month in explainGroup(position, cell, month) })
  }

  /// Why an amount is what it is.
  public func explainAmount(_ position: Int, _ cell: Int, _ month: Month) -> TraceNode {
    let rule = model.amounts[position]
    if let decided = model.decided[position], let figure = decided.figure(cell, month, world) {
      return TraceNode(
        title: rule.header.name, formula: "= " + decided.term.name, value: figure.value.shortText(),
        unit: Units.monthly.text, status: figure.status, citation: rule.header.citation,
        children: [tracer.term(decided.term, cell, month)])
    }
    return rule.form.trace(cell, month, rule: rule.header, tracer: tracer)
  }

  /// Why a group has so many people.
  public func explainGroup(_ position: Int, _ cell: Int, _ month: Month) -> TraceNode {
    guard let rule = model.caseloads.first(where: { $0.form.gives.contains(position) }) else {
      return TraceNode(title: model.groups[position].name, value: "0", unit: "persons", status: .assumed)
    }
    return rule.form.trace(position, cell, month, rule: rule.header, tracer: tracer)
  }

  /// Why a ledger line was paid.
  public func explainLine(_ line: LedgerLine) -> TraceNode {
    let rule = model.payments[Int(line.rule)]
    return rule.form.trace(line, rule: rule.header, tracer: tracer)
  }

  /// Why a limit holds or not: the tested figure, the bound and the parameters of its rule.
  public func explainVerdict(_ verdict: Verdict) -> TraceNode {
    guard let rule = model.limits.first(where: { $0.header.id == verdict.rule }) else {
      return TraceNode(
        title: Bilingual(zh: verdict.id, en: verdict.id), value: "", unit: "", status: .assumed)
    }
    let cell =
      world.space.whole.first { world.space.cells[$0].region == verdict.region } ?? world.space.whole[0]
    let month = Month(year: verdict.period.year, month: 12)
    let texts = [verdict.value, verdict.bound, verdict.slack].map { $0?.shortText() ?? "?" }
    let isCap = verdict.slack.map { $0 != .zero && $0 + (verdict.value ?? .zero) == verdict.bound } ?? false
    let formula = isCap ? "\(texts[1]) - \(texts[0])" : "\(texts[0]) - \(texts[1])"
    return TraceNode(
      title: Bilingual(zh: "\(rule.header.name.zh)，余量", en: "\(rule.header.name.en), slack"),
      formula: formula,
      value: texts[2], unit: verdict.unit,
      status: verdict.status, citation: rule.header.citation,
      children: rule.header.terms.map { tracer.term($0, cell, month) }
        + rule.form.inputs(verdict, rule: rule.header, tracer: tracer))
  }
}

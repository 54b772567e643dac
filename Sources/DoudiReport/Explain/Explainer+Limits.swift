import DoudiInputs
import DoudiModel
import DoudiUnits

extension Explainer {
  /// One explanation a limit of the asked name: its verdicts, and the tightest of them in full.
  func limits() -> [Explanation] {
    let region = query.region ?? model.space.tree.root.code
    let all = projection.verdicts.filter { verdict in
      [verdict.id, verdict.rule].contains(query.name)
        && (query.year.map { $0 == verdict.period.year } ?? true)
        && (query.month.map { $0.year == verdict.period.year } ?? true)
    }
    return Set(all.map(\.rule)).sorted().map { rule in
      let ofRule = all.filter { $0.rule == rule }
      let here = ofRule.filter { $0.region == region }
      let shown = here.isEmpty ? ofRule : here
      let header = model.limits.first { $0.header.id == rule }?.header
      let tightest = shown.min { ($0.slack ?? .zero, $0.period) < ($1.slack ?? .zero, $1.period) }
      let report = RunReport(projection, withEffects: false)
      return Explanation(
        figure: "limit/\(shown.first?.id ?? rule)", title: header?.name ?? Bilingual(zh: rule, en: rule),
        tables: shown.count > 1
          ? [report.limitsTable(shown, name: header?.name ?? Labels.limits, withRegion: here.isEmpty, .yuan)]
          : [],
        traces: tightest.map { verdict in
          let name = model.space.tree.region(verdict.region)?.name ?? Bilingual(zh: "", en: "")
          return [
            (
              Bilingual(zh: "\(name.zh) \(verdict.period)", en: "\(name.en), \(verdict.period)"),
              projection.explainVerdict(verdict)
            )
          ]
        } ?? [])
    }
  }

  /// A supplied value: what it is, who reads it, the money it moves.
  func assumption(_ position: Int) -> Explanation {
    let one = model.assumptions[position]
    let origin = one.origin
    let moved = model.run(perturbation: Perturbation(assumption: position)).total - projection.total
    let reading = model.rulesReading(one.name)
    let parts = one.term.branches.flatMap { branch in
      branch.dated.map { dated in
        let place = [branch.region?.text, branch.area?.id, dated.from.map { "\($0)" }].compactMap { $0 }
        return TraceNode(
          title: Bilingual(
            zh: ([one.name] + place).joined(separator: " "), en: ([one.name] + place).joined(separator: " ")),
          value: dated.figure.value.shortText(), unit: one.term.unit.text, status: dated.figure.status,
          span: dated.origin.span,
          source: dated.origin.source, why: dated.origin.why)
      }
    }
    let readers = reading.map { header in
      TraceNode(
        title: Bilingual(zh: "\(header.id) \(header.name.zh)", en: "\(header.id) \(header.name.en)"),
        value: "", unit: "",
        status: one.status, citation: header.citation)
    }
    let node = TraceNode(
      title: Labels.movedBy(one.name), value: moved.description, unit: "CNY", status: one.status,
      citation: one.citation,
      span: origin?.span, children: parts + readers)
    return Explanation(
      figure: "assumption/\(one.name)", title: Bilingual(zh: one.name, en: one.name), tables: [],
      traces: [(Labels.stepMoved, node)])
  }
}

extension Model {
  /// Rules with a term of this name.
  func rulesReading(_ name: String) -> [RuleHeader] {
    let headers =
      amounts.map(\.header) + caseloads.map(\.header) + payments.map(\.header) + limits.map(\.header)
    var seen: Set<String> = []
    return headers.filter { header in
      header.terms.contains { $0.name == name } && seen.insert(header.id).inserted
    }
  }
}

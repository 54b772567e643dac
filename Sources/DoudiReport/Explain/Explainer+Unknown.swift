import DoudiInputs
import DoudiModel
import DoudiUnits

extension Explainer {
  /// All figures by kind.
  private var known: [(kind: FigureQuery.Kind, names: [String])] {
    [
      (.standard, model.amounts.map(\.gives)), (.caseload, model.groups.map(\.id)),
      (.ledger, Set(model.payments.map { model.programmes[$0.form.programme].id }).sorted()),
      (.limit, Set(projection.verdicts.map(\.id)).sorted()),
      (.assumption, model.assumptions.map(\.name).sorted()),
    ]
  }

  /// What the books say of a mechanism that no rule computes; nil where they do not name it.
  private var registered: UnknownFigure? {
    guard let entry = model.register.first(where: { $0.id == query.name }) else { return nil }
    let cited = Labels.cited(entry.citation)
    return UnknownFigure(
      message: Bilingual(
        zh: "\(entry.id)没有规则计算：\(entry.reason.zh)\n条款：\(cited.zh)",
        en: "no rule computes \(entry.id): \(entry.reason.en)\nclause: \(cited.en)"))
  }

  /// Rules whose identifiers begin with the asked name.
  private var beginningWithName: [String] {
    let headers = model.amounts.map(\.header) + model.caseloads.map(\.header) + model.payments.map(\.header)
    return Set((headers + model.limits.map(\.header)).map(\.id)).filter { $0.hasPrefix(query.name) }.sorted()
  }

  func unknown() -> UnknownFigure {
    let listed = known.filter { query.kind == nil || query.kind == $0.kind }
    let near = nearestName(to: query.name, among: listed.flatMap(\.names))
    if let entry = registered { return entry }
    let list = listed.map { "  \($0.kind.rawValue)/  \($0.names.joined(separator: " "))" }.joined(
      separator: "\n")
    let rules = beginningWithName.joined(separator: " ")
    let path = listed.first { near.map($0.names.contains) ?? false }.map {
      "\($0.kind.rawValue)/\(near ?? "")"
    }
    return UnknownFigure(
      message: Bilingual(
        zh: "没有名为“\(query.name)”的数" + (path.map { "，是否想写\($0)？" } ?? "")
          + (rules.isEmpty ? "" : "\n以此开头的规则：\(rules)") + "\n可选：\n" + list,
        en: "there is no figure \"\(query.name)\"" + (path.map { "; did you mean \($0)?" } ?? "")
          + (rules.isEmpty ? "" : "\nrules that begin so: \(rules)") + "\nthere are:\n" + list))
  }
}

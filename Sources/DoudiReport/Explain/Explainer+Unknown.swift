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

  /// The rules of the asked name that are off, and how to enable them; nil where there are none.
  private var switchedOff: UnknownFigure? {
    let found = model.rulesOff(query.name).map { one in
      let parts = model.rulesOff(one.rule.mechanism).filter { $0.state == one.state }.map(\.rule)
      return Labels.isOff(one.rule, one.state, with: parts)
    }
    guard !found.isEmpty else { return nil }
    return UnknownFigure(
      message: Bilingual(
        zh: found.map(\.zh).joined(separator: "\n"), en: found.map(\.en).joined(separator: "\n")))
  }

  /// Rules whose identifiers begin with the asked name.
  private var beginningWithName: [String] {
    let headers = model.amounts.map(\.header) + model.caseloads.map(\.header) + model.payments.map(\.header)
    return Set((headers + model.limits.map(\.header)).map(\.id)).filter { $0.hasPrefix(query.name) }.sorted()
  }

  func unknown() -> UnknownFigure {
    if let off = switchedOff { return off }
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

  /// The name is known, but not in the asked region, area or month.
  func nothingThere() -> UnknownFigure {
    let areas = Set(peopleAreas).sorted().map(\.id).joined(separator: " ")
    let isNowhere = query.region == nil && query.area == nil && query.month == nil && query.year == nil
    return UnknownFigure(
      message: Bilingual(
        zh: isNowhere ? "“\(query.name)”在测算期内没有数" : "“\(query.name)”在所问的区划、城乡或时间没有数；城乡可选：\(areas)",
        en: isNowhere
          ? "\"\(query.name)\" has no figure in the horizon"
          : "\"\(query.name)\" has no figure in that region, area or month; areas: \(areas)"))
  }

  /// Areas of the asked region.
  private var peopleAreas: [Area] {
    let leaves = query.region.map { model.space.tree.leaves(under: $0) } ?? model.space.leaves
    return leaves.flatMap(\.areas) + [.all]
  }
}

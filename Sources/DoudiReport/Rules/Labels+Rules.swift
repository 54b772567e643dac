import DoudiInputs
import DoudiModel

extension Labels {
  static let ruleList = Bilingual(zh: "规则", en: "Rules")
  static let coverage = Bilingual(zh: "机制覆盖", en: "Coverage of mechanisms")
  static let book = Bilingual(zh: "政策文本", en: "Book")
  static let form = Bilingual(zh: "形式", en: "Form")
  static let parameters = Bilingual(zh: "参数", en: "Parameters")
  static let treatment = Bilingual(zh: "处理", en: "Treatment")
  static let detail = Bilingual(zh: "说明", en: "How, or why not")
  static let openTerms = Bilingual(zh: "待定参数", en: "Open terms")
  static let unaccounted = Bilingual(zh: "未处理", en: "not accounted for")

  /// What the program does about a mechanism.
  static func treatment(_ id: String) -> Bilingual {
    switch id {
    case "computed": Bilingual(zh: "计算", en: "computed")
    case "tested": Bilingual(zh: "核对", en: "tested")
    case "monitored": Bilingual(zh: "监测，不计资金", en: "monitored without money")
    case "off": Bilingual(zh: "关闭，启用后计算", en: "off until enabled")
    case "disabled": Bilingual(zh: "方案停用", en: "disabled by the scenario")
    case "taxonomy": Bilingual(zh: "分类", en: "taxonomy")
    case "timetable": Bilingual(zh: "时间要求", en: "timetable")
    case "eligibility": Bilingual(zh: "资格条件", en: "eligibility")
    case "process": Bilingual(zh: "程序", en: "procedure")
    default: Bilingual(zh: "无法计算", en: "not computable")
    }
  }

  /// An open parameter with what is suggested for it.
  static func open(_ unit: String, _ suggested: String) -> Bilingual {
    let (zh, en) = suggested.isEmpty ? ("", "") : ("，参考\(suggested)", ", suggested \(suggested)")
    let unit = unit.isEmpty ? "" : " \(unit)"
    return Bilingual(zh: "待定\(unit)\(zh)", en: "open\(unit)\(en)")
  }

  static let meaning = Bilingual(zh: "含义", en: "What it is")
  static let suggested = Bilingual(zh: "参考值", en: "Suggested")
  static let suggestedBy = Bilingual(zh: "参考值来源", en: "Source of the suggestion")

  /// How many mechanisms there are, how many nothing accounts for, and how many citations the digest lacks.
  static func covered(_ count: Int, missing: Int, undigested: Int) -> Bilingual {
    var (zh, en) = ("\(count)项机制", "\(count) mechanisms")
    if missing > 0 { (zh, en) = (zh + "，\(missing)项未处理", en + ", \(missing) not accounted for") }
    if undigested > 0 {
      zh += "，\(undigested)处引用的条款不在条款摘要中"
      en += ", \(undigested) \(undigested == 1 ? "citation" : "citations") of clauses that the digest lacks"
    }
    if missing == 0, undigested == 0 { (zh, en) = (zh + "，全部有处理", en + ", all accounted for") }
    return Bilingual(zh: zh, en: en)
  }

  /// A rule that a scenario does not compute: why, its clause, and what switches it on together with the
  /// other parts of its mechanism.
  static func isOff(_ rule: RuleEntry, _ state: RuleState, with parts: [RuleEntry]) -> Bilingual {
    let cited = cited(rule.citation)
    let (ids, open) = (parts.map(\.id).joined(separator: ", "), open(parts.flatMap(\.openTerms)))
    let isDisabled = state == .disabled
    return Bilingual(
      zh: "\(rule.id) \(rule.name.zh)："
        + (isDisabled
          ? "方案已停用，不计算。从 scenario.yaml 的 disable 中去掉 \(ids) 即可计算"
          : "政策文本中缺省关闭，不计算。在 scenario.yaml 写 enable: [\(ids)] 即可计算") + open.zh
        + "\n条款：\(cited.zh)",
      en: "\(rule.id) \(rule.name.en): "
        + (isDisabled
          ? "disabled by the scenario, not computed. Take \(ids) out of disable in scenario.yaml"
          : "off, not computed. To enable it write enable: [\(ids)] in scenario.yaml") + open.en
        + "\nclause: \(cited.en)")
  }

  /// What a scenario that enables rules has to supply.
  private static func open(_ terms: [String]) -> Bilingual {
    guard !terms.isEmpty else { return Bilingual(zh: "", en: "") }
    let names = terms.joined(separator: " ")
    return Bilingual(zh: "，并提供待定参数：\(names)", en: "; it asks for \(names)")
  }
}

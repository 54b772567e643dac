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
    case "off": Bilingual(zh: "缺省不计，可启用", en: "off until enabled")
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

  /// How many mechanisms there are and how many nothing accounts for.
  static func covered(_ count: Int, missing: Int) -> Bilingual {
    missing == 0
      ? Bilingual(zh: "\(count)项机制，全部有处理", en: "\(count) mechanisms, all accounted for")
      : Bilingual(zh: "\(count)项机制，\(missing)项未处理", en: "\(count) mechanisms, \(missing) not accounted for")
  }
}

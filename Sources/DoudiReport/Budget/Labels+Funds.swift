import DoudiInputs
import DoudiModel

extension Labels {
  static let fundUses = Bilingual(zh: "资金用途", en: "What funds may be used for")
  static let fund = Bilingual(zh: "资金", en: "Fund")
  static let use = Bilingual(zh: "可否列支", en: "Use")
  static let capRule = Bilingual(zh: "上限规则", en: "Cap")
  static let verifiedUse = Bilingual(zh: "已核实", en: "Verified")

  /// Whether a fund may pay; nil: nothing is said.
  static func use(_ use: FundUse.Use?) -> Bilingual {
    switch use {
    case .allowed: Bilingual(zh: "可以", en: "allowed")
    case .capped: Bilingual(zh: "有上限", en: "capped")
    case .forbidden: Bilingual(zh: "不得", en: "forbidden")
    case nil: Bilingual(zh: "未规定", en: "not said")
    }
  }
}

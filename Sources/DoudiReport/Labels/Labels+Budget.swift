import DoudiInputs
import DoudiModel

extension Labels {
  static let budgetTable = Bilingual(zh: "预算", en: "Budget")
  static let notGiven = Bilingual(zh: "未提供", en: "not given")
  static let lastBudget = Bilingual(zh: "上年预算", en: "Last budget")
  static let lastOutturn = Bilingual(zh: "上年执行", en: "Last outturn")
  static let lastProjected = Bilingual(zh: "上年预算（测算）", en: "Last year (projected)")
  static let thisBudget = Bilingual(zh: "本年预算", en: "Budget")
  static let change = Bilingual(zh: "增减额", en: "Change")
  static let percent = Bilingual(zh: "增减%", en: "%")
  static let byVolume = Bilingual(zh: "人数", en: "Persons")
  static let byPrice = Bilingual(zh: "标准", en: "Standard")
  static let byRatio = Bilingual(zh: "补差率", en: "Ratio")
  static let byOnce = Bilingual(zh: "一次性", en: "One-off")
  static let byOther = Bilingual(zh: "上年差异", en: "Last year differs")
  static let changeReason = Bilingual(zh: "增减原因", en: "Reason")
  static let lastDigit = Bilingual(zh: "尾数调整", en: "last digit fitted")
  static let changeColumns = Bilingual(
    zh: "增减额为各原因之和。按人次、名额计的项目，“人数”为人次、名额，“标准”为次均、费用；储备金、价格补贴、预付和跨年补发列一次性",
    en:
      "The causes add up to the change. Where cases or posts are paid they stand under Persons, their price under Standard; reserves, price subsidies, advances and back pay across years are one-off"
  )
  static let lastYearMissing = Bilingual(
    zh: "上年数未提供：在scenario.yaml写last_year: 文件，列region,programme,budget,outturn,status,source",
    en:
      "Last year's figures are not given: name a file under last_year in scenario.yaml, with columns region,programme,budget,outturn,status,source"
  )
  static let lastYearDiffers = Bilingual(
    zh: "上年差异：按同一规则推算的上年数与所给上年数之差",
    en: "Last year differs: what the rules give for last year less the figure given"
  )
  static let monthsDiffer = Bilingual(
    zh: "两年所含月数不同，“人数”含月数之差", en: "The two years cover different months; Persons holds the difference")

  /// How far last year's figures can be relied on.
  static func lastYearStatus(_ status: Bilingual) -> Bilingual {
    Bilingual(zh: "上年数：\(status.zh)", en: "Last year's figures: \(status.en)")
  }

  /// What a volume counts.
  static func volume(_ kind: VolumeKind) -> Bilingual {
    switch kind {
    case .persons: Bilingual(zh: "人数", en: "persons")
    case .cases: Bilingual(zh: "人次", en: "cases")
    case .posts: Bilingual(zh: "名额", en: "posts")
    }
  }

  /// What a price is.
  static func price(_ kind: VolumeKind) -> Bilingual {
    switch kind {
    case .persons: Bilingual(zh: "标准", en: "standard")
    case .cases: Bilingual(zh: "次均", en: "mean grant")
    case .posts: Bilingual(zh: "费用标准", en: "cost of a post")
    }
  }

  /// What a price is counted in.
  static func priceUnit(_ kind: VolumeKind, isYearly: Bool) -> Bilingual {
    if kind == .cases { return Bilingual(zh: "元/人次", en: "CNY a case") }
    return isYearly ? Bilingual(zh: "元/年", en: "CNY a year") : Bilingual(zh: "元/月", en: "CNY a month")
  }

  /// What a ratio is.
  static func ratio(_ kind: VolumeKind) -> Bilingual {
    kind == .posts
      ? Bilingual(zh: "承担比例", en: "share borne") : Bilingual(zh: "补差率", en: "benefit ratio")
  }
}

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
  static let family = Bilingual(zh: "救助类别", en: "Family")
  static let department = Bilingual(zh: "责任部门", en: "Department")
  static let departmentsAssumed = Bilingual(
    zh: "文件未写明责任部门的项目，按部门职责归集（假设）",
    en: "Where a document names no department, the programme is put with the one whose duty it is (assumed)")
  static let unclaimed = Bilingual(zh: "未归入任何一类", en: "Claimed by no class")

  /// Families of assistance by identifier.
  static let families: [(id: String, name: Bilingual)] = [
    ("basic", Bilingual(zh: "基本生活救助", en: "Basic living")),
    ("specialised", Bilingual(zh: "专项救助", en: "Specialised")),
    ("urgent", Bilingual(zh: "急难救助", en: "Urgent")),
    ("care", Bilingual(zh: "关爱帮扶", en: "Care and other help")),
    ("social", Bilingual(zh: "社会力量", en: "Social forces")),
    ("administration", Bilingual(zh: "工作保障", en: "Administration")),
  ]

  /// The money that no class claims.
  static func unclaimedShare(_ money: String, _ percent: String) -> Bilingual {
    Bilingual(
      zh: "未归入任何一类的资金：\(money)，占总额\(percent)%",
      en: "Money that no class claims: \(money), \(percent) % of the total")
  }

  /// What classes count more than once.
  static func classesOverlap(_ claimed: String, _ twice: String) -> Bilingual {
    Bilingual(
      zh: "各类对象有重叠，不可相加：各类合计\(claimed)，其中\(twice)为重复计入",
      en: "Classes overlap and do not add up: together they claim \(claimed), \(twice) of it more than once")
  }

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

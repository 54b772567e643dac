public import DoudiInputs
public import DoudiUnits
public import DoudiModel

/// Every word that a table, a trace or a message of this program prints, in both languages.
///
/// Names of places, programmes, groups, amounts and rules are not here: they come from the books.
public enum Labels {
  // MARK: vocabulary

  /// How far a figure can be relied on.
  public static func status(_ status: Status) -> Bilingual {
    switch status {
    case .stated: Bilingual(zh: "文件载明", en: "stated")
    case .observed: Bilingual(zh: "观测", en: "observed")
    case .estimated: Bilingual(zh: "推算", en: "estimated")
    case .open: Bilingual(zh: "待定", en: "open")
    case .assumed: Bilingual(zh: "假设", en: "assumed")
    }
  }

  /// Whether a limit holds.
  public static func finding(_ finding: Finding) -> Bilingual {
    switch finding {
    case .met: Bilingual(zh: "符合", en: "met")
    case .broken: Bilingual(zh: "不符", en: "broken")
    case .undecidable: Bilingual(zh: "无法判断", en: "undecidable")
    }
  }

  /// How binding a limit is.
  public static func strictness(_ strictness: Strictness) -> Bilingual {
    switch strictness {
    case .hard: Bilingual(zh: "刚性", en: "hard")
    case .soft: Bilingual(zh: "原则上", en: "soft")
    }
  }

  /// Who pays.
  public static func tier(_ tier: Tier) -> Bilingual {
    switch tier {
    case .central: Bilingual(zh: "中央", en: "central")
    case .province: Bilingual(zh: "省级", en: "province")
    case .prefecture: Bilingual(zh: "市级", en: "prefecture")
    case .county: Bilingual(zh: "县级", en: "county")
    case .township: Bilingual(zh: "镇街", en: "township")
    }
  }

  /// Town or country.
  public static func area(_ area: Area) -> Bilingual {
    switch area {
    case .urban: Bilingual(zh: "城镇", en: "urban")
    case .rural: Bilingual(zh: "农村", en: "rural")
    case .all: Bilingual(zh: "不分城乡", en: "all")
    }
  }

  /// Why a line is paid.
  public static func lineType(_ type: LineType) -> Bilingual {
    switch type {
    case .regular: Bilingual(zh: "当月发放", en: "regular")
    case .backPay: Bilingual(zh: "补发", en: "back pay")
    case .phaseOut: Bilingual(zh: "渐退", en: "phase-out")
    case .topUp: Bilingual(zh: "增发", en: "top-up")
    case .grantTownship: Bilingual(zh: "镇街审批", en: "granted by township")
    case .grantCounty: Bilingual(zh: "县级审批", en: "granted by county")
    case .priceSubsidy: Bilingual(zh: "价格补贴", en: "price subsidy")
    case .oneOff: Bilingual(zh: "一次性", en: "one-off")
    case .offset: Bilingual(zh: "扣抵", en: "offset")
    case .reserveTopUp: Bilingual(zh: "补充储备", en: "reserve top-up")
    case .reserveDrawdown: Bilingual(zh: "动用储备", en: "reserve drawdown")
    case .advanceOut: Bilingual(zh: "预拨", en: "advance")
    case .advanceBack: Bilingual(zh: "预拨收回", en: "advance returned")
    }
  }

  /// How much a diagnostic matters.
  public static func severity(_ severity: Severity) -> Bilingual {
    switch severity {
    case .error: Bilingual(zh: "错误", en: "error")
    case .warning: Bilingual(zh: "警告", en: "warning")
    case .note: Bilingual(zh: "提示", en: "note")
    }
  }

  // MARK: titles

  static let summary = Bilingual(zh: "汇总", en: "Summary")
  static let tiers = Bilingual(zh: "按层级", en: "By tier")
  static let regions = Bilingual(zh: "按区划", en: "By region")
  static let standards = Bilingual(zh: "标准", en: "Standards")
  static let caseload = Bilingual(zh: "人数", en: "People")
  static let limits = Bilingual(zh: "合规", en: "Limits")
  static let cases = Bilingual(zh: "逐户核对", en: "Households against thresholds")
  static let assumptions = Bilingual(zh: "假设", en: "Assumptions")
  static let documents = Bilingual(zh: "文件效力", en: "Validity of documents")
  static let deadlines = Bilingual(zh: "期限已过的事项", en: "Matters whose date has passed")
  static let trial = Bilingual(zh: "试算", en: "trial calculation")
  static let budget = Bilingual(zh: "预算", en: "budget")

  // MARK: headings

  static let programme = Bilingual(zh: "项目", en: "Programme")
  static let total = Bilingual(zh: "合计", en: "Total")
  static let basis = Bilingual(zh: "依据", en: "Basis")
  static let rules = Bilingual(zh: "规则与条款", en: "Rules and clauses")
  static let tierTitle = Bilingual(zh: "层级", en: "Tier")
  static let region = Bilingual(zh: "区划", en: "Region")
  static let amount = Bilingual(zh: "标准", en: "Amount")
  static let areaTitle = Bilingual(zh: "城乡", en: "Area")
  static let scope = Bilingual(zh: "范围", en: "Where")
  static let group = Bilingual(zh: "对象", en: "Group")
  static let persons = Bilingual(zh: "人数", en: "Persons")
  static let households = Bilingual(zh: "户数", en: "Households")
  static let month = Bilingual(zh: "月", en: "month")
  static let yearWord = Bilingual(zh: "年", en: "year")
  static let perMonth = Bilingual(zh: "元/月", en: "CNY/month")
  static let perYear = Bilingual(zh: "元/年", en: "CNY/year")
  static let limit = Bilingual(zh: "条目", en: "Limit")
  static let period = Bilingual(zh: "时期", en: "Period")
  static let value = Bilingual(zh: "实际", en: "Value")
  static let bound = Bilingual(zh: "限值", en: "Bound")
  static let belowThreshold = Bilingual(zh: "低于", en: "Below")
  static let onThreshold = Bilingual(zh: "恰等", en: "Exactly on")
  static let aboveThreshold = Bilingual(zh: "高于", en: "Above")
  static let belowAfterOutlays = Bilingual(zh: "扣支出后低于", en: "Below after outlays")
  static let decidedByCounty = Bilingual(zh: "县级审批", en: "Decided by county")
  static let whatItDecides = Bilingual(zh: "结果", en: "What it decides")
  static let boundaryHits = Bilingual(zh: "恰在界限上者", en: "On the bound")
  static let slack = Bilingual(zh: "余量", en: "Slack")
  static let unit = Bilingual(zh: "单位", en: "Unit")
  static let strictnessTitle = Bilingual(zh: "约束", en: "Kind")
  static let verdict = Bilingual(zh: "结论", en: "Verdict")
  static let clause = Bilingual(zh: "条款", en: "Clause")
  static let note = Bilingual(zh: "说明", en: "Note")
  static let name = Bilingual(zh: "名称", en: "Name")
  static let setTo = Bilingual(zh: "取值", en: "Value")
  static let statusTitle = Bilingual(zh: "依据", en: "Status")
  static let moved = Bilingual(zh: "影响金额", en: "Money moved")
  static let reason = Bilingual(zh: "理由", en: "Reason")
  static let document = Bilingual(zh: "文件", en: "Document")
  static let number = Bilingual(zh: "文号", en: "Number")
  static let issued = Bilingual(zh: "印发", en: "Issued")
  static let validUntil = Bilingual(zh: "有效期至", en: "Valid until")
  static let verified = Bilingual(zh: "核实有效", en: "Verified")
  static let deadline = Bilingual(zh: "期限", en: "Date")
  static let mechanism = Bilingual(zh: "编号", en: "Id")
  static let lowest = Bilingual(zh: "最低", en: "lowest")
  static let highest = Bilingual(zh: "最高", en: "highest")
  static let everywhere = Bilingual(zh: "各地", en: "everywhere")

  static let money = Bilingual(zh: "金额", en: "Money")
  static let lineTypeTitle = Bilingual(zh: "类型与规则", en: "Type and rule")
  static let formula = Bilingual(zh: "算式：", en: "formula: ")
  static let clauseIs = Bilingual(zh: "条款：", en: "clause: ")
  static let source = Bilingual(zh: "来源：", en: "source: ")
  static let why = Bilingual(zh: "理由：", en: "why: ")

  // MARK: sentences

  static let hint = Bilingual(zh: "建议：", en: "hint: ")

  static let emptyTable = Bilingual(zh: "本表为空表", en: "This table is empty")
  static let expired = Bilingual(zh: "期限已过", en: "date has passed")
  static let unknown = Bilingual(zh: "未载明", en: "not stated")
  static let assumedMark = Bilingual(zh: "* 该结论建立在假设之上", en: "* the verdict rests on assumptions")
  static let fitted = Bilingual(
    zh: "各行按最大余数调整尾数，行列合计与表内数字一致",
    en: "Last digits are fitted by largest remainder, so that rows and columns add up as printed")
  static let groupsOverlap = Bilingual(
    zh: "期末数；对象之间有重叠，不可相加。人次类为全年累计",
    en:
      "At the year's end, hholds: households; groups overlap and do not add up. Cases are those of the whole year"
  )
  static let stepMoved = Bilingual(
    zh: "影响金额：该项上调十分之一（为零的取1%或1，年数、月数和年份加一，是否类取反）后，测算期总额的变化",
    en:
      "Money moved: change of the horizon's total when the value is raised by a tenth (a zero set to 1 % or 1, years and months by one, a yes/no turned over)"
  )

  /// Heading of what a figure is made of.
  static func composed(_ name: Bilingual, _ time: String) -> Bilingual {
    Bilingual(zh: "\(name.zh) \(time) 的构成", en: "\(name.en), \(time): what it is made of")
  }

  /// The same for money, with its unit.
  static func composed(_ name: Bilingual, _ time: String, _ unit: MoneyUnit) -> Bilingual {
    let title = composed(name, time)
    return Bilingual(
      zh: "\(title.zh) · 单位：\(unit.label.zh)", en: "\(title.en) · in \(unit.label.en)")
  }

  /// A sum below a table.
  static func totalIs(_ total: String) -> Bilingual { Bilingual(zh: "合计 \(total)", en: "Total \(total)") }

  /// Yes or no.
  static func flag(_ isSet: Bool) -> Bilingual {
    isSet ? Bilingual(zh: "是", en: "yes") : Bilingual(zh: "否", en: "no")
  }

  /// Document, number, clause and quoted phrase.
  static func cited(_ citation: Citation) -> Bilingual {
    let document = citation.document
    var (zh, en) = citation.quote.isEmpty ? ("", "") : ("“\(citation.quote)”", " \"\(citation.quote)\"")
    if !citation.sense.isEmpty { (zh, en) = ("（大意：\(citation.sense)）", " (in our words: \(citation.sense))") }
    return Bilingual(
      zh: "\(document.title)（\(document.number)）\(citation.clause)\(zh)",
      en: "\(document.title) (\(document.number)) \(citation.clause)\(en)")
  }

  /// What an assumption does.
  static func movedBy(_ name: String) -> Bilingual {
    Bilingual(zh: "\(name) 影响的金额", en: "money moved by \(name)")
  }

  /// How many rows of how many are shown.
  static func shown(_ count: Int, of all: Int) -> Bilingual {
    Bilingual(
      zh: "共\(all)项，此处列前\(count)项，全部见 --out 写出的 assumptions.csv",
      en: "The first \(count) of \(all); all are in assumptions.csv, written by --out")
  }
}

import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits

extension Labels {
  static let comparedRuns = Bilingual(zh: "比较的方案", en: "What is compared")
  static let variant = Bilingual(zh: "方案", en: "Variant")
  static let variantName = Bilingual(zh: "内容", en: "What it is")
  static let author = Bilingual(zh: "提出者", en: "Author")
  static let runNumber = Bilingual(zh: "运行", en: "Run")
  static let byFund = Bilingual(zh: "按资金", en: "By fund")
  static let growth = Bilingual(zh: "比上年%", en: "Growth %")
  static let urbanToRural = Bilingual(zh: "城乡比", en: "Urban:rural")
  static let onA = Bilingual(zh: "比A元/月", en: "On A, month")
  static let onAPercent = Bilingual(zh: "比A%", en: "On A %")
  static let noDifference = Bilingual(zh: "没有差别", en: "No difference")
  static let nothingDiffers = Bilingual(
    zh: "没有差别：标准、人数、金额和限额在整个测算期内都相同",
    en: "No difference: standards, people, money and limits are the same throughout the horizon")
  static let otherAmounts = Bilingual(
    zh: "其余标准没有差别，见compare_standards.csv",
    en: "The other amounts do not differ; they are in compare_standards.csv")
  static let ofRegions = Bilingual(
    zh: "最低、最高指各区划中的最低、最高，逐区划见compare_standards.csv",
    en: "Lowest and highest of the regions; compare_standards.csv has each")
  static let sameVerdicts = Bilingual(zh: "结论都没有改变", en: "No verdict changes")
  static let commonMonths = Bilingual(
    zh: "测算期不同：只比较共同的月份，某方案没有的年份不列金额",
    en: "Horizons differ: months that all cover are compared; a year that a variant lacks has no figure")
  static let memo = Bilingual(zh: "每提高10元/月", en: "Each 10 CNY a month more")
  static let memoAll = Bilingual(zh: "全年增支", en: "Cost a year")
  static let newEntrants = Bilingual(zh: "新增对象", en: "New entrants")
  static let noAmountDiffers = Bilingual(zh: "没有一项标准有差别", en: "No amount differs")
  static let memoNote = Bilingual(
    zh: "在A上，该标准在测算期内每月都高10元；联动增支含在全年增支内，各行不可相加；本级为政策文本所在层级",
    en:
      "On top of A, with the amount 10 CNY higher in every month; what follows is within the cost, rows do not add up; own tier: that of the place's book"
  )
  static let inputsDiffer = Bilingual(zh: "输入的差别", en: "What differs in the inputs")
  static let inputKindTitle = Bilingual(zh: "类别", en: "Kind")
  static let inputSource = Bilingual(zh: "理由与来源", en: "Reason and source")

  static let byProgramme = Bilingual(zh: "按项目", en: "By programme")
  static let everyVariant = Bilingual(zh: "各方案", en: "all")
  static let peopleNote = Bilingual(
    zh: "期末数；对象之间有重叠，不可相加。人次类为全年累计",
    en: "At the year's end; groups overlap and do not add up. Cases are those of the whole year")

  static func rowsShown(_ count: Int, _ all: Int, _ file: String) -> Bilingual {
    Bilingual(
      zh: "共\(all)项，此处列前\(count)项，全部见--out写出的\(file)",
      en: "The first \(count) of \(all); all are in \(file), written by --out")
  }

  /// "reform ID: title (author): note".
  static func reform(_ reform: Reform) -> Bilingual {
    let author = reform.author.map { Bilingual(zh: "（\($0.zh)）", en: " (\($0.en))") }
    let note = reform.note.map { Bilingual(zh: "：\($0.zh)", en: ": \($0.en)") }
    return Bilingual(
      zh: "改革方案 \(reform.id)：\(reform.title.zh)\(author?.zh ?? "")\(note?.zh ?? "")",
      en: "reform \(reform.id): \(reform.title.en)\(author?.en ?? "")\(note?.en ?? "")")
  }

  static func comparing(_ count: Int) -> Bilingual {
    Bilingual(zh: "\(count)个方案的比较，差额都是与A相比", en: "\(count) variants compared; differences are to A")
  }

  static func firstYearOfDifference(_ year: Int) -> Bilingual {
    Bilingual(
      zh: "所列为最早有差别的\(year)年，其他年份加--year",
      en: "Shown: \(year), the first year that differs; others with --year")
  }

  static func nothingBefore(_ month: Month) -> Bilingual {
    let zh = month.month == 1 ? "\(month.year)年" : "\(month.year)年\(month.month)月"
    return Bilingual(
      zh: "\(zh)以前没有差别", en: "Nothing differs before \(month.month == 1 ? "\(month.year)" : "\(month)")")
  }

  static func changesNothing(_ letter: String) -> Bilingual {
    Bilingual(
      zh: "\(letter)与A没有差别：所作改动不改变任何结果", en: "\(letter): no difference to A; what it changes moves no result")
  }

  static func addsNothing(_ letter: String, _ before: String) -> Bilingual {
    Bilingual(zh: "\(letter)与\(before)没有差别", en: "\(letter): no difference to \(before)")
  }

  static func ofConsumption(_ year: Int) -> Bilingual {
    Bilingual(zh: "占\(year)年消费%", en: "% of \(year) consumption")
  }

  static func ofIncome(_ year: Int) -> Bilingual {
    Bilingual(zh: "占\(year)年收入%", en: "% of \(year) income")
  }

  static func compareScope(_ scope: Comparison.StandardRow.Scope) -> Bilingual {
    switch scope {
    case .everywhere: everywhere
    case .lowest: lowest
    case .highest: highest
    }
  }

  static func entrants(_ difference: Bilingual) -> Bilingual {
    Bilingual(zh: "新增 \(difference.zh)", en: "Entrants \(difference.en)")
  }

  static func slackOf(_ letter: String) -> Bilingual {
    Bilingual(zh: "\(letter)余量", en: "Slack \(letter)")
  }

  static func valueOf(_ letter: String) -> Bilingual {
    Bilingual(zh: "\(letter)取值", en: "Value \(letter)")
  }

  static func movedIn(_ letter: String) -> Bilingual {
    Bilingual(zh: "\(letter)影响金额", en: "Moves in \(letter)")
  }

  static func memoOwn(_ tier: Tier) -> Bilingual {
    Bilingual(zh: "本级（\(self.tier(tier).zh)）", en: "Own tier (\(self.tier(tier).en))")
  }

  /// Of all, own tier, what follows and new entrants.
  static func memoSentence(_ amount: Bilingual, _ tier: Tier, _ money: [String], _ unit: Bilingual)
    -> Bilingual
  {
    guard money.count == 4 else { return amount }
    let own = self.tier(tier)
    return Bilingual(
      zh:
        "\(amount.zh)每提高10元/月：全年\(money[0])\(unit.zh)，本级（\(own.zh)）\(money[1])\(unit.zh)，其中联动\(money[2])、新增对象\(money[3])",
      en:
        "\(amount.en): each 10 CNY a month more costs \(money[0]) (in \(unit.en)) a year, own tier (\(own.en)) \(money[1]); of the cost amounts that follow \(money[2]), new entrants \(money[3])"
    )
  }

  static func marginOf(_ fund: Bilingual, _ own: Bilingual, isMoneyLeft: Bool) -> Bilingual {
    let left = Bilingual(
      zh: "；下达资金尚有结余，实际先用结余", en: "; of the money issued some is left and would be used up first")
    return Bilingual(
      zh: "\(fund.zh)的下达额已定，增支全由\(own.zh)承担\(isMoneyLeft ? left.zh : "")",
      en: "\(fund.en): what is issued stands, the margin is borne by \(own.en)\(isMoneyLeft ? left.en : "")")
  }

  static func inputKind(_ kind: ModelInput.Kind) -> Bilingual {
    switch kind {
    case .scenario: Bilingual(zh: "方案", en: "scenario")
    case .rule: Bilingual(zh: "规则", en: "rule")
    case .parameter: Bilingual(zh: "假设或参数", en: "assumption")
    case .datum: Bilingual(zh: "数据", en: "datum")
    case .transfer: Bilingual(zh: "下达资金", en: "transfer")
    case .observation: Bilingual(zh: "观测", en: "observation")
    case .region: Bilingual(zh: "区划", en: "region")
    }
  }

  /// Choices of the scenario in words; nil for what has no other name.
  static func inputName(_ one: InputDifference) -> Bilingual? {
    one.kind == .scenario ? setting(one.name) : nil
  }

  /// A choice of the scenario in words; nil for what has no other name.
  static func setting(_ name: String) -> Bilingual? {
    switch name {
    case "horizon.first": return Bilingual(zh: "测算期首月", en: "first month of the horizon")
    case "horizon.last": return Bilingual(zh: "测算期末月", en: "last month of the horizon")
    case "kind": return Bilingual(zh: "试算或预算", en: "trial or budget")
    case "book": return Bilingual(zh: "政策文本", en: "book")
    case "cleared": return Bilingual(zh: "已批准的项目", en: "cleared programmes")
    case "options.calendar": return Bilingual(zh: "发放日历", en: "calendar of payment")
    case "units": return Bilingual(zh: "单位清单", en: "list of units")
    case "cases": return Bilingual(zh: "家庭清单", en: "list of households")
    case "last_year": return Bilingual(zh: "上年预算与执行", en: "last year's budget and outturn")
    default: return nil
    }
  }

  /// A batch of money sent from above, where its name is one of the usual ones.
  static func batch(_ name: String) -> Bilingual {
    switch name {
    case "advance": Bilingual(zh: "提前下达", en: "advance notice")
    case "first": Bilingual(zh: "第一批", en: "first batch")
    case "second": Bilingual(zh: "第二批", en: "second batch")
    case "third": Bilingual(zh: "第三批", en: "third batch")
    case "cut": Bilingual(zh: "调减", en: "cut")
    default: Bilingual(zh: name, en: name)
    }
  }
}

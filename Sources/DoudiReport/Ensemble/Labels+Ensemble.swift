import DoudiInputs

extension Labels {
  static let fan = Bilingual(zh: "支出的可能范围", en: "Range of spending")
  static let probabilities = Bilingual(zh: "超预算和突破限额的概率", en: "Probability of missing ceilings and limits")
  static let failed = Bilingual(zh: "算不出的抽样", en: "Draws without a result")
  static let sketched = Bilingual(
    zh: "抽样太多，分位数按窄格计数得出：与逐个排序相差不超过0.0123%",
    en: "Too many draws to keep: quantiles, mean and sd come from counts in cells 0.0123 % wide"
  )
  static let yearHeading = Bilingual(zh: "年份", en: "Year")
  static let centralRun = Bilingual(zh: "测算", en: "Projection")
  static let low = Bilingual(zh: "低(10%)", en: "Low (10 %)")
  static let middle = Bilingual(zh: "中(50%)", en: "Middle (50 %)")
  static let high = Bilingual(zh: "高(90%)", en: "High (90 %)")
  static let veryHigh = Bilingual(zh: "95%", en: "95 %")
  static let limitOrCeiling = Bilingual(zh: "上限或限额", en: "Ceiling or limit")
  static let chanceOfMissing = Bilingual(zh: "突破概率%", en: "Probability %")

  static let replayParameter = Bilingual(zh: "参数", en: "Parameter")
  static let replayEffect = Bilingual(zh: "作用", en: "Effect")
  static let replayValue = Bilingual(zh: "本次", en: "This draw")
  static let replayUnit = Bilingual(zh: "单位", en: "Unit")
  static let replayOutput = Bilingual(zh: "输出", en: "Output")
  static let replayStatus = Bilingual(zh: "状态", en: "Status")

  /// A calendar year, or the number of a projected one.
  static func drawnYear(_ year: Int) -> Bilingual {
    year < 1000
      ? Bilingual(zh: "第\(year)年", en: "year \(year)") : Bilingual(zh: "\(year)年", en: "\(year)")
  }

  static func effect(_ id: String) -> Bilingual {
    switch id {
    case "add": Bilingual(zh: "加", en: "add")
    case "multiply": Bilingual(zh: "乘", en: "multiply")
    default: Bilingual(zh: "替换", en: "replace")
    }
  }

  static func replayInputs(_ draw: String, _ scenario: String) -> Bilingual {
    Bilingual(zh: "抽样\(draw)的参数 · \(scenario)", en: "Parameters of draw \(draw) · \(scenario)")
  }

  static func replayFigures(_ draw: String) -> Bilingual {
    Bilingual(zh: "抽样\(draw)的结果，未舍入", en: "Results of draw \(draw), not rounded")
  }

  static func fanByProgramme(_ year: Int) -> Bilingual {
    Bilingual(zh: "分项目，\(year)年", en: "By programme, \(year)")
  }

  static func fanOfResults(_ year: Int) -> Bilingual {
    Bilingual(zh: "全部结果，\(drawnYear(year).zh)", en: "All results, \(drawnYear(year).en)")
  }

  static func fanByRegion(_ year: Int) -> Bilingual {
    Bilingual(zh: "分区划，\(year)年", en: "By region, \(year)")
  }

  static func nothingPaid(_ count: Int) -> Bilingual {
    Bilingual(
      zh: "另有\(count)个项目各列均为0，未列出；见fan.csv（--out）",
      en: "\(counted(count, "programme")) of 0 throughout not shown; see fan.csv (--out)")
  }

  /// "1 column", "2 columns".
  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  static func moreRegions(_ count: Int) -> Bilingual { moreRows(count, "fan.csv") }

  static func moreRows(_ count: Int, _ file: String) -> Bilingual {
    Bilingual(zh: "共\(count)个区划，其余见\(file)（--out）", en: "\(count) regions; the others are in \(file) (--out)")
  }

  static func refill(_ name: Bilingual) -> Bilingual {
    Bilingual(zh: name.zh + "：须补足", en: name.en + ": must be filled up")
  }

  static func ceilingOf(_ output: String) -> Bilingual {
    output == "total"
      ? Bilingual(zh: "预算上限：合计", en: "Ceiling: all money")
      : Bilingual(zh: "预算上限：\(output)", en: "Ceiling: \(output)")
  }

  static func ensembleDesign(_ design: EnsembleDesign) -> Bilingual {
    let seed = design.seed.map { ", seed \($0)" } ?? ""
    return Bilingual(
      zh:
        "\(design.draws)次抽样（\(design.method)\(seed.isEmpty ? "" : "，种子\(design.seed ?? 0)")），\(design.inputs)列不确定参数，\(design.replicates)组独立重复；金额未舍入到分",
      en:
        "\(counted(design.draws, "draw")) (\(design.method)\(seed)), \(counted(design.inputs, "column")) of uncertain parameters, \(counted(design.replicates, "independent replicate")); money not rounded to fen"
    )
  }

  static func failedDraws(_ failed: Int, _ draws: Int) -> Bilingual {
    Bilingual(
      zh: "\(draws)次中有\(failed)次算不出，见failed.csv；--draw N重算其中一次",
      en: "\(failed) of \(draws) draws have no result: see failed.csv; --draw N replays one")
  }

  static func quantileError(_ percent: Double) -> Bilingual {
    let text = NumberText.real(percent, places: 3)
    return Bilingual(
      zh: "末年90%分位数的标准误：中位数的\(text)%",
      en: "Standard error of the last year's 90 % quantile: \(text) % of the median")
  }

  static func yearlySums(_ title: Bilingual) -> Bilingual {
    Bilingual(zh: "\(title.zh)：各区划合计（亿）", en: "\(title.en): all regions, in units of 100 million")
  }

  static let reckoner = Bilingual(zh: "每增加一单位的支出", en: "Ready reckoner: the cost of one unit more")
  static let lever = Bilingual(zh: "参数或标准", en: "Parameter or amount")
  static let oneUnit = Bilingual(zh: "一单位", en: "One unit")
  static let existing = Bilingual(zh: "原有对象", en: "Recipients as they are")
  static let multiples = Bilingual(zh: "联动标准", en: "Amounts that follow")
  static let entrants = Bilingual(zh: "新增对象", en: "New entrants")
  static let reckonerNote = Bilingual(
    zh: "amount.…：在测算期内把标准提高一元，不进入下一年的挂钩；各行分别计算，不能相加",
    en: "amount.…: an amount one yuan higher throughout the horizon; each row by itself, rows do not add up")
  static let yearlyReckonerNote = Bilingual(
    zh: "步长按rules.yaml中quantities的作用；各行分别计算，不能相加",
    en: "steps by the roles under quantities in rules.yaml; each row by itself, rows do not add up")
  static let hundredMillions = Bilingual(zh: "亿", en: "units of 100 million")
  static let tornado = Bilingual(zh: "各不确定参数的影响", en: "Tornado")
  static let uncertainInput = Bilingual(zh: "不确定参数", en: "Uncertain parameter")
  static let atLow = Bilingual(zh: "取10%分位", en: "At its 10 % quantile")
  static let atHigh = Bilingual(zh: "取90%分位", en: "At its 90 % quantile")
  static let tornadoNote = Bilingual(
    zh: "其余参数取中位数；与全取中位数之差", en: "The others at their medians; differences from all at their medians")

  /// One unit more: "+1 pp", "+1个百分点", "+1元/人/月".
  static func step(_ number: String, _ unit: Measure) -> Bilingual {
    switch unit.text {
    case "%": return Bilingual(zh: "+\(number)个百分点", en: "+\(number) pp")
    case "%/year": return Bilingual(zh: "每年+\(number)个百分点", en: "+\(number) pp a year")
    case "1": return Bilingual(zh: "+\(number)", en: "+\(number)")
    default:
      let words = quantity(number, unit.text)
      return Bilingual(zh: "+" + words.zh, en: "+" + words.en)
    }
  }

  static func reckonerRegions(_ year: Int) -> Bilingual {
    Bilingual(
      zh: "各区划对影响最大的几项，\(drawnYear(year).zh)",
      en: "Regions by the levers that move most, \(drawnYear(year).en)")
  }

  static func reckonerParts(_ year: Int) -> Bilingual {
    Bilingual(zh: "提标一元的构成，\(year)年", en: "What one yuan more is made of, \(year)")
  }

  static func tornadoOf(_ year: Int, _ output: String) -> Bilingual {
    let what = output == "total" ? "" : " · " + output
    return Bilingual(
      zh: "各不确定参数的影响，\(drawnYear(year).zh)" + what, en: "Tornado, \(drawnYear(year).en)" + what)
  }
}

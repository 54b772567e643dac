import DoudiInputs

extension Labels {
  // MARK: names of sheets

  static let sheetNotes = Bilingual(zh: "说明", en: "Notes")
  static let sheetSummary = Bilingual(zh: "汇总", en: "Summary")
  static let sheetRegions = Bilingual(zh: "分区划测算", en: "By region")
  static let sheetFunction = Bilingual(zh: "功能科目预算", en: "By function")
  static let sheetRolling = Bilingual(zh: "三年滚动", en: "Rolling plan")
  static let sheetAllocation = Bilingual(zh: "转移支付分配", en: "Allocation")
  static let sheetComparison = Bilingual(zh: "提标比较", en: "Adjustment")
  static let sheetTargets = Bilingual(zh: "绩效目标", en: "Targets")
  static let sheetLimits = Bilingual(zh: "合规核对", en: "Limits")
  static let sheetSensitivity = Bilingual(zh: "敏感性", en: "Sensitivity")
  static let sheetParameters = Bilingual(zh: "参数与依据", en: "Assumptions")
  static let sheetChecks = Bilingual(zh: "校验", en: "Checks")
  static let sheetData = Bilingual(zh: "数据", en: "Data")

  /// "单位：万元".
  static func unitLine(_ unit: Bilingual) -> Bilingual {
    Bilingual(zh: "单位：\(unit.zh)", en: "in \(unit.en)")
  }

  /// Pages of a printed sheet, as the spreadsheet program counts them.
  static let pageNumbers = Bilingual(zh: "&C&9第 &P 页，共 &N 页&R&9&A", en: "&C&9Page &P of &N&R&9&A")

  // MARK: notes

  static let formulaNote = Bilingual(
    zh: "合计、增减、比率为公式，改动分项即重新计算；其余为测算结果。“校验”表逐一核对公式",
    en: "Sums, changes and ratios are formulas; everything else is a result. Sheet Checks tests every formula"
  )
  static let dataNote = Bilingual(
    zh: "“数据”表供程序读取：金额为整数分，代码为文本",
    en: "Sheet Data is for programs: money in whole fen, codes as text")
  static let sheetList = Bilingual(zh: "各表", en: "Sheets")
  static let sheetTitle = Bilingual(zh: "工作表", en: "Sheet")
  static let holds = Bilingual(zh: "内容", en: "Holds")
  static let inputFile = Bilingual(zh: "输入文件", en: "Input file")
  static let scenarioTitle = Bilingual(zh: "方案", en: "Scenario")
  static let program = Bilingual(zh: "程序", en: "Program")

  // MARK: tables

  static let regionDetail = Bilingual(zh: "测算过程", en: "How it is worked out")
  static let ruleTitle = Bilingual(zh: "规则", en: "Rule")
  static let volumeTitle = Bilingual(zh: "月均人数（人次）", en: "Persons a month, or cases")
  static let gapTitle = Bilingual(zh: "人均补差（元）", en: "Paid per head (CNY)")
  static let monthsTitle = Bilingual(zh: "月数", en: "Months")
  static let notByHead = Bilingual(zh: "储备金、补发等不按人数计的", en: "Not by heads: reserves, back pay")
  static let detailNote = Bilingual(
    zh: "金额＝人数×人均补差×月数÷10000；人均补差为补差率乘标准，按次发放的月数为1。所列为公式的，按所列数重算与印出的数一致",
    en:
      "Money = persons x paid per head x months; paid per head is benefit ratio times standard, months is 1 for cases. Where it is a formula, recomputing gives the printed figure"
  )
  static let functionCode = Bilingual(zh: "科目编码", en: "Code")
  static let functionName = Bilingual(zh: "功能科目", en: "Function")
  static let unverifiedCodes = Bilingual(
    zh: "* 编码未经核实，以当年政府收支分类科目为准", en: "* Code not verified against the year's classification")
  static let noCode = Bilingual(zh: "未列科目", en: "No code")
  static let rollingNote = Bilingual(
    zh: "增长率按印出的数计算；后两年为预测，逐年滚动调整", en: "Growth is that of printed figures; later years are projections")
  static let handedIn = Bilingual(zh: "资金分配表", en: "Allocation")
  static let remark = Bilingual(zh: "备注", en: "Remarks")

  /// "2028年增长%".
  static func growthOf(_ year: Int) -> Bilingual { Bilingual(zh: "\(year)年增长%", en: "\(year) growth %") }

  // MARK: charts

  static let chartMoney = Bilingual(zh: "各项目资金", en: "Money by programme")
  static let chartStandards = Bilingual(zh: "标准", en: "Standards")
  static let chartFan = Bilingual(zh: "资金总额的区间", en: "Range of all money")
  static let chartTornado = Bilingual(zh: "各不确定参数的影响", en: "What each uncertain parameter changes")

  // MARK: checks

  static let checksBroken = Bilingual(zh: "不符项数", en: "Broken")
  static let checkGood = Bilingual(zh: "通过", en: "good")
  static let checkBroken = Bilingual(zh: "不符", en: "broken")
  static let cell = Bilingual(zh: "单元格", en: "Cell")
  static let formulaTitle = Bilingual(zh: "公式或勾稽关系", en: "Formula or identity")
  static let keptValue = Bilingual(zh: "写入值", en: "Written")
  static let recomputed = Bilingual(zh: "重算值", en: "Recomputed")
  static let difference = Bilingual(zh: "差额", en: "Difference")
  static let checkVerdict = Bilingual(zh: "结论", en: "Verdict")
  static let contentOfData = Bilingual(zh: "“数据”表内容", en: "Contents of sheet Data")
  static let sumOfData = Bilingual(zh: "“数据”表金额之和", en: "Sum of sheet Data")

  // MARK: provenance

  static let setByHand = Bilingual(zh: "命令行取值", en: "Set by hand")
  static let reformLaid = Bilingual(zh: "改革方案", en: "Reform")
  static let clausesOfRules = Bilingual(zh: "规则依据的条款", en: "Clauses behind the rules")
  static let clauseWords = Bilingual(zh: "原文或大意", en: "Words or sense")
  static let limitsOfRegions = Bilingual(zh: "各区划合规", en: "Limits by region")

  static func onlyBroken(_ shown: Int, of all: Int) -> Bilingual {
    Bilingual(zh: "共\(all)项，此处只列不符的\(shown)项", en: "Of \(all) only the \(shown) broken ones are listed")
  }

  // MARK: why a sheet is empty

  static let noAllocation = Bilingual(
    zh: "本方案未附资金分配规格；用 --allocation 文件 加入",
    en: "No allocation came with the scenario; add one with --allocation FILE")
  static let noComparison = Bilingual(
    zh: "未与其他方案比较；用 --proposal 加入",
    en: "Nothing is compared; add an adjustment with --proposal")
  static let noUncertainty = Bilingual(
    zh: "本方案没有uncertainty.yaml", en: "The scenario has no uncertainty.yaml")
  static let noLimits = Bilingual(zh: "各文件没有可核对的条目", en: "The documents state no limit")
  static let noRun = Bilingual(zh: "没有按月的测算", en: "There is no run of months")
}

import DoudiInputs

/// Words of the budget summary.
extension Labels {
  /// Title.
  static func summaryTitle(_ scenario: Bilingual) -> Bilingual {
    Bilingual(zh: scenario.zh + "测算报告", en: scenario.en + ": budget summary")
  }

  /// Below every title.
  static func madeBy(_ from: Provenance) -> Bilingual {
    let kind = from.isTrial ? trial : budget
    return Bilingual(
      zh:
        "\(kind.zh) · 方案 \(from.scenario) · 测算编号 \(from.runID) · doudi \(from.program) · \(from.timeText.zh) · \(currentPrices.zh)",
      en:
        "\(kind.en) · scenario \(from.scenario) · run \(from.runID) · doudi \(from.program) · \(from.timeText.en) · \(currentPrices.en)"
    )
  }

  static let overview = Bilingual(zh: "概要", en: "In short")
  static let moneyHeading = Bilingual(zh: "资金", en: "Money")
  static let againstLastYear = Bilingual(zh: "与上年比较", en: "Against the year before")
  static let standardsAndPeople = Bilingual(zh: "标准与人数", en: "Standards and people")
  static let limitsHeading = Bilingual(zh: "限额与余量", en: "Limits and slack")
  static let uncertaintyHeading = Bilingual(zh: "可能的范围", en: "How sure it is")
  static let assumptionsHeading = Bilingual(zh: "假设，按影响金额", en: "Assumptions by the money they move")
  static let documentsHeading = Bilingual(zh: "文件与条款", en: "Documents and clauses")
  static let resultsHeading = Bilingual(zh: "结果", en: "Results")
  static let changeLog = Bilingual(zh: "变动记录", en: "Change log")
  static let nothingDrawn = Bilingual(
    zh: "没有抽样：方案没有不确定参数文件，或用了--no-draws。",
    en: "Nothing was drawn: the scenario has no file of uncertain parameters, or --no-draws was given.")
  static let ceilings = Bilingual(zh: "预算上限与突破概率", en: "Ceilings and the chance of exceeding them")
  static let chancesOfParts = Bilingual(
    zh: "各区划的概率见data/probabilities.csv", en: "Chances of the parts are in data/probabilities.csv")
  static let ceilingMoney = Bilingual(zh: "上限", en: "Ceiling")
  static let chanceOfExceeding = Bilingual(zh: "超预算概率%", en: "Exceeded, %")

  static let runIdentifier = Bilingual(zh: "测算编号", en: "Run")
  static let scenarioName = Bilingual(zh: "方案", en: "Scenario")
  static let programVersion = Bilingual(zh: "程序", en: "Program")
  static let kindOfCalculation = Bilingual(zh: "性质", en: "Kind")
  static let moneyRestsOn = Bilingual(zh: "金额的依据", en: "Money rests on")
  static let valuesSet = Bilingual(zh: "改动的数", en: "Values set")
  static let reformsLaid = Bilingual(zh: "改革方案", en: "Reforms")
  static let inputFiles = Bilingual(zh: "读取的文件", en: "Files that were read")
  static let file = Bilingual(zh: "文件", en: "File")
  static let bytes = Bilingual(zh: "字节", en: "Bytes")

  static func draws(_ count: Int, _ method: String, _ seed: UInt64?) -> Bilingual {
    Bilingual(
      zh: "\(count)次，\(method)" + (seed.map { "，种子\($0)" } ?? ""),
      en: "\(count), \(method)" + (seed.map { ", seed \($0)" } ?? ""))
  }

  /// "一、概要", "1. In short".
  static func numbered(_ number: Int, _ words: Bilingual) -> Bilingual {
    Bilingual(zh: chineseNumber(number) + "、" + words.zh, en: "\(number). \(words.en)")
  }

  /// 1 to 99 in Chinese.
  static func chineseNumber(_ number: Int) -> String {
    let digits = Array("零一二三四五六七八九").map(String.init)
    guard (1...99).contains(number) else { return "\(number)" }
    let (tens, ones) = (number / 10, number % 10)
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digits[ones] : "")
  }

  // MARK: sentences

  /// "2027年 30,108.45".
  static func moneyOf(_ time: Bilingual, _ money: String) -> Bilingual {
    Bilingual(zh: "\(time.zh)\(money)", en: "\(time.en): \(money)")
  }

  static func totalSentence(_ parts: [Bilingual], _ all: String?, _ unit: Bilingual) -> Bilingual {
    let end =
      all.map { Bilingual(zh: "，合计\($0)\(unit.zh)", en: "; in all \($0)") } ?? Bilingual(zh: unit.zh, en: "")
    return Bilingual(
      zh: "总额：\(parts.map(\.zh).joined(separator: "，"))\(end.zh)。",
      en: "All money in \(unit.en): \(parts.map(\.en).joined(separator: "; "))\(end.en).")
  }

  private static func listed(_ parts: [(String, String)]) -> Bilingual {
    Bilingual(
      zh: parts.map { $0 + $1 }.joined(separator: "，"),
      en: parts.map { "\($0) \($1)" }.joined(separator: "; "))
  }

  static func largestSentence(_ time: Bilingual, _ parts: [(String, String)], _ unit: Bilingual) -> Bilingual
  {
    let list = listed(parts)
    return Bilingual(
      zh: "\(time.zh)金额最大的项目（\(unit.zh)）：\(list.zh)。",
      en: "The largest programmes of \(time.en) (in \(unit.en)): \(list.en).")
  }

  static func tierSentence(_ time: Bilingual, _ parts: [(String, String)], _ unit: Bilingual) -> Bilingual {
    let list = listed(parts)
    return Bilingual(
      zh: "\(time.zh)各级承担（\(unit.zh)）：\(list.zh)。", en: "Who pays in \(time.en) (in \(unit.en)): \(list.en).")
  }

  static func comparedWith(_ base: Bilingual) -> Bilingual {
    Bilingual(zh: "比\(base.zh)", en: "on \(base.en.prefix(1).lowercased() + base.en.dropFirst())")
  }

  static func changeSentence(
    _ time: Bilingual, _ base: Bilingual, isUp: Bool, _ change: String, percent: String,
    _ causes: [(String, String)], _ unit: Bilingual
  ) -> Bilingual {
    let size = change.hasPrefix("-") ? String(change.dropFirst()) : change
    let share = percent.hasPrefix("-") ? String(percent.dropFirst()) : percent
    let (zh, en) = share == "—" ? ("", "") : ("（\(share)%）", " (\(share) %)")
    let list = listed(causes)
    return Bilingual(
      zh: "\(time.zh)\(base.zh)\(isUp ? "增加" : "减少")\(size)\(unit.zh)\(zh)，按原因：\(list.zh)。",
      en:
        "\(time.en) \(base.en): \(isUp ? "up" : "down") by \(size)\(en), in \(unit.en); by cause: \(list.en)."
    )
  }

  static func limitsSentence(met: Int, broken: Int, open: Int) -> Bilingual {
    Bilingual(
      zh: "所列限额：符合\(met)条，不符\(broken)条，缺数据无法判断\(open)条。",
      en: "Of the limits listed \(met) are met, \(broken) broken, \(open) undecidable for want of data.")
  }

  static func brokenSentence(_ names: [String]) -> Bilingual {
    Bilingual(zh: "不符：\(names.joined(separator: "；"))。", en: "Broken: \(names.joined(separator: "; ")).")
  }

  static func rangeSentence(_ time: Bilingual, _ cells: [String], _ unit: Bilingual) -> Bilingual {
    Bilingual(
      zh: "\(time.zh)支出的可能范围：低\(cells[0])，中\(cells[1])，高\(cells[2])\(unit.zh)。",
      en:
        "Spending of \(time.en) may be low \(cells[0]), middle \(cells[1]), high \(cells[2]), in \(unit.en).")
  }

  /// Name, region, year, ceiling, chance.
  static func ceilingSentence(_ cells: [String], _ unit: Bilingual) -> Bilingual {
    guard cells.count == 5 else { return Bilingual(zh: "", en: "") }
    return Bilingual(
      zh: "\(cells[1])\(cells[2])年\(cells[0])\(cells[3])\(unit.zh)，超预算概率\(cells[4])%。",
      en:
        "\(cells[1]), \(cells[2]), \(cells[0]): \(cells[3]) (in \(unit.en)) is exceeded with a chance of \(cells[4]) %."
    )
  }

  /// Name, value, money.
  static func assumptionsSentence(_ rows: [(String, String, String)], _ unit: Bilingual) -> Bilingual {
    let zh = rows.map { "\($0)（\($1)）\($2)" }
    let en = rows.map { "\($0) (\($1)) \($2)" }
    return Bilingual(
      zh: "影响金额最大的假设（按各自步长变动，数值上调一成，\(unit.zh)）：\(zh.joined(separator: "，"))。",
      en:
        "Assumptions that move most money (each by its step, a tenth for numbers, in \(unit.en)): \(en.joined(separator: "; "))."
    )
  }
}

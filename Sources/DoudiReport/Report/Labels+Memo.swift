import DoudiInputs

/// Words of the memo of an adjustment.
extension Labels {
  /// Title.
  static func memoTitle(_ scenario: Bilingual, _ year: Int) -> Bilingual {
    Bilingual(zh: "提标测算（\(year)年）：\(scenario.zh)", en: "Adjustment of standards \(year): \(scenario.en)")
  }

  static let memoProposal = Bilingual(zh: "现行标准与拟定标准", en: "Standards now and as proposed")
  static let memoPeople = Bilingual(zh: "新增对象", en: "New caseload")
  static let memoMoney = Bilingual(zh: "增支及各级承担", en: "Added money and who pays")
  static let memoTen = Bilingual(zh: "每提高10元/月", en: "Each 10 CNY a month more")
  static let memoBasis = Bilingual(zh: "改动与假设", en: "What is changed, and assumptions")
  static let growthOnLast = Bilingual(zh: "比上年增长#%", en: "# % on the year before")
  static func shareOfConsumption(_ year: Int) -> Bilingual {
    Bilingual(zh: "为\(year)年人均消费支出的#%", en: "# % of consumption per head in \(year)")
  }
  static func shareOfIncome(_ year: Int) -> Bilingual {
    Bilingual(zh: "为\(year)年人均可支配收入的#%", en: "# % of income per head in \(year)")
  }
  static let urbanToRuralIs = Bilingual(zh: "城乡比#", en: "urban : rural #")

  /// One amount in one area.
  static func proposalSentence(
    _ letter: String, _ name: [String], isUp: Bool, from: (month: String, year: String),
    to: (month: String, year: String), by: (money: String, percent: String), _ ratios: [Bilingual]
  ) -> Bilingual {
    let zh = ratios.map(\.zh).joined(separator: "，")
    let en = ratios.map(\.en).joined(separator: ", ")
    return Bilingual(
      zh:
        "方案\(letter)，\(name.joined(separator: " "))：由\(from.month)元/月（\(from.year)元/年）\(isUp ? "提高" : "降低")到\(to.month)元/月（\(to.year)元/年），比A \(by.money)元/月、\(by.percent)%\(zh.isEmpty ? "" : "；" + zh)。",
      en:
        "Proposal \(letter), \(name.joined(separator: " ")): from \(from.month) CNY a month (\(from.year) a year) to \(to.month) (\(to.year) a year), \(by.money) a month or \(by.percent) % on A\(en.isEmpty ? "" : "; " + en)."
    )
  }

  static func sameCaseload(_ letter: String) -> Bilingual {
    Bilingual(zh: "方案\(letter)：人数不变。", en: "Proposal \(letter): no change in people.")
  }

  static func newCaseload(_ letter: String, _ parts: [(String, String)]) -> Bilingual {
    Bilingual(
      zh: "方案\(letter)比A增减：\(parts.map { "\($0) \($1)人" }.joined(separator: "，"))。",
      en: "Proposal \(letter), more than in A: \(parts.map { "\($0) \($1)" }.joined(separator: "; ")).")
  }

  static func addedMoney(
    _ letter: String, _ year: Int, _ all: String, _ change: String, _ percent: String,
    _ tiers: [(String, String)], _ unit: Bilingual
  ) -> Bilingual {
    let zh = tiers.map { $0 + $1 }.joined(separator: "，")
    let en = tiers.map { "\($0) \($1)" }.joined(separator: "; ")
    return Bilingual(
      zh:
        "方案\(letter)，\(year)年共\(all)\(unit.zh)，比A \(change)\(unit.zh)（\(percent)%）\(zh.isEmpty ? "" : "，其中" + zh)。",
      en:
        "Proposal \(letter) costs \(all) in \(year) (in \(unit.en)), \(change) or \(percent) % on A\(en.isEmpty ? "" : ": " + en)."
    )
  }

  /// How a changed verdict of A begins.
  static let inVariantA = Bilingual(zh: "A", en: "A ")

  static func changedVerdict(_ limit: String, _ verdict: String) -> Bilingual {
    Bilingual(zh: "结论改变：\(limit)，\(verdict)。", en: "Verdict changes: \(limit), \(verdict).")
  }
}

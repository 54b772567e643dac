import DoudiInputs
import DoudiModel

/// Words of standards that stand beside a place's own: the guide from above, the neighbours'.
extension Labels {
  static let guideStandards = Bilingual(zh: "与上级指导标准比较", en: "Beside the guide from above")
  static let guideMonth = Bilingual(zh: "指导标准元/月", en: "Guide, CNY/month")
  static let guideYear = Bilingual(zh: "所属年份", en: "Year")
  static let ownMonth = Bilingual(zh: "本地标准元/月", en: "Own, CNY/month")
  static let overGuide = Bilingual(zh: "高出元/月", en: "Above it")
  static let ofGuide = Bilingual(zh: "为指导标准%", en: "% of it")
  static let dataStatus = Bilingual(zh: "依据", en: "Status")
  static let guideSource = Bilingual(zh: "来源", en: "Source")
  static let guideOfOthers = Bilingual(
    zh: "有指导标准的标准没有改动", en: "The amounts with a guide are not those that differ")

  static let neighbourStandards = Bilingual(
    zh: "与毗邻及参照地区比较", en: "Beside neighbours and places to compare with")
  static let neighbourPlace = Bilingual(zh: "地区", en: "Place")
  static let neighbourYear = Bilingual(zh: "时期", en: "Time")
  static let neighbourNote = Bilingual(
    zh: "他地为所列时期公布的数，未推算到本表年份；位次由高到低，按本地该方案与各地合排",
    en:
      "Other places as published for the time given, not carried forward to the year of the table; ranks from the highest, own standard of that variant among the others"
  )
  static let otherNeighbours = Bilingual(
    zh: "其余标准没有差别，见compare_neighbours.csv",
    en: "The other amounts do not differ; they are in compare_neighbours.csv")

  static func rankIn(_ letter: String) -> Bilingual {
    Bilingual(zh: "\(letter)位次", en: "Rank \(letter)")
  }

  static func ratioTo(_ letter: String) -> Bilingual {
    Bilingual(zh: "为\(letter)%", en: "% of \(letter)")
  }

  /// "2027年", or what it was published for and carried forward from.
  static func guideTime(_ guide: GuideStandard) -> Bilingual {
    guard let published = guide.published else { return Bilingual(zh: "\(guide.year)", en: "\(guide.year)") }
    return Bilingual(
      zh: "\(guide.year)（由\(published)推算）", en: "\(guide.year) (from \(published))")
  }

  /// Source, or the rule that works it out.
  static func guideOrigin(_ guide: GuideStandard) -> Bilingual? {
    guard guide.isWorkedOut, let rule = guide.source else { return guide.source }
    return Bilingual(zh: "按规则测算：\(rule.zh)", en: "as the rule works it out: \(rule.en)")
  }

  /// What a reserve was topped up with.
  static func toppedUp(_ money: String, _ unit: Bilingual) -> Bilingual {
    Bilingual(zh: "本年补足\(money)\(unit.zh)", en: "topped up by \(money) (in \(unit.en)) this year")
  }

  /// What no guide is known of.
  static func guideOpen(_ names: [Bilingual]) -> Bilingual {
    Bilingual(
      zh: "规则有上级指导标准一项而数据没有给出：\(names.map(\.zh).joined(separator: "、"))",
      en:
        "The rules have room for a guide from above, and the data give none: \(names.map(\.en).joined(separator: "; "))"
    )
  }

  static func guideAbsent(_ names: [Bilingual]) -> Bilingual {
    Bilingual(
      zh: "规则和数据中没有上级指导标准：\(names.map(\.zh).joined(separator: "、"))",
      en: "Neither rules nor data have a guide from above: \(names.map(\.en).joined(separator: "; "))")
  }

  static let ofThisRun = Bilingual(zh: "本测算", en: "this run")
  static let noNeighbours = Bilingual(
    zh: "数据中没有毗邻地区的标准", en: "The data have no standards of neighbours")

  /// "方案B，农村 低保标准900.00元/月，为指导标准800.00元/月（2027）的112.50%。"
  static func guideSentence(
    _ letter: String, _ name: [String], own: String, guide: String, year: String, percent: String,
    status: String
  ) -> Bilingual {
    let name = name.joined(separator: " ")
    return Bilingual(
      zh: "方案\(letter)，\(name)：\(own)元/月，为指导标准\(guide)元/月（\(year)，\(status)）的\(percent)%。",
      en:
        "Proposal \(letter), \(name): \(own) CNY a month, \(percent) % of the guide of \(guide) (\(year), \(status))."
    )
  }

  /// "方案B，农村 低保标准：与所列他地（2022、2023的数）合排，由3地中第3位到第1位。"
  static func rankSentence(
    _ letter: String, _ name: [String], from: String, to: String, of count: Int, times: [String]
  ) -> Bilingual {
    let name = name.joined(separator: " ")
    let (zh, en) = (times.joined(separator: "、"), times.joined(separator: ", "))
    return Bilingual(
      zh: from == to
        ? "方案\(letter)，\(name)：与所列他地（\(zh)的数）合排，仍居\(count)地中第\(to)位。"
        : "方案\(letter)，\(name)：与所列他地（\(zh)的数）合排，由\(count)地中第\(from)位到第\(to)位。",
      en: from == to
        ? "Proposal \(letter), \(name): rank \(to) of \(count) among the places listed (figures of \(en)), as now."
        : "Proposal \(letter), \(name): rank \(to) of \(count) among the places listed (figures of \(en)), now \(from)."
    )
  }
}

public import DoudiInputs

extension Labels {
  /// The prices money is in.
  public static let currentPrices = Bilingual(zh: "当年价", en: "current prices")
  /// What has no months or years.
  static let noTime = Bilingual(zh: "无时间", en: "no time")
  /// The everything-a-run-was-told table.
  static let inputsOfRun = Bilingual(zh: "全部输入", en: "All inputs")

  static let drawsMade = Bilingual(zh: "抽样", en: "Draws")
  static let item = Bilingual(zh: "项", en: "Item")
  static let priceBasis = Bilingual(zh: "价格口径", en: "Price basis")
  static let provenance = Bilingual(zh: "出处", en: "Provenance")
  static let roundedNote = Bilingual(
    zh: "表内各数各自四舍五入，分项之和与合计可能有尾差。",
    en: "Each figure is rounded by itself: printed parts may not add up to printed totals.")
  static let timeBasis = Bilingual(zh: "时间口径", en: "Time basis")

  static let shownYear = Bilingual(zh: "所列年份（--year）", en: "Year shown (--year)")

  static func timeStep(_ step: String) -> Bilingual {
    switch step {
    case "month": Bilingual(zh: "按月", en: "by month")
    case "year": Bilingual(zh: "按年", en: "by year")
    default: Bilingual(zh: step, en: step)
    }
  }
}

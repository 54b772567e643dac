public import DoudiInputs

extension Labels {
  /// The prices money is in.
  public static let currentPrices = Bilingual(zh: "当年价", en: "current prices")
  /// What has no months or years.
  static let noTime = Bilingual(zh: "无时间", en: "no time")
  /// The everything-a-run-was-told table.
  static let inputsOfRun = Bilingual(zh: "全部输入", en: "All inputs")

  static func timeStep(_ step: String) -> Bilingual {
    switch step {
    case "month": Bilingual(zh: "按月", en: "by month")
    case "year": Bilingual(zh: "按年", en: "by year")
    default: Bilingual(zh: step, en: step)
    }
  }
}

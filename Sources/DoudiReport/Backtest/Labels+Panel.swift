import DoudiInputs

extension Labels {
  static let panelMeans = Bilingual(zh: "各地平均绝对误差（%）", en: "Mean absolute error over regions, %")
  static let panelTotals = Bilingual(zh: "合计误差（%）", en: "Error of the total, %")
  static let panelWorst = Bilingual(zh: "误差最大的地区（%）", en: "Worst region, %")
  static let panelShown = Bilingual(zh: "个别地区误差（%）", en: "Errors of single regions, %")
  static let panelFits = Bilingual(zh: "拟合结果", en: "What was fitted")
  static let years = Bilingual(zh: "年份", en: "Years")
  static let regionsCompared = Bilingual(zh: "地区数", en: "Regions")
  static let bestNaive = Bilingual(zh: "最好的简单规则", en: "Best naive")
  static let modelOverBest = Bilingual(zh: "模型÷最好", en: "Model / best")
  static let fitCommon = Bilingual(zh: "共同变化%", en: "Common %")
  static let fitContinued = Bilingual(zh: "延续%", en: "Continued %")
  static let fitBound = Bilingual(zh: "偏离上限%", en: "Bound %")
  static let fitRepeated = Bilingual(zh: "重现率", en: "Repeated")
  static let fitMiss = Bilingual(zh: "以往偏差%", en: "Past miss %")
  static let fitDamping = Bilingual(zh: "阻尼", en: "Damping")
  static let panelFitIs = Bilingual(
    zh: "对数变化×100；见docs/methods/trend.md", en: "Logarithmic changes x 100; docs/methods/trend.md")

  /// What the rules beside the model are; `damping`: of the damped trend.
  static func panelRules(_ damping: String) -> Bilingual {
    Bilingual(
      zh: "误差＝（预计－报告）÷报告；各法只用首年及以前的年度数。本地趋势：延续末年增速；阻尼趋势：每年增速为上年的\(damping)；总体趋势：合计的增速",
      en:
        "Error: (said - reported) / reported; all use yearly counts up to the first year only. Own trend: last year's growth goes on; damped: each year \(damping) of the growth of the year before; national: growth of the sum"
    )
  }
}

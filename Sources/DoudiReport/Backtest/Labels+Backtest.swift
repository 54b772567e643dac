import DoudiAnalysis
import DoudiInputs

extension Labels {
  static let backtestRows = Bilingual(zh: "逐项对照", en: "Figure by figure")
  static let backtestSummary = Bilingual(zh: "平均绝对误差（%）", en: "Mean absolute errors, %")
  static let target = Bilingual(zh: "月份", en: "Target")
  static let series = Bilingual(zh: "序列", en: "Series")
  static let reported = Bilingual(zh: "报告数", en: "Report")
  static let error = Bilingual(zh: "误差%", en: "Error %")
  static let compared = Bilingual(zh: "项数", en: "Rows")
  static let best = Bilingual(zh: "最好", en: "Best")
  static let allSeries = Bilingual(zh: "全部", en: "all")
  static let errorsAre = Bilingual(
    zh: "误差＝（预计－报告）÷报告；各法只用截止月及以前的数据",
    en: "Error: (said - reported) / reported. All methods use figures up to the cutoff only")
  static let rulesAre = Bilingual(
    zh: "保持不变：末次报告数；趋势外推：按末两次可比报告的增速",
    en: "persistence: the last report; trend: growth between the last two comparable reports, continued")

  /// The figure of a series.
  static func kind(_ kind: BacktestSeries.Kind) -> Bilingual {
    switch kind {
    case .persons: Bilingual(zh: "人数", en: "persons")
    case .benefit: Bilingual(zh: "人均月支出", en: "pay per head")
    case .spendingToDate: Bilingual(zh: "1月起累计支出", en: "spending from January")
    }
  }

  /// Until when figures were read.
  static func cutoff(_ month: String) -> Bilingual {
    Bilingual(zh: "数据截至\(month)", en: "Figures up to \(month)")
  }

  /// What a report is rounded to.
  static func rounded(_ step: String, _ unit: String, _ error: String) -> Bilingual {
    Bilingual(zh: "报告数取整到\(step) \(unit)，±\(error)%", en: "report rounded to \(step) \(unit), ±\(error) %")
  }
}

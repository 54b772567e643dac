import DoudiAnalysis
import DoudiInputs
import DoudiUnits

extension Labels {
  static let execution = Bilingual(zh: "执行与预计", en: "Execution and forecast")
  static let forecast = Bilingual(zh: "预计全年执行", en: "Forecast outturn")
  static let gap = Bilingual(zh: "预计结余（负为缺口）", en: "Left over (negative: gap)")
  static let paidShare = Bilingual(zh: "执行率%", en: "Paid %")
  static let runsOut = Bilingual(zh: "资金用完", en: "Money runs out")
  static let lasts = Bilingual(zh: "年内够用", en: "lasts the year")
  static let budgetIsProjection = Bilingual(
    zh: "本年预算：未用--budget给出，取本方案的测算数", en: "Budget: not given by --budget, this scenario's own projection")
  static let restAsPlanned = Bilingual(
    zh: "以后各月：按测算数，不随实际支出变动", en: "Later months: as projected, whatever was paid so far")
  static let restAtPace = Bilingual(
    zh: "以后各月：测算数乘以已付与同期测算之比", en: "Later months: as projected, times paid over projected so far")

  /// "1—5月实际" or "Paid Jan-May".
  static func paid(through month: Month) -> Bilingual { months(1, month.month, "实际", "Paid") }
  /// The projection of the same months.
  static func planned(through month: Month) -> Bilingual { months(1, month.month, "测算", "Projected") }
  /// What is foreseen for the rest of the year.
  static func rest(after month: Month) -> Bilingual { months(month.month + 1, 12, "预计", "Foreseen") }

  private static func months(_ first: Int, _ last: Int, _ zh: String, _ en: String) -> Bilingual {
    guard first < last else {
      return first > last
        ? Bilingual(zh: "余月\(zh)", en: "\(en) later")
        : Bilingual(zh: "\(first)月\(zh)", en: "\(en) \(monthName(first))")
    }
    return Bilingual(zh: "\(first)—\(last)月\(zh)", en: "\(en) \(monthName(first))-\(monthName(last))")
  }

  /// A month of a year in which money runs out.
  static func runsOut(_ month: Int?) -> Bilingual {
    month.map { Bilingual(zh: "\($0)月", en: monthName($0)) } ?? lasts
  }

  /// Programmes that the table of budgets does not name.
  static func budgetNotGiven(_ names: [Bilingual]) -> Bilingual {
    Bilingual(
      zh: "--budget的文件中没有：" + names.map(\.zh).joined(separator: "、") + "，不计缺口，也不计合计的缺口",
      en: "Not in the file of --budget: " + names.map(\.en).joined(separator: ", ")
        + "; no gap is worked out for them, nor for the total")
  }

  /// Programmes or places without actuals.
  static func partlyPaid(_ names: [Bilingual]) -> Bilingual {
    Bilingual(
      zh: "没有或只有部分区划的实际支出，其余用测算数：" + names.map(\.zh).joined(separator: "、"),
      en: "Without actuals, or for some regions only, the projection standing in: "
        + names.map(\.en).joined(separator: ", "))
  }
}

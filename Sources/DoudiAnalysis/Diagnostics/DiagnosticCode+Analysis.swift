public import DoudiInputs

extension DiagnosticCode {
  /// All codes this target reports by itself, in order.
  public static let analysis: [DiagnosticCode] = [
    backtestNothing, backtestTwice, backtestTarget, backtestSeries, backtestProgramme, backtestGroup,
    backtestReport, backtestComparable, backtestLastReport, backtestYearBegun, backtestScenario, backtestArea,
    backtestUnit, backtestRounding, backtestRun,
    backtestYears, backtestCounts, backtestRegion,
    paidColumns, paidValue, paidMonths, paidYear, paidTwice,
  ]

  // MARK: DD16xx back-tests

  static let backtestNothing = DiagnosticCode(
    "DD1601", zh: "回测没有写比较什么", en: "the back-test does not say what to compare")
  static let backtestTwice = DiagnosticCode("DD1602", zh: "重复", en: "written twice")
  static let backtestTarget = DiagnosticCode(
    "DD1603", zh: "比较月份须在截止月之后600个月以内", en: "a target must lie within 600 months after the cutoff")
  static let backtestSeries = DiagnosticCode(
    "DD1604", zh: "序列名不认识", en: "unknown series")
  static let backtestProgramme = DiagnosticCode(
    "DD1605", zh: "没有这个项目", en: "there is no such programme")
  static let backtestGroup = DiagnosticCode(
    "DD1606", zh: "没有这个人群", en: "there is no such group")
  static let backtestReport = DiagnosticCode(
    "DD1607", zh: "没有可比的报告数", en: "no report to compare with")
  static let backtestComparable = DiagnosticCode(
    "DD1608", zh: "可比月份应为截止月及以前先后两个月", en: "comparable reports are two months in order, up to the cutoff")
  static let backtestLastReport = DiagnosticCode(
    "DD1609", zh: "截止月及以前缺少报告数", en: "a report up to the cutoff is missing")
  static let backtestYearBegun = DiagnosticCode(
    "DD1610", zh: "年内已过月份没有累计报告数", en: "no year-to-date report at the cutoff")
  static let backtestScenario = DiagnosticCode(
    "DD1611", zh: "回测写的是另一个方案", en: "the back-test names another scenario")
  static let backtestArea = DiagnosticCode(
    "DD1612", zh: "方案没有这一城乡", en: "the scenario has no such area")
  static let backtestUnit = DiagnosticCode(
    "DD1613", zh: "报告数的单位不对", en: "the unit of a report does not fit")
  static let backtestRounding = DiagnosticCode(
    "DD1614", zh: "取整说明有误", en: "the rounding of a report is not well said")
  static let backtestRun = DiagnosticCode(
    "DD1615", zh: "只用截止月以前的数据无法测算", en: "figures up to the cutoff do not suffice")
  static let backtestYears = DiagnosticCode(
    "DD1616", zh: "起止年份或阻尼有误", en: "years or damping of the fits are not well said")
  static let backtestCounts = DiagnosticCode(
    "DD1617", zh: "没有可比的年度数", en: "no yearly counts to compare")
  static let backtestRegion = DiagnosticCode(
    "DD1618", zh: "回测没有这个区划", en: "the back-test knows no such region")

  // MARK: DD162x what was paid

  static let paidColumns = DiagnosticCode(
    "DD1621", zh: "实际支出表的列不对", en: "the columns of what was paid are wrong")
  static let paidValue = DiagnosticCode(
    "DD1622", zh: "实际支出表的值有误", en: "a value of what was paid is wrong")
  static let paidMonths = DiagnosticCode(
    "DD1623", zh: "实际支出的月份不连续", en: "months of what was paid do not follow each other")
  static let paidYear = DiagnosticCode(
    "DD1624", zh: "实际支出的年份不对", en: "what was paid is not of one year of the horizon")
  static let paidTwice = DiagnosticCode(
    "DD1625", zh: "实际支出重复", en: "what was paid is given twice")
}

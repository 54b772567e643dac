public import DoudiInputs

extension DiagnosticCode {
  /// All codes this target reports by itself, in order.
  public static let ensemble: [DiagnosticCode] = [
    uncertainNothing, uncertainParameter, uncertainDistribution, uncertainTwice, uncertainPlace,
    uncertainCorrelation, uncertainCeiling, uncertainShape, designColumn, designValue,
    targetColumn, targetFigure, targetValue,
  ]

  // MARK: DD17xx uncertain inputs

  static let uncertainNothing = DiagnosticCode(
    "DD1701", zh: "没有写不确定的参数", en: "no uncertain parameter is named")
  static let uncertainParameter = DiagnosticCode("DD1702", zh: "没有这个参数", en: "there is no such parameter")
  static let uncertainDistribution = DiagnosticCode(
    "DD1703", zh: "分布的参数有误", en: "a distribution is not well said")
  static let uncertainTwice = DiagnosticCode("DD1704", zh: "重复", en: "written twice")
  static let uncertainPlace = DiagnosticCode("DD1705", zh: "方案没有这个地方", en: "the scenario has no such place")
  static let uncertainCorrelation = DiagnosticCode(
    "DD1706", zh: "相关系数有误", en: "correlations do not hold together")
  static let uncertainCeiling = DiagnosticCode("DD1707", zh: "上限有误", en: "a ceiling is not well said")
  static let uncertainShape = DiagnosticCode(
    "DD1708", zh: "年限、年份和是否不能抽样", en: "durations, years and yes/no cannot be drawn")
  static let designColumn = DiagnosticCode("DD1711", zh: "设计表的列不对", en: "a column of the design is wrong")
  static let designValue = DiagnosticCode("DD1712", zh: "设计表的值有误", en: "a value of the design is wrong")
  static let targetColumn = DiagnosticCode("DD1721", zh: "目标表的列不对", en: "a column of the targets is wrong")
  static let targetFigure = DiagnosticCode(
    "DD1722", zh: "目标表中的区划、年份或输出不存在", en: "a target is of no region, year or output of the scenario")
  static let targetValue = DiagnosticCode("DD1723", zh: "目标表的值有误", en: "a value of the targets is wrong")
}

public import DoudiInputs

extension DiagnosticCode {
  /// All codes of specifications of an allocation, in order.
  public static let allocate: [DiagnosticCode] = [
    allocationPot, allocationFigure, allocationColumn, allocationValue, allocationPlace, allocationTwice,
    allocationBounds, allocationRoom, allocationWeights, allocationBatch, allocationCondition, allocationNeed,
    allocationMethod, allocationUnread, allocationTree, allocationSize,
  ]

  // MARK: DD18xx allocations

  static let allocationPot = DiagnosticCode("DD1801", zh: "资金总额不能分配", en: "the pot cannot be split")
  static let allocationFigure = DiagnosticCode(
    "DD1802", zh: "数值或单位不适用", en: "a figure or its unit does not fit")
  static let allocationColumn = DiagnosticCode("DD1803", zh: "缺少列", en: "a column is missing")
  static let allocationValue = DiagnosticCode(
    "DD1804", zh: "表中数值有误", en: "a value of the table is wrong")
  static let allocationPlace = DiagnosticCode("DD1805", zh: "没有这个地区", en: "there is no such region")
  static let allocationTwice = DiagnosticCode("DD1806", zh: "重复", en: "written twice")
  static let allocationBounds = DiagnosticCode("DD1807", zh: "下限高于上限", en: "a floor is above its cap")
  static let allocationRoom = DiagnosticCode(
    "DD1808", zh: "上下限容不下资金总额", en: "floors and caps do not hold the pot")
  static let allocationWeights = DiagnosticCode("DD1809", zh: "权重有误", en: "weights are not well said")
  static let allocationBatch = DiagnosticCode("DD1810", zh: "批次有误", en: "a batch cannot be sent")
  static let allocationCondition = DiagnosticCode(
    "DD1811", zh: "约束有误", en: "a side condition is not well said")
  static let allocationNeed = DiagnosticCode("DD1812", zh: "需求不能取得", en: "the need cannot be had")
  static let allocationMethod = DiagnosticCode(
    "DD1813", zh: "此方法不用这一项", en: "the method does not go with this")
  static let allocationUnread = DiagnosticCode("DD1814", zh: "没有用到的列", en: "a column that nothing reads")
  static let allocationTree = DiagnosticCode("DD1815", zh: "上下级关系有误", en: "the tree of rows is not sound")
  static let allocationSize = DiagnosticCode("DD1816", zh: "数值太大", en: "figures are too large")
}

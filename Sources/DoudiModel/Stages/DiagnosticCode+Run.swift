public import DoudiInputs

extension DiagnosticCode {
  /// Codes of what goes wrong while a model runs.
  public static let run: [DiagnosticCode] = [noFigure, figureTooLarge, valueUnusable]

  static let noFigure = DiagnosticCode("DD1501", zh: "缺少计算所需的数据", en: "a figure the run needs is missing")
  static let figureTooLarge = DiagnosticCode("DD1502", zh: "结果超出可表示的范围", en: "a result leaves the range of figures")
  static let valueUnusable = DiagnosticCode("DD1503", zh: "参数取值无法使用", en: "a parameter has a value its form cannot use")
}

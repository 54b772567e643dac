import DoudiEnsemble
import DoudiInputs
import DoudiModel

extension ColumnCatalogue {
  private static let letters = FieldEntry("方案代号，A为基准", "run: A is the one the others are held against", .code)
  private static let parts = [
    Word("all", Bilingual(zh: "合计", en: "in all")),
    Word("existing", Bilingual(zh: "现有对象", en: "those there already")),
    Word("multiples", Bilingual(zh: "联动标准", en: "amounts that follow")),
    Word("entrants", Bilingual(zh: "新增对象", en: "new entrants")),
  ]

  /// Of comparisons.
  static let comparison: [String: FieldEntry] = [
    "variant": letters,
    "scenario": FieldEntry("方案", "scenario", .code),
    "title_zh": FieldEntry("名称（中文）", "title in Chinese"),
    "title_en": FieldEntry("名称（英文）", "title in English"),
    "folder": FieldEntry("文件夹", "folder as typed"),
    "reforms": FieldEntry("叠加的改革方案", "reforms laid on, in order"),
    "author_zh": FieldEntry("提出者（中文）", "author in Chinese"),
    "author_en": FieldEntry("提出者（英文）", "author in English"),
    "set": FieldEntry("--set所给", "what --set gave"),
    "first_difference": FieldEntry(
      "与A最早有差别的月份；空为无差别", "first month that differs from A; empty: none", .month),
    "run_id": FieldEntry("测算编号", "identifier of the run", .code),
    "growth_percent": FieldEntry("比上年增长", "growth on the year before", .real, unit: "%"),
    "consumption_percent": FieldEntry(
      "占上年人均消费支出", "share of last year's consumption per head", .real, unit: "%"),
    "income_percent": FieldEntry("占上年人均可支配收入", "share of last year's income per head", .real, unit: "%"),
    "urban_rural": FieldEntry("城乡标准之比", "urban standard to rural standard", .real, unit: "1"),
    "difference": FieldEntry("与A之差", "less what A has", .real, unit: "CNY/person/month"),
    "compare_caseload.difference": FieldEntry("与A之差", "less what A has", .real, unit: "persons"),
    "difference_percent": FieldEntry("与A之差，占A", "difference to A in per cent of A", .real, unit: "%"),
    "difference_fen": FieldEntry("与A之差", "less what A has", .whole, unit: "fen"),
    "slack_difference": FieldEntry("余量与A之差", "slack less A's", .real, unit: "column unit"),
    "compare_limits.value": FieldEntry("实际值", "what is held against the bound", .real, unit: "column unit"),
    "changed": FieldEntry("结论是否与A不同", "whether the verdict is another than A's", .flag),
    "step": FieldEntry("一步是多少", "size of the step", .real, unit: "column step_unit"),
    "step_unit": FieldEntry("一步的单位", "unit of the step", .code),
    "part": FieldEntry("成本的哪一部分", "which part of the cost", .code, codes: parts),
    "compare_memo.tier": FieldEntry("负担层级；all为各级合计", "level of government; all for their sum", .code),
  ]

  private static func quantile(_ percent: Int) -> FieldEntry {
    FieldEntry("第\(percent)百分位数", "\(percent) % quantile of the draws", .real, unit: "column unit")
  }

  private static func error(_ percent: Int) -> FieldEntry {
    FieldEntry(
      "第\(percent)百分位数的标准误；空为不知", "standard error of the \(percent) % quantile; empty where not known", .real,
      unit: "column unit", least: 0)
  }

  private static let percents: [(String, Int)] = [
    ("05", 5), ("10", 10), ("25", 25), ("50", 50), ("75", 75), ("90", 90), ("95", 95),
  ]

  /// Of draws.
  static let uncertainty: [String: FieldEntry] = drawn.merging(
    percents.flatMap { [("p" + $0, quantile($1)), ("se" + $0, error($1))] }
  ) { first, _ in first }

  private static let index = "1"

  private static let drawn: [String: FieldEntry] = [
    "output": FieldEntry("结果：项目代号、total，或“类.代号”", "result: a programme, total, or \"kind.id\"", .code),
    "central": FieldEntry("中心方案的值", "value of the central run", .real, unit: "column unit"),
    "mean": FieldEntry("各次抽样的均值", "mean of the draws", .real, unit: "column unit"),
    "sd": FieldEntry("各次抽样的标准差", "standard deviation of the draws", .real, unit: "column unit", least: 0),
    "failed": FieldEntry("没有结果的抽样次数", "draws without a result", .whole, unit: "draws", least: 0),
    "probabilities.kind": FieldEntry(
      "类别", "what may be missed", .code,
      codes: [
        Word("limit", Labels.limit), Word("refill", Bilingual(zh: "补充储备", en: "reserve must be filled up")),
        Word("ceiling", Bilingual(zh: "预算上限", en: "ceiling")),
      ]),
    "probabilities.bound": FieldEntry(
      "上限，元；只用于ceiling", "the ceiling; empty for other kinds", .real, unit: "CNY"),
    "probabilities.id": FieldEntry("限额、储备或结果的代号", "limit, reserve or result", .code),
    "probability": FieldEntry(
      "达不到、超出或须补足的概率", "probability that it is missed, exceeded or needed", .real, unit: index, least: 0,
      most: 1),
    "input": FieldEntry("不确定参数", "uncertain parameter", .code),
    "parameter": FieldEntry("参数名，即--set所用", "name of the parameter, as --set takes it", .code),
    "low": FieldEntry(
      "参数在10%分位数时的结果", "result with the parameter at its 10 % quantile", .real,
      unit: "CNY; of yearly scenarios the result's own"),
    "middle": FieldEntry(
      "参数在中位数时的结果", "result with the parameter at its median", .real,
      unit: "CNY; of yearly scenarios the result's own"),
    "high": FieldEntry(
      "参数在90%分位数时的结果", "result with the parameter at its 90 % quantile", .real,
      unit: "CNY; of yearly scenarios the result's own"),
    "method": FieldEntry("方法", "method", .code),
    "first": FieldEntry(
      "一阶指数：单独解释的方差份额", "first-order index: share of variance it explains alone", .real, unit: index),
    "first_se": FieldEntry(
      "一阶指数的标准误；空为不知", "its standard error; empty where not known", .real, unit: index, least: 0),
    "total": FieldEntry("总指数：含交互的方差份额", "total index: share with all interactions", .real, unit: index),
    "total_se": FieldEntry(
      "总指数的标准误；空为不知", "its standard error; empty where not known", .real, unit: index, least: 0),
    "cross_validated_error": FieldEntry(
      "近似式的交叉验证误差", "cross-validated error of the approximation", .real, unit: index),
    "reliable": FieldEntry(
      "近似式的误差是否在允许范围内", "whether the error of the approximation is within what is allowed", .flag),
    "lever": FieldEntry("可以变动的参数", "what is moved", .code),
    "reckoner.kind": FieldEntry(
      "参数类别", "kind of lever", .code,
      codes: ["amount", "growth", "ratio", "take_up", "multiple", "other"].map { Word($0) }),
    "effect": FieldEntry(
      "如何变动", "how the step is applied", .code,
      codes: UncertainInput.Effect.allCases.map { Word($0.rawValue) }),
    "change": FieldEntry("结果的变化", "change of the result", .real, unit: "column unit"),
  ]
}

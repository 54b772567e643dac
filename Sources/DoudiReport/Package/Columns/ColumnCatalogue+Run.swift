import DoudiInputs
import DoudiModel
import DoudiUnits

extension ColumnCatalogue {
  static let statuses = Status.allCases.map { Word($0.id, Labels.status($0)) }
  private static let findings = [Finding.met, .broken, .undecidable].map {
    Word($0.rawValue, Labels.finding($0))
  }
  private static let inputKinds = ModelInput.Kind.allCases.map { Word($0.rawValue, Labels.inputKind($0)) }

  /// What rows are of.
  static let keys: [String: FieldEntry] = [
    "region": FieldEntry("区划代码，文本", "code of the region, text", .code),
    "parent": FieldEntry("上级区划代码", "code of the region above", .code),
    "area": FieldEntry(
      "城乡", "urban or rural", .code, codes: Area.allCases.map { Word($0.id, Labels.area($0)) }),
    "month": FieldEntry("发放月份", "month of payment, or month the figure is of", .month),
    "entitlement_month": FieldEntry("待遇所属月份", "month the payment is for", .month),
    "year": FieldEntry("年份；按年测算时从1数起", "year; of yearly scenarios counted from 1", .year, least: 1),
    "entitlement_year": FieldEntry("待遇所属年份", "year the payment is for", .year, least: 1),
    "period": FieldEntry("年份或月份", "year or month", .period),
    "programme": FieldEntry("项目代号", "programme", .code),
    "group": FieldEntry("对象代号", "group of persons or events", .code),
    "amount": FieldEntry("标准代号", "name of the standard or other amount", .code),
    "fund": FieldEntry("资金代号", "fund that is charged", .code),
    "tier": FieldEntry(
      "负担层级", "level of government that pays", .code,
      codes: Tier.allCases.map { Word($0.id, Labels.tier($0)) }),
    "line_type": FieldEntry(
      "账目类型", "why the line is paid", .code,
      codes: LineType.allCases.map { Word($0.id, Labels.lineType($0)) }),
    "rule": FieldEntry("规则代号", "rule of the book", .code),
    "id": FieldEntry("限额代号", "limit", .code),
  ]

  /// Money, people and other figures.
  static let money: [String: FieldEntry] = [
    "fen": FieldEntry("金额，分，整数", "money in fen, whole", .whole, unit: "fen"),
    "cny": FieldEntry("金额，元", "money in yuan", .real, unit: "CNY"),
    "cny_per_month": FieldEntry(
      "每人每月，六位小数", "per person and month, six decimals", .real, unit: "CNY/person/month"),
    "cny_per_year": FieldEntry(
      "每人每年，六位小数", "per person and year, six decimals", .real, unit: "CNY/person/year"),
    "amount_exact": FieldEntry(
      "精确值p/q，单位见unit", "exact value p/q in the unit of column unit", .fraction, unit: "column unit"),
    "persons": FieldEntry(
      "人数（件次类对象为件次）；按年为年末月", "persons, or events; by year those of the last month", .real, unit: "persons",
      least: 0),
    "households": FieldEntry(
      "户数；空为不知", "households; empty where not known", .real, unit: "households", least: 0),
    "fen_moved": FieldEntry(
      "该假设变动一步所影响的金额，分", "money that a step of the assumption moves", .whole, unit: "fen"),
    "last_budget_fen": FieldEntry(
      "上年预算；空为未给", "budget of the year before; empty where not given", .whole, unit: "fen"),
    "last_outturn_fen": FieldEntry(
      "上年执行；空为未给", "outturn of the year before; empty where not given", .whole, unit: "fen"),
    "base_fen": FieldEntry("比较的基数", "money of the year before that the change is from", .whole, unit: "fen"),
    "change_fen": FieldEntry("增减额", "change", .whole, unit: "fen"),
    "persons_fen": FieldEntry("其中：人数变化", "of the change: by persons", .whole, unit: "fen"),
    "standard_fen": FieldEntry("其中：标准变化", "of the change: by standards", .whole, unit: "fen"),
    "ratio_fen": FieldEntry(
      "其中：补差率变化", "of the change: by the ratio of benefit to standard", .whole, unit: "fen"),
    "one_off_fen": FieldEntry("其中：一次性因素", "of the change: by what is paid once", .whole, unit: "fen"),
    "last_year_differs_fen": FieldEntry(
      "其中：上年报告数与测算数之差", "of the change: reported money of last year less what this program finds for it",
      .whole,
      unit: "fen"),
    "value": FieldEntry("值；单位见unit", "value, in the unit of column unit", .text, unit: "column unit"),
    "limits.value": FieldEntry("实际值", "what is held against the bound", .real, unit: "column unit"),
    "bound": FieldEntry("限值", "the bound", .real, unit: "column unit"),
    "slack": FieldEntry(
      "余量：限额成立时不小于零", "slack: not below zero exactly when the limit holds", .real, unit: "column unit"),
  ]

  /// Words about figures.
  static let words: [String: FieldEntry] = [
    "unit": FieldEntry("单位", "unit of the figures of the row", .code),
    "status": FieldEntry("数的依据", "how far the figure can be relied on", .code, codes: statuses),
    "strictness": FieldEntry(
      "约束", "must not be broken, or in principle", .code,
      codes: Strictness.allCases.map { Word($0.rawValue, Labels.strictness($0)) }),
    "verdict": FieldEntry("结论", "whether the limit holds", .code, codes: findings),
    "clause": FieldEntry("条款", "clause of the document"),
    "document": FieldEntry("文号", "number of the document"),
    "rules": FieldEntry("规则代号，空格分隔", "rules, separated by spaces"),
    "clauses": FieldEntry("条款，空格分隔", "clauses, separated by spaces"),
    "source": FieldEntry("来源", "where the value was read"),
    "name": FieldEntry("名称", "name"),
    "assumptions.name": FieldEntry("参数名，即--set所用", "name of the parameter, as --set takes it", .code),
    "inputs.name": FieldEntry("输入名", "name of the input", .code),
    "inputs.kind": FieldEntry("输入类别", "kind of input", .code, codes: inputKinds),
    "kind": FieldEntry("类别", "kind", .code),
    "note_zh": FieldEntry("说明（中文）", "note in Chinese"),
    "note_en": FieldEntry("说明（英文）", "note in English"),
    "why_zh": FieldEntry("理由（中文）", "reason in Chinese"),
    "why_en": FieldEntry("理由（英文）", "reason in English"),
    "reason_zh": FieldEntry("增减原因（中文）", "reason of the change in Chinese"),
    "reason_en": FieldEntry("增减原因（英文）", "reason of the change in English"),
    "changes.kind": FieldEntry(
      "变动的类别", "what kind of thing changed", .code,
      codes: [
        ("program", "程序", "program"), ("input", "输入", "input"),
        ("file", "输入文件", "input file"), ("money", "金额", "money"),
        ("funding", "负担", "who pays"),
        ("standard", "标准", "standard"), ("people", "人数", "people"), ("limit", "限额", "limit"),
      ].map { Word($0.0, Bilingual(zh: $0.1, en: $0.2)) }),
    "what": FieldEntry("变了什么", "what changed"),
    "why": FieldEntry(
      "原因：program、data、rule、assumption，以+相连", "cause: program, data, rule, assumption, joined by +", .code),
    "before": FieldEntry("原先的值", "the value before"),
    "after": FieldEntry("现在的值", "the value now"),
    "cause": FieldEntry(
      "原因：program、data、rule、assumption，以+相连", "cause: program, data, rule, assumption, joined by +", .code),
    "changes_by_input.input": FieldEntry("一项输入，或一个原因的全部输入", "an input, or all inputs of a cause"),
    "before_fen": FieldEntry("原先的金额", "money before", .whole, unit: "fen"),
    "program_fen": FieldEntry("因程序版本而增减", "moved by the version of the program", .whole, unit: "fen"),
    "data_fen": FieldEntry("因数据而增减", "moved by data", .whole, unit: "fen"),
    "rule_fen": FieldEntry("因规则而增减", "moved by rules", .whole, unit: "fen"),
    "assumption_fen": FieldEntry("因假设而增减", "moved by assumptions", .whole, unit: "fen"),
    "unsplit_fen": FieldEntry(
      "未能分开的增减，可能出自may_hold", "moved by what could not be separated: column may_hold", .whole, unit: "fen"),
    "may_hold": FieldEntry(
      "未能分开的增减可能出自的原因，以+相连", "causes that unsplit_fen may come from, joined by +", .code),
    "after_fen": FieldEntry("现在的金额", "money now", .whole, unit: "fen"),
  ]
}

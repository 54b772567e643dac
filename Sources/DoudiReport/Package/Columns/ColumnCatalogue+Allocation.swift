import DoudiInputs

extension ColumnCatalogue {
  private static let spec = "unit of the specification"
  private static let share = "1"

  /// Of allocations; money is in the unit of the specification (fen, yuan or seats).
  static let allocation: [String: FieldEntry] = [
    "need": FieldEntry("需求", "need", .real, unit: spec),
    "weight": FieldEntry("权重", "weight", .real),
    "share": FieldEntry("未取整的份额", "share before rounding", .real, unit: spec),
    "formula": FieldEntry("不计上下限时的份额", "share without bounds", .real, unit: spec),
    "share_exact": FieldEntry("份额精确值p/q", "exact share p/q", .fraction, unit: spec),
    "allocation.amount": FieldEntry("分得", "what the place gets", .whole, unit: spec),
    "allocation_rounding.amount": FieldEntry("分得", "what the place gets", .whole, unit: spec),
    "allocation_batches.amount": FieldEntry("本批分得", "what the place gets of the batch", .whole, unit: spec),
    "allocation.bound": FieldEntry(
      "碰到的界限；空为无", "bound that is met; empty: none", .code,
      codes: [Word("floor", Bilingual(zh: "下限", en: "floor")), Word("cap", Bilingual(zh: "上限", en: "cap"))]),
    "bound_reason": FieldEntry("界限的理由", "reason of the bound", .code),
    "bound_value": FieldEntry("界限的值", "value of the bound", .real, unit: spec),
    "moved": FieldEntry("界限移动的数", "units that bounds moved", .whole, unit: spec),
    "moved_exact": FieldEntry("界限移动的精确值", "what bounds moved, exactly", .fraction, unit: spec),
    "previous": FieldEntry("上次分得", "amount of the time before", .real, unit: spec),
    "allocation.change": FieldEntry("比上次", "less the time before", .real, unit: spec),
    "change_percent": FieldEntry("比上次，%", "change in per cent", .real, unit: "%"),
    "sent": FieldEntry("已下达", "sent already", .real, unit: spec),
    "to_send": FieldEntry("尚须下达", "still to be sent", .real, unit: spec),
    "people": FieldEntry("人数", "persons", .real, unit: "persons", least: 0),
    "per_person": FieldEntry("人均，元（或单位）", "per head, CNY or units", .real),
    "coverage": FieldEntry("占需求", "share of the need", .real, unit: share),
    "own_money": FieldEntry("尚须自筹", "need less amount: money of its own", .real, unit: spec),
    "next": FieldEntry("下一单位的优先值", "priority of the next unit", .real),
    "need_p05": FieldEntry("需求的5%分位数", "5 % quantile of the need", .real, unit: spec),
    "need_p95": FieldEntry("需求的95%分位数", "95 % quantile of the need", .real, unit: spec),
    "short_probability": FieldEntry(
      "不足的概率", "probability that it is too little", .real, unit: share, least: 0, most: 1),
    "item": FieldEntry("事项", "what the value is of", .code),
    "amounts": FieldEntry("衡量哪一种数", "which amounts are measured", .code),
    "heads": FieldEntry("以何计人", "per head of what", .code),
    "gini": FieldEntry("基尼系数", "Gini coefficient", .real, unit: share),
    "gini_exact": FieldEntry("基尼系数精确值", "Gini coefficient, exactly", .fraction, unit: share),
    "theil_t": FieldEntry("泰尔T指数", "Theil T", .real, unit: share),
    "theil_l": FieldEntry("泰尔L指数", "Theil L", .real, unit: share),
    "atkinson_0.5": FieldEntry("阿特金森指数，0.5", "Atkinson index, aversion 0.5", .real, unit: share),
    "atkinson_1": FieldEntry("阿特金森指数，1", "Atkinson index, aversion 1", .real, unit: share),
    "atkinson_2": FieldEntry("阿特金森指数，2", "Atkinson index, aversion 2", .real, unit: share),
    "rounding": FieldEntry("取整所加", "amount less exact share", .real, unit: spec),
    "tie": FieldEntry("并列的序号；空为无", "number of the tie; empty: none", .whole),
    "won_tie": FieldEntry("并列中是否得到", "whether it won the tie", .flag),
    "condition": FieldEntry("条件；pot为总额", "condition; pot is the money", .code),
    "price": FieldEntry("放宽一单位时目标的变化", "change of the objective for one unit more", .real),
    "excess": FieldEntry("超出条件的数", "by how much the condition is missed", .real),
    "objective": FieldEntry("目标值", "value of the objective", .real),
    "batch": FieldEntry("批次", "batch"),
    "date": FieldEntry("日期", "date"),
    "cumulative": FieldEntry("累计", "with the batches before", .whole, unit: spec),
    "given": FieldEntry("共分", "given in all", .whole, unit: spec),
    "unbeaten": FieldEntry("没有方法在各方面都更好", "no method is better in every respect", .flag),
    "wanted": FieldEntry("应有储备", "reserve that is wanted", .real, unit: spec),
    "own": FieldEntry("自有储备", "reserve of its own", .real, unit: spec),
    "allocation_reserve.after": FieldEntry("分后储备", "reserve after the allocation", .real, unit: spec),
    "allocation_reserve.slack": FieldEntry("余量", "slack", .real, unit: spec),
    "allocation_assumptions.value": FieldEntry("值", "value"),
  ]

  /// Of the tables that only a package has.
  static let package: [String: FieldEntry] = [
    "name_zh": FieldEntry("名称（中文）", "name in Chinese"),
    "name_en": FieldEntry("名称（英文）", "name in English"),
    "family": FieldEntry("项目类别", "family of programmes", .code),
    "title": FieldEntry("标题", "title"),
    "issued": FieldEntry("印发日期", "day of issue", .code),
    "valid_until": FieldEntry("有效期至，或unknown", "last day of validity, or unknown", .code),
    "verified": FieldEntry("最近一次见其有效的日期，或unknown", "day it was last seen in force, or unknown", .code),
    "table": FieldEntry("表", "table", .code),
    "column": FieldEntry("列", "column", .code),
    "type": FieldEntry("类型", "type", .code),
    "meaning_zh": FieldEntry("含义（中文）", "meaning in Chinese"),
    "meaning_en": FieldEntry("含义（英文）", "meaning in English"),
    "codes": FieldEntry("取值：代号=含义", "codes and their meanings"),
    "key": FieldEntry("是否为主键", "whether it is part of the primary key", .flag),
  ]
}

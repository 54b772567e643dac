import DoudiInputs

extension ColumnCatalogue {
  /// Standards beside the guide from above and beside neighbours.
  static let beside: [String: FieldEntry] = [
    "guideline": FieldEntry(
      "上级指导标准，每人每月", "the guide from above, per person and month", .real, unit: "CNY/person/month"),
    "guideline_year": FieldEntry("指导标准所属年份", "year the guide stands for", .year),
    "published": FieldEntry(
      "指导标准由哪一时期的数推算；空为未推算", "time it was published for and carried forward from; empty: not carried", .period
    ),
    "standard": FieldEntry(
      "本地标准，每人每月", "the own standard, per person and month", .real, unit: "CNY/person/month"),
    "compare_guidelines.difference": FieldEntry(
      "本地标准高出指导标准", "the own standard above the guide", .real, unit: "CNY/person/month"),
    "compare_guidelines.ratio_percent": FieldEntry(
      "本地标准为指导标准的百分比", "the own standard over the guide", .real, unit: "%"),
    "compare_guidelines.status": FieldEntry(
      "指导标准的依据", "how far the guide can be relied on", .code, codes: statuses),
    "compare_guidelines.source": FieldEntry(
      "指导标准的来源或理由", "where the guide was read, or the reason for it"),
    "where": FieldEntry(
      "everywhere各地相同，否则为本地最低或最高的区划",
      "everywhere where all own places agree, else the lowest or highest of them", .code,
      codes: Comparison.StandardRow.Scope.allCases.map { Word($0.rawValue, Labels.compareScope($0)) }),
    "neighbour": FieldEntry("他地的区划代码，文本；空为本地", "code of the other place, text; empty for the own", .code),
    "rank": FieldEntry(
      "位次，由高到低：该方案的本地标准与各地合排", "rank from the highest, the variant's own standard among the others", .whole,
      unit: "1", least: 1),
    "compare_neighbours.ratio_percent": FieldEntry(
      "为该方案本地标准的百分比", "over the variant's own standard", .real, unit: "%"),
    "compare_neighbours.period": FieldEntry(
      "标准所属的时期", "time the standard is of", .period),
    "compare_neighbours.status": FieldEntry(
      "他地标准的依据；空为本地", "how far the neighbour's figure can be relied on; empty for the own", .code,
      codes: statuses),
  ]
}

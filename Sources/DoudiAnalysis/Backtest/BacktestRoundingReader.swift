import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads which reports are rounded: `rounded: {2022-05: {SERIES: 100 persons}}`.
struct BacktestRoundingReader {
  let top: MappingReader
  let targets: [Month]
  let series: [Located<BacktestSeries>]
  let bag: DiagnosticBag

  func read() -> [BacktestFile.Rounding] {
    guard let node = top.node("rounded"),
      let months = MappingReader(node, Bilingual(zh: "rounded", en: "rounded"), bag: bag)
    else { return [] }
    return months.mapping.entries.flatMap(month)
  }

  private func month(_ entry: YAMLEntry) -> [BacktestFile.Rounding] {
    guard let target = Month(entry.key), targets.contains(target) else {
      bag.error(
        .backtestRounding, at: entry.keySpan,
        Bilingual(zh: "“\(entry.key)”不是比较月份", en: "\"\(entry.key)\" is none of the targets"))
      return []
    }
    let what = Bilingual(zh: "取整的序列", en: "the rounded series")
    guard let names = MappingReader(entry.node, what, bag: bag) else { return [] }
    names.allow(series.map(\.value.name))
    return names.mapping.entries.compactMap { one in
      guard let step = Quantity.parse(one.node, into: bag) else { return nil }
      guard step.value > .zero else {
        bag.error(
          .backtestRounding, at: one.node.span,
          Bilingual(zh: "取整单位应大于零", en: "what it is rounded to must be above zero"))
        return nil
      }
      return BacktestFile.Rounding(target: target, series: one.key, step: step, span: one.node.span)
    }
  }
}

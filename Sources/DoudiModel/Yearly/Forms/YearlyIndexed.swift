import DoudiInputs
import DoudiTape

/// A standard that follows a series and never falls.
///
///     S(0) = start_ratio x series,   S(t) = max(S(t-1), ratio x series)
struct YearlyIndexed: YearlyForm {
  static let name = "indexed"
  static let summary = Bilingual(zh: "与指标挂钩、只升不降的标准", en: "a standard that follows a series and never falls")
  static let keys = ["gives", "start_ratio", "start_series", "ratio", "series"]
  static let hasStart = true

  let gives: [String]
  private let start: (ratio: YearlyOperand, series: YearlyOperand)
  private let ratio: YearlyOperand
  private let series: YearlyOperand

  init?(_ reader: YearlyReader) {
    let (gives, ratio, series) = (reader.gives(), reader.operand("ratio"), reader.operand("series"))
    let (first, of) = (reader.operand("start_ratio"), reader.operand("start_series"))
    guard let gives, let ratio, let series, let first, let of else { return nil }
    (self.gives, self.ratio, self.series, start) = ([gives], ratio, series, (first, of))
  }

  func start(_ world: YearlyWorld) -> [TapeValue]? {
    [world.value(start.ratio) * world.value(start.series)]
  }

  func write(_ world: YearlyWorld) -> [TapeValue] {
    [TapeValue.max(world.last(gives[0]), world.value(ratio) * world.value(series))]
  }
}

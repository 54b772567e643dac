import DoudiInputs
import DoudiTape

/// A ratio that moves to its target in equal yearly steps.
///
///     X(t) = from + (to - from) x min(1, t / years)
struct Glide: YearlyForm {
  static let name = "glide"
  static let summary = Bilingual(zh: "按年均匀调整到目标", en: "a ratio that moves to its target in equal steps")
  static let keys = ["gives", "from", "to", "years"]
  static let hasStart = true

  let gives: [String]
  private let from: YearlyOperand
  private let to: YearlyOperand
  private let years: YearlyOperand

  init?(_ reader: YearlyReader) {
    let (gives, from, to) = (reader.gives(), reader.operand("from"), reader.operand("to"))
    guard let gives, let from, let to, let years = reader.operand("years") else { return nil }
    (self.gives, self.from, self.to, self.years) = ([gives], from, to, years)
  }

  func start(_ world: YearlyWorld) -> [TapeValue]? { [world.value(from)] }

  func write(_ world: YearlyWorld) -> [TapeValue] {
    let start = world.value(from)
    let passed = TapeValue.min(Double(world.year) / world.value(years), 1)
    return [start + (world.value(to) - start) * passed]
  }
}

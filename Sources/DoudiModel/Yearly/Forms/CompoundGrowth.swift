import DoudiInputs
import DoudiTape

/// A figure that grows at compound rates.
///
///     X(0) = start,   X(t) = X(t-1) x (1 + r_1) x (1 + r_2) ...        r_k: a sum of products
struct CompoundGrowth: YearlyForm {
  static let name = "compound"
  static let summary = Bilingual(zh: "按增长率逐年累乘", en: "a figure that grows at compound rates")
  static let keys = ["gives", "start", "rates"]
  static let hasStart = true

  let gives: [String]
  private let start: YearlyOperand
  private let rates: [[[YearlyOperand]]]

  init?(_ reader: YearlyReader) {
    let (gives, start, rates) = (reader.gives(), reader.operand("start"), reader.sums("rates"))
    guard let gives, let start, let rates else { return nil }
    (self.gives, self.start, self.rates) = ([gives], start, rates)
  }

  func start(_ world: YearlyWorld) -> [TapeValue]? { [world.value(start)] }

  func write(_ world: YearlyWorld) -> [TapeValue] {
    [rates.reduce(world.last(gives[0])) { $0 * (1 + world.sum($1)) }]
  }
}

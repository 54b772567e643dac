import DoudiInputs
import DoudiTape

/// A stock that is a sum of parts of itself and others.
///
///     X(0) = start,   X(t) = sum_k times_k x V_k / over_k
struct LinearRecurrence: YearlyForm {
  static let name = "linear_recurrence"
  static let summary = Bilingual(zh: "线性递推的存量", en: "a stock that is a sum of parts of itself and others")
  static let keys = ["gives", "start", "terms"]
  static let hasStart = true

  let gives: [String]
  private let start: YearlyOperand
  private let terms: [(of: YearlyOperand, times: Double, over: Double)]

  init?(_ reader: YearlyReader) {
    let (gives, start, terms) = (reader.gives(), reader.operand("start"), reader.terms("terms"))
    guard let gives, let start, let terms else { return nil }
    (self.gives, self.start, self.terms) = ([gives], start, terms)
  }

  func start(_ world: YearlyWorld) -> [TapeValue]? { [world.value(start)] }

  func write(_ world: YearlyWorld) -> [TapeValue] {
    let parts = terms.map { world.value($0.of) * ($0.times / $0.over) }
    return [parts.dropFirst().reduce(parts[0]) { $0 + $1 }]
  }
}

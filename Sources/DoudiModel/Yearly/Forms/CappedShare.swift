import DoudiInputs
import DoudiTape

/// A share of other spending, capped.
///
///     X = min(rate, cap) x sum of the others
struct CappedShare: YearlyForm {
  static let name = "capped_share"
  static let summary = Bilingual(zh: "按其他支出比例、设上限", en: "a share of other spending, capped")
  static let keys = ["gives", "rate", "cap", "of"]

  let gives: [String]
  private let rate: YearlyOperand
  private let cap: YearlyOperand
  private let parts: [YearlyOperand]

  init?(_ reader: YearlyReader) {
    let (gives, rate, cap) = (reader.gives(), reader.operand("rate"), reader.operand("cap"))
    guard let gives, let rate, let cap, let parts = reader.operands("of") else { return nil }
    (self.gives, self.rate, self.cap, self.parts) = ([gives], rate, cap, parts)
  }

  func write(_ world: YearlyWorld) -> [TapeValue] {
    let sum = parts.dropFirst().reduce(world.value(parts[0])) { $0 + world.value($1) }
    return [TapeValue.min(world.value(rate), world.value(cap)) * sum]
  }
}

import DoudiInputs
import DoudiTape

/// A multiple of an amount, averaged over categories, and what is added to it.
///
///     A = base x sum of weights + plus
struct YearlyMultiple: YearlyForm {
  static let name = "weighted_multiple"
  static let summary = Bilingual(zh: "按类别加权的倍数", en: "a multiple averaged over categories")
  static let keys = ["gives", "of", "weights", "plus"]

  let gives: [String]
  private let base: YearlyOperand
  private let weights: [[YearlyOperand]]
  private let plus: YearlyOperand?

  init?(_ reader: YearlyReader) {
    let (gives, base, weights) = (reader.gives(), reader.operand("of"), reader.products("weights"))
    plus = reader.optionalOperand("plus")
    guard let gives, let base, let weights else { return nil }
    (self.gives, self.base, self.weights) = ([gives], base, weights)
  }

  func write(_ world: YearlyWorld) -> [TapeValue] {
    let multiple = world.value(base) * world.sum(weights)
    return [plus.map { multiple + world.value($0) } ?? multiple]
  }
}

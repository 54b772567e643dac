import DoudiInputs
import DoudiTape

/// A product: persons times an amount.
struct YearlyProduct: YearlyForm {
  static let name = "product"
  static let summary = Bilingual(zh: "人数乘以标准", en: "a product: persons times an amount")
  static let keys = ["gives", "of"]

  let gives: [String]
  private let factors: [YearlyOperand]

  init?(_ reader: YearlyReader) {
    guard let gives = reader.gives(), let factors = reader.operands("of") else { return nil }
    (self.gives, self.factors) = ([gives], factors)
  }

  func write(_ world: YearlyWorld) -> [TapeValue] { [world.product(factors)] }
}

/// A sum of results.
struct YearlySum: YearlyForm {
  static let name = "sum"
  static let summary = Bilingual(zh: "合计", en: "a sum")
  static let keys = ["gives", "of"]

  let gives: [String]
  private let parts: [YearlyOperand]

  init?(_ reader: YearlyReader) {
    guard let gives = reader.gives(), let parts = reader.operands("of") else { return nil }
    (self.gives, self.parts) = ([gives], parts)
  }

  func write(_ world: YearlyWorld) -> [TapeValue] {
    [parts.dropFirst().reduce(world.value(parts[0])) { $0 + world.value($1) }]
  }
}

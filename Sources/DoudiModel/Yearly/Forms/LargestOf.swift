import DoudiInputs
import DoudiTape

/// The largest of several products: a need, but no less than a floor.
///
///     X = max_k ( product_k / over_k )
struct LargestOf: YearlyForm {
  static let name = "largest"
  static let summary = Bilingual(zh: "几项中的最大者", en: "the largest of several products")
  static let keys = ["gives", "of", "over"]

  let gives: [String]
  private let products: [[YearlyOperand]]
  private let divisors: [YearlyOperand]?

  init?(_ reader: YearlyReader) {
    guard let gives = reader.gives(), let products = reader.products("of") else { return nil }
    divisors = reader.optionalOperands("over")
    (self.gives, self.products) = ([gives], products)
    if let divisors, divisors.count != products.count {
      reader.fault("over", zh: "over应与of一样多", en: "\"over\" has as many elements as \"of\"")
      return nil
    }
  }

  func write(_ world: YearlyWorld) -> [TapeValue] {
    let parts = products.indices.map { place in
      let product = world.product(products[place])
      return divisors.map { product / world.value($0[place]) } ?? product
    }
    return [parts.dropFirst().reduce(parts[0]) { TapeValue.max($0, $1) }]
  }
}

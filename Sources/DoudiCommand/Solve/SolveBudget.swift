import ArgumentParser
import Doudi

/// What `--budget` says: money, or a share of what is spent anyway.
struct SolveBudget {
  private let text: String

  init(_ text: String) { self.text = text }

  /// CNY; `before` is what is spent without the answer.
  func money(_ before: Double) throws -> Double {
    let quantity = Quantity.parse(text: text)
    if let quantity, quantity.unit == .percent { return before * quantity.value.double / 100 }
    if let money = quantity?.converted(to: Units.cny) { return money.double }
    if let quantity, quantity.unit.isOne { return quantity.value.double }
    throw ValidationError(
      Bilingual(
        zh: "--budget“\(text)”不是金额，写如\"36000 万元\"或105%",
        en: "--budget \"\(text)\" is no money; write \"36000 10k CNY\" or 105%"))
  }
}

import DoudiTape

/// One region of a yearly scenario, as far as it is written.
final class YearlyWorld {
  let tape: TapeBuilder
  private let parameters: [String: TapeValue]
  private let figures: [String: TapeValue]
  /// Results of the year that is being written, and of the one before.
  private var now: [String: TapeValue] = [:]
  private var before: [String: TapeValue] = [:]
  /// The year that is being written, from 1; 0 for the year before the first.
  private(set) var year = 0

  init(_ tape: TapeBuilder, parameters: [String: TapeValue], figures: [String: TapeValue]) {
    (self.tape, self.parameters, self.figures) = (tape, parameters, figures)
  }

  /// Goes on to the next year.
  func advance() {
    (before, now) = (now, [:])
    year += 1
  }

  func set(_ name: String, _ value: TapeValue) { now[name] = value }

  /// A result of this year.
  func result(_ name: String) -> TapeValue { now[name] ?? tape.literal(.nan) }

  /// The value of an operand.
  func value(_ operand: YearlyOperand) -> TapeValue {
    switch operand.kind {
    case .number(let number): return tape.literal(number)
    case .name(let name):
      if let result = (operand.lag == 0 ? now : before)[name] { return result }
      return figures[name] ?? parameters[name] ?? tape.literal(.nan)
    }
  }

  /// The result of the year before.
  func last(_ name: String) -> TapeValue { before[name] ?? tape.literal(.nan) }

  func product(_ operands: [YearlyOperand]) -> TapeValue {
    operands.dropFirst().reduce(value(operands[0])) { $0 * value($1) }
  }

  func sum(_ products: [[YearlyOperand]]) -> TapeValue {
    products.dropFirst().reduce(product(products[0])) { $0 + product($1) }
  }
}

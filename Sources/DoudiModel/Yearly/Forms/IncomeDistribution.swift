import DoudiInputs
import DoudiTape

/// Lognormal incomes with mean Y below a line Z: the share of people, and what they lack on average.
///
///     d = ln(Z / Y) / s + s / 2,   H = Phi(d)
///     gap = (Z H - Y Phi(d - s)) / H          per person below the line; 0 where nobody is
///
/// s: standard deviation of the logarithm, a product of factors.
struct IncomeDistribution: YearlyForm {
  static let name = "income_distribution"
  static let summary = Bilingual(
    zh: "对数正态收入分布下的低于标准比例与平均差额", en: "share of people below a line and their mean gap")
  static let keys = ["gives_share", "gives_gap", "line", "mean", "spread"]

  let gives: [String]
  private let line: YearlyOperand
  private let mean: YearlyOperand
  private let spread: [YearlyOperand]

  init?(_ reader: YearlyReader) {
    let (share, gap) = (reader.gives("gives_share"), reader.gives("gives_gap"))
    let (line, mean) = (reader.operand("line"), reader.operand("mean"))
    guard let share, let gap, let line, let mean, let spread = reader.operands("spread") else { return nil }
    (gives, self.line, self.mean, self.spread) = ([share, gap], line, mean, spread)
  }

  func write(_ world: YearlyWorld) -> [TapeValue] {
    let (z, y, s) = (world.value(line), world.value(mean), world.product(spread))
    let d = TapeValue.log(z / y) / s + s * 0.5
    // A spread of nothing, or less, is no distribution.
    let share = TapeValue.select(s > 0, then: TapeValue.normalCDF(d), else: world.tape.literal(.nan))
    let gap = (z * share - y * TapeValue.normalCDF(d - s)) / share
    let none = world.tape.literal(0)
    return [share, TapeValue.select(share > 0, then: gap, else: none)]
  }
}

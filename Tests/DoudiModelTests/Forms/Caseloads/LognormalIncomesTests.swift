import Testing

@testable import DoudiModel

/// Against mpmath 1.3 with 40 digits: `erfc(-z / sqrt(2)) / 2` for Phi, `Z H - Y Phi(d - s)` for the gap.
@Suite struct LognormalIncomesTests {
  @Test(arguments: [
    (9600.0, 36_000.0, 0.7, 0.061997094986584956987, 141.45437904100250215),
    (9600, 36_000, 0.55, 0.016660565845559115344, 26.704212233742223604),
    (6000, 6000, 0.5, 0.59870632568292372424, 1184.4759081950846909),
    (30_000, 12_000, 1.2, 0.91364941363171909227, 20629.873888173254915),
    (1200, 90_000, 0.3, 2.5268288539498722136e-46, 6.1971474516108228774e-45),
  ]) func shareAndGap(_ line: Double, _ mean: Double, _ spread: Double, _ share: Double, _ gap: Double) {
    let incomes = LognormalIncomes(mean: mean, spread: spread)
    // Far out the rounding of the distance is what limits both.
    let tolerance = share < 1e-9 ? 1e-12 : 4e-15
    #expect(abs(incomes.shareBelow(line) - share) <= tolerance * share)
    // The gap is a difference of two numbers larger than itself.
    #expect(abs(incomes.gap(below: line) - gap) <= 3 * tolerance * gap + 1e-15 * line * share)
  }

  @Test func aLineOfNothing() {
    let incomes = LognormalIncomes(mean: 20_000, spread: 0.5)
    #expect(incomes.shareBelow(0) == 0 && incomes.gap(below: 0) == 0)
  }

  /// The same bits on every machine: the official run counts people by them.
  @Test func bits() {
    let incomes = LognormalIncomes(mean: 42_000, spread: 0.6)
    #expect(incomes.shareBelow(9600) == incomes.shareBelow(9600))
    #expect(abs(incomes.shareBelow(9600) - 0.0153923663392120007) <= 4e-17)
  }
}

import Testing

@testable import DoudiEnsemble

@Suite struct ChaosOrderTests {
  private func order(_ inputs: Int, outputs: Int = 1, _ body: @escaping @Sendable ([Double]) -> [Double])
    throws -> ChaosOrder
  {
    let inputs = IndependentInputs(try (0..<inputs).map { _ in try normal(0, 1) })
    let design = try ChaosDesign(inputs: inputs, runs: 64, seed: 0)
    return ChaosOrder(try design.fit(ColumnFunction(inputs: inputs.count, outputs: outputs, body)))
  }

  /// T = 0.8, 0.2 and none: worked by hand, x1^2 0.32, x1 x2 0.16, x1^3 0.085, x1^2 x2 0.064, x2^2 0.02.
  @Test func byWeight() throws {
    let order = try order(3) { [2 * $0[0] + $0[1]] }
    let cube = ChaosTerm([.init(input: 0, degree: 3)])
    let expected: [ChaosTerm] = [
      .constant, .linear(0), .linear(1), .linear(2), .square(0), .product(0, 1), cube,
      ChaosTerm([.init(input: 0, degree: 2), .init(input: 1, degree: 1)]), .square(1),
    ]
    // Between them x1 x2^2 (0.016) and x1^4 (0.017) come after x2^2; all of x3 comes later still.
    #expect(Array(order.terms(9)) == expected)
    #expect(order.terms(20).allSatisfy { $0.degree(2) <= 1 })
  }

  /// No term comes before those that divide it, none twice, and no more than asked for.
  @Test func divisorsFirst() throws {
    let terms = try order(4, outputs: 2) { [$0[0] * $0[1] + $0[2], $0[2] * $0[2] + 0.1 * $0[3]] }.terms(200)
    #expect(terms.count == 200)
    #expect(Set(terms).count == 200)
    for (place, term) in terms.enumerated() where term.powers.count + (term.powers.first?.degree ?? 0) > 2 {
      for power in term.powers {
        let rest = term.powers.filter { $0.input != power.input }
        let lower = power.degree > 1 ? [ChaosTerm.Power(input: power.input, degree: power.degree - 1)] : []
        let divisor = ChaosTerm((rest + lower).sorted { $0.input < $1.input })
        #expect(terms[..<place].contains(divisor))
      }
    }
  }

  /// A small number of inputs has a small number of terms.
  @Test func noMoreThanThereAre() throws {
    let terms = try order(1) { [$0[0]] }.terms(100)
    #expect(terms.count == InputPolynomials(try normal(0, 1)).degree + 1)
  }
}

import DoudiMatrix
import Testing

@testable import DoudiEnsemble

@Suite struct ShapleyDesignTests {
  private func inputs(_ count: Int) throws -> CorrelatedInputs {
    try CorrelatedInputs(
      (0..<count).map { _ in try uniform(0, 1) },
      copula: GaussianCopula(dimensions: count, factor: Matrix.identity(count).elements))
  }

  @Test func ordersFollowTheNumberOfInputs() throws {
    let few = try ShapleyDesign(inputs: inputs(12), draws: 16, replicates: 2, seed: 0)
    #expect(few.orders == .all)
    #expect(few.runs == 2 * 16 * 4096)
    let many = try ShapleyDesign(inputs: inputs(13), draws: 16, replicates: 2, seed: 0)
    #expect(many.orders == .random)
    #expect(many.runs == 2 * 16 * 14)
    #expect(throws: IndexFault.count(.inputs, given: 21, allowed: 1...20)) {
      try ShapleyDesign(inputs: inputs(21), draws: 16, orders: .all, seed: 0)
    }
    #expect(throws: IndexFault.inputs(given: 12, needed: 3)) { try few.effects(of: Ishigami()) }
  }

  /// A single input has all there is.
  @Test(arguments: [ShapleyDesign.Orders.all, .random])
  func oneInput(orders: ShapleyDesign.Orders) throws {
    let design = try ShapleyDesign(inputs: inputs(1), draws: 64, orders: orders, seed: 0)
    let effects = try design.effects(of: ColumnFunction(inputs: 1) { [$0[0]] })
    #expect(effects.share(input: 0, output: 0)?.value == 1)
    #expect(abs(try #require(effects.effect(input: 0, output: 0)).value - 1.0 / 12) < 0.01)
  }
}

import Testing

@testable import DoudiAllocation

@Suite struct LinearSolutionTests {
  /// x + y >= 15 with x <= 2 and y <= 10.
  static var contradiction: LinearProgram {
    var program = LinearProgram()
    let (x, y) = (program.addVariable("x", upper: 10), program.addVariable("y", upper: 10))
    program.addRow("much", lower: 15, [(x, 1), (y, 1)])
    program.addRow("little", upper: 2, [(x, 1)])
    return program
  }

  @Test func aProofIsTakenWithEitherSignAndScaled() throws {
    for ray in [[4.0, -4.0], [-0.5, 0.5]] {
      let proof = try #require(InfeasibilityCertificate(ray, of: Self.contradiction))
      #expect(proof.rows == [0, 1] && proof.multipliers == [1, -1] && proof.gap == 3)
    }
  }

  /// What proves nothing is not shown: alone no row is at fault, and multipliers must be numbers.
  @Test(arguments: [[1.0, 0], [0, 1], [1, 1], [0, 0], [.nan, 1], [.infinity, 1], [1, 5]])
  func whatProvesNothingIsNotShown(ray: [Double]) {
    #expect(InfeasibilityCertificate(ray, of: Self.contradiction) == nil)
  }
}

import DoudiMatrix
import Testing

@testable import DoudiEnsemble

@Suite struct CorrelatedInputsTests {
  private func copula(_ correlation: Double) throws -> GaussianCopula {
    let matrix = try Matrix(byRows: [[1, correlation], [correlation, 1]])
    return try GaussianCopula(dimensions: 2, factor: matrix.cholesky().elements)
  }

  @Test func asManyAsTheCopula() throws {
    #expect(throws: SamplingFault.distributions(given: 1, needed: 2)) {
      try CorrelatedInputs([normal(0, 1)], copula: copula(0.5))
    }
    #expect(try CorrelatedInputs([normal(0, 1), normal(0, 1)], copula: copula(0.5)).count == 2)
  }

  /// The sampler of the fan draws them together.
  @Test func samplerOfTheFan() throws {
    let inputs = try CorrelatedInputs([normal(0, 1), normal(0, 1)], copula: copula(0.5))
    let sampler = try inputs.sampler(points: SobolSequence(dimensions: 2, seed: 0))
    var block = [Double](repeating: 0, count: 2 * 4096)
    block.withUnsafeMutableBufferPointer { sampler.fill(draws: 0..<4096, into: $0) }
    let together = (0..<4096).reduce(0) { $0 + block[$1] * block[4096 + $1] } / 4096
    #expect(abs(together - 0.5) < 0.01)
  }
}

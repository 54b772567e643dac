import COpenBLAS
import DoudiMatrix
import Foundation
import Testing

/// How far results may differ from one kernel of the library to another.
///
/// Every operation runs once in this process and once in a process of its own for each kernel named, and all
/// numbers agree to 1e-12 of the largest number of the operation's result. They are not equal to the bit: kernels add
/// in different orders, with and without fused multiplication.
@Suite struct KernelTests {
  static let tolerance = 1e-12

  @Test func kernelsAgree() async throws {
    guard doudi_blas_features() != 0 else { return }
    let here = try results()
    var seen = [MatrixCore.name]
    for output in [
      try await prescott(), try await nehalem(), try await sandyBridge(), try await zen(),
    ] {
      let kernel = try #require(lines(of: output, after: "kernel ").first)
      seen.append(kernel)
      let numbers = lines(of: output, after: "result ").map { line in
        line.split(separator: " ").compactMap { UInt64($0, radix: 16).map(Double.init(bitPattern:)) }
      }
      try #require(numbers.count == here.count)
      for (operation, (there, here)) in zip(numbers, here).enumerated() {
        try #require(there.count == here.count)
        let size = here.reduce(0) { max($0, $1.magnitude) }
        let worst = zip(there, here).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
        #expect(worst <= Self.tolerance * size, "operation \(operation) with \(kernel)")
      }
    }
    // A processor has at least the generic one and its own.
    #expect(Set(seen).count >= 2, "kernels \(seen)")
  }

  private func prescott() async throws -> [UInt8]? {
    await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try report(kernel: "Prescott")
    }?.standardOutputContent
  }

  private func nehalem() async throws -> [UInt8]? {
    await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try report(kernel: "Nehalem")
    }?.standardOutputContent
  }

  private func sandyBridge() async throws -> [UInt8]? {
    await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try report(kernel: "Sandybridge")
    }?.standardOutputContent
  }

  private func zen() async throws -> [UInt8]? {
    await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try report(kernel: "Zen")
    }?.standardOutputContent
  }
}

/// Prints the kernel and the bits of every result; the variable is set as its user would, only later.
private func report(kernel: String) throws {
  setenv("OPENBLAS_CORETYPE", kernel, 1)
  print("kernel", MatrixCore.name)
  for numbers in try results() {
    print("result", numbers.map { String($0.bitPattern, radix: 16) }.joined(separator: " "))
  }
}

/// One result of every operation, from matrices larger than a block of any kernel's registers.
private func results() throws -> [[Double]] {
  let (a, b) = (try Naive.matrix(70, 45, seed: 1), try Naive.matrix(45, 33, seed: 2))
  let positive = try Naive.positiveDefinite(45, seed: 3)
  let factor = try positive.cholesky()
  var shocks = a
  try shocks.multiply(byLower: factor, side: .right, transposed: true)
  let fit = try LeastSquares(design: a, response: .product(a, b))
  let eigen = try SymmetricEigen(positive)
  let parts = try SingularValues(b)
  let correlations = try Matrix(byRows: [[1, 1, 0], [1, 1, 1], [0, 1, 1]])
  let norm = try MinimumNormFit(design: b, response: a.transposed)
  return [
    try Matrix.product(a, b).elements, try Matrix.symmetricProduct(a).elements,
    try Matrix.product(symmetric: positive, b).elements, factor.elements, shocks.elements,
    try positive.solvingPositiveDefinite(b).elements, try Matrix.congruence(a, positive).elements,
    fit.coefficients.elements, norm.coefficients.elements, norm.singularValues, eigen.values,
    eigen.vectors.elements, parts.values, parts.left.elements, parts.right.elements,
    try CorrelationCheck.nearest(to: correlations).elements,
  ]
}

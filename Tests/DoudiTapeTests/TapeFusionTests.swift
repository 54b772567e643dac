import CVectorMath
import Testing

@testable import DoudiTape

@Suite struct TapeFusionTests {
  /// The operations that are left, for inputs x, y, z and a figure.
  private func operations(
    _ write: (TapeValue, TapeValue, TapeValue, TapeValue) -> [TapeValue]
  ) -> [UInt32] {
    let tape = tape(inputs: 3) { builder in
      // Values of the region, so that nothing moves into the prologue.
      let own = (0..<3).map { .sqrt(builder.figure(Double($0) + 2) * builder.input($0)) as TapeValue }
      return write(own[0], own[1], own[2], builder.figure(9))
    }
    let instructions = TapeRunner(tape: tape, math: .portable).code.instructions
    return instructions.map { UInt32($0.operation) }.filter {
      $0 != vm_square_root.rawValue && $0 != vm_multiply.rawValue
    }
  }

  @Test func pairsBecomeOne() {
    #expect(operations { x, y, z, _ in [x * y + z] } == [vm_multiply_add.rawValue])
    #expect(operations { x, y, z, _ in [z + x * y] } == [vm_multiply_add.rawValue])
    #expect(operations { x, y, z, _ in [x * y - z] } == [vm_multiply_subtract.rawValue])
    #expect(operations { x, y, z, _ in [z - x * y] } == [vm_subtract_product.rawValue])
    #expect(operations { x, y, z, _ in [(x + y) * z] } == [vm_add_multiply.rawValue])
    #expect(operations { x, y, z, _ in [(x - y) * z] } == [vm_subtract_multiply.rawValue])
    #expect(operations { x, y, z, _ in [x * y * z] } == [vm_multiply_multiply.rawValue])
    #expect(operations { x, y, z, _ in [x + y + z] } == [vm_add_add.rawValue])
    #expect(operations { x, y, z, _ in [TapeValue.max(x * y, z)] } == [vm_maximum_product.rawValue])
    #expect(
      operations { x, y, z, k in [TapeValue.max(x * y - z, k)] } == [vm_maximum_multiply_subtract.rawValue])
    #expect(operations { x, y, _, _ in [.exp(x * y)] } == [vm_exp_product.rawValue])
    #expect(operations { x, y, _, _ in [.log(x / y)] } == [vm_log_ratio.rawValue])
    #expect(operations { x, y, _, _ in [.normalCDF(x - y)] } == [vm_normal_cdf_difference.rawValue])
    #expect(
      operations { x, y, z, k in [.select(y > k, then: x / y, else: z)] }
        == [vm_divide_where_greater.rawValue])
    #expect(operations { x, y, z, k in [x * y + z * k] } == [vm_products_sum.rawValue])
    #expect(operations { x, y, z, k in [x * y - z * k] } == [vm_products_difference.rawValue])
  }

  @Test func whatServesTwoStays() {
    #expect(operations { x, y, z, _ in [x * y + z, x * y] } == [vm_add.rawValue])
    let twice = operations { x, y, _, _ in [(x + y) * (x + y)] }
    #expect(twice == [vm_add.rawValue])
  }

  @Test(arguments: TapeMath.allCases) func guardedDivisionKeepsItsBranches(math: TapeMath) throws {
    let tape = tape(inputs: 2) { builder in
      let (x, d) = (builder.input(0) * builder.figure(6), builder.input(1) * builder.figure(1))
      return [.select(d > 0, then: x / d, else: builder.literal(-1))]
    }
    let values = try outputs(tape, [[1, 1, .nan, 1], [2, 0, 2, .nan]], math: math)[0]
    #expect(zip(values, [3, -1, .nan, .nan]).allSatisfy(same), "\(values)")
  }

  @Test func repeatedDivisorsAreInvertedOnceInVectorArithmetic() {
    let tape = tape(inputs: 2) { builder in
      let d = TapeValue.sqrt(builder.figure(2) * builder.input(0))
      let x = builder.figure(3) * builder.input(1)
      return [x / d, .exp(x) / d, x / 7]
    }
    func divisions(_ math: TapeMath) -> Int {
      let instructions = TapeRunner(tape: tape, math: math).code.instructions
      return instructions.count { UInt32($0.operation) == vm_divide.rawValue }
    }
    #expect(divisions(.portable) == 3 && divisions(.vector) == 1)
  }
}

import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiTape

/// Programs on the tape against the same expressions in plain arithmetic.
@Suite struct RandomProgramTests {
  @Test func portableHasTheBitsOfPlainArithmetic() throws {
    try forAll(
      seed: 11, count: 600,
      generator: { random in
        RandomProgram(&random, operations: 23) { ($0.unit() - 0.5) * 20 }
      }, shrink: \.smaller
    ) { program in
      let (tape, indices) = program.tape(Self.wild)
      let columns = Self.columns { ($0.unit() - 0.5) * 10 }
      return try levels.filter { $0.math == .portable }.allSatisfy { math, level in
        let runner = TapeRunner(tape: tape, block: 32, math: math, level: level)
        let values = try runner.values(columns, draws: columns[0].count)[0]
        return columns[0].indices.allSatisfy { draw in
          let plain = program.values(columns.map { $0[draw] }, Self.wild)
          return zip(values, indices).allSatisfy { same($0[draw], plain[$1]) }
        }
      }
    }
  }

  /// Operations that do not cancel, so that errors of the last bit stay such.
  @Test func vectorAgreesWithPortable() throws {
    try forAll(
      seed: 12, count: 600,
      generator: { random in
        RandomProgram(&random, operations: 17) { 0.1 + $0.unit() * 5 }
      }, shrink: \.smaller
    ) { program in
      let (tape, indices) = program.tape(Self.tame)
      let columns = Self.columns { 0.1 + $0.unit() * 5 }
      return try levels.filter { $0.math == .vector }.allSatisfy { math, level in
        let runner = TapeRunner(tape: tape, block: 32, math: math, level: level)
        let values = try runner.values(columns, draws: columns[0].count)[0]
        return columns[0].indices.allSatisfy { draw in
          let plain = program.values(columns.map { $0[draw] }, Self.tame)
          return zip(values, indices).allSatisfy { (value, index) in
            (value[draw] - plain[index]).magnitude <= 1e-12 * plain[index].magnitude
          }
        }
      }
    }
  }

  private static func columns(_ draw: (inout SplitMix64) -> Double) -> [[Double]] {
    var random = SplitMix64(seed: 13)
    return (0..<RandomProgram.inputs).map { _ in (0..<40).map { _ in draw(&random) } }
  }

  private static func wild(_ operation: Int, _ x: [TapeValue]) -> TapeValue {
    switch operation {
    case 0: x[0] + x[1]
    case 1: x[0] - x[1]
    case 2: x[0] * x[1]
    case 3: x[0] / x[1]
    case 4: .max(x[0], x[1])
    case 5: .min(x[0], x[1])
    case 6: .exp(x[0])
    case 7: .log(x[0])
    case 8: .sqrt(x[0])
    case 9: .erfc(x[0])
    case 10: .normalCDF(x[0])
    case 11: .pow(x[0], x[1])
    case 12: .floor(x[0])
    case 13: .select(x[0] >= x[1], then: x[2], else: x[3])
    case 14: .select(x[0] > x[1], then: x[2], else: x[3])
    case 15: x[0] * x[1] + x[2] * x[3]
    case 16: x[0] * x[1] - x[2]
    case 17: .exp(x[0] * x[1])
    case 18: .log(x[0] / x[1])
    case 19: .normalCDF(x[0] - x[1])
    case 20: .select(x[0] > x[1], then: x[2] / x[0], else: x[3])
    case 21: .max(x[0] * x[1] - x[2], x[3])
    default: .roundUp(x[0], toStep: x[1])
    }
  }

  private static func wild(_ operation: Int, _ x: [Double]) -> Double {
    let isUndefined = x[0].isNaN || x[1].isNaN
    switch operation {
    case 0: return x[0] + x[1]
    case 1: return x[0] - x[1]
    case 2: return x[0] * x[1]
    case 3: return x[0] / x[1]
    case 4: return isUndefined ? .nan : x[0] > x[1] ? x[0] : x[1]
    case 5: return isUndefined ? .nan : x[0] < x[1] ? x[0] : x[1]
    case 6: return PortableMath.exp(x[0])
    case 7: return PortableMath.log(x[0])
    case 8: return x[0].squareRoot()
    case 9: return PortableMath.erfc(x[0])
    case 10: return PortableMath.erfc(-x[0] / 1.4142135623730951) / 2
    case 11: return PortableMath.pow(x[0], x[1])
    case 12: return x[0].rounded(.down)
    case 13: return isUndefined ? .nan : x[0] >= x[1] ? x[2] : x[3]
    case 14: return isUndefined ? .nan : x[0] > x[1] ? x[2] : x[3]
    case 15: return x[0] * x[1] + x[2] * x[3]
    case 16: return x[0] * x[1] - x[2]
    case 17: return PortableMath.exp(x[0] * x[1])
    case 18: return PortableMath.log(x[0] / x[1])
    case 19: return PortableMath.erfc(-(x[0] - x[1]) / 1.4142135623730951) / 2
    case 20: return isUndefined ? .nan : x[0] > x[1] ? x[2] / x[0] : x[3]
    case 21:
      let difference = x[0] * x[1] - x[2]
      return difference.isNaN || x[3].isNaN ? .nan : difference > x[3] ? difference : x[3]
    default:
      let quotient = x[0] / x[1]
      let tiny = quotient.magnitude * 1e-12
      return (quotient - (tiny > 0.5 ? 0.5 : tiny)).rounded(.up) * x[1]
    }
  }

  private static func tame(_ operation: Int, _ x: [TapeValue]) -> TapeValue {
    switch operation {
    case 0: x[0] + x[1]
    case 1: .max(x[0], x[1]) - 0.5 * .min(x[0], x[1])
    case 2: .min(x[0], 50) * .min(x[1], 50)
    case 3: x[0] / x[1]
    case 4: .max(x[0] * 0.25, x[1])
    case 5: .exp(.min(x[0], 3))
    case 6: .log(2 + x[0])
    case 7: .sqrt(x[0])
    case 8: .erfc(.min(x[0], 2))
    case 9: .normalCDF(-.min(x[0], 2))
    case 10: .pow(.min(x[0], 5) + 1, .min(x[1], 2))
    case 11: x[0] * (1 + x[1]) + x[2] * x[3]
    case 12: .exp(.min(x[0], 2) * .min(x[1], 1.5))
    case 13: .log(.max(x[0], x[1]) * 3 / .min(x[0], x[1]))
    case 14: .normalCDF(.min(x[0], 2) - .min(x[1], 2) * 0.25)
    case 15: .select(x[0] > 0, then: x[1] / x[0], else: x[2])
    default: (x[0] + x[1]) / 7 + x[2] / x[3]
    }
  }

  private static func tame(_ operation: Int, _ x: [Double]) -> Double {
    switch operation {
    case 0: x[0] + x[1]
    case 1: max(x[0], x[1]) - 0.5 * min(x[0], x[1])
    case 2: min(x[0], 50) * min(x[1], 50)
    case 3: x[0] / x[1]
    case 4: max(x[0] * 0.25, x[1])
    case 5: PortableMath.exp(min(x[0], 3))
    case 6: PortableMath.log(2 + x[0])
    case 7: x[0].squareRoot()
    case 8: PortableMath.erfc(min(x[0], 2))
    case 9: PortableMath.erfc(min(x[0], 2) / 1.4142135623730951) / 2
    case 10: PortableMath.pow(min(x[0], 5) + 1, min(x[1], 2))
    case 11: x[0] * (1 + x[1]) + x[2] * x[3]
    case 12: PortableMath.exp(min(x[0], 2) * min(x[1], 1.5))
    case 13: PortableMath.log(max(x[0], x[1]) * 3 / min(x[0], x[1]))
    case 14: PortableMath.erfc(-(min(x[0], 2) - min(x[1], 2) * 0.25) / 1.4142135623730951) / 2
    case 15: x[0] > 0 ? x[1] / x[0] : x[2]
    default: (x[0] + x[1]) / 7 + x[2] / x[3]
    }
  }
}

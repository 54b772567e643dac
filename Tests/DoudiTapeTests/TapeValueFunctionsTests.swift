import CVectorMath
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiTape

@Suite struct TapeValueFunctionsTests {
  private let functions = tape(inputs: 2) { builder in
    let (x, y) = (builder.input(0), builder.input(1))
    return [.exp(x), .log(x), .erfc(x), .normalCDF(x), .pow(x, y), .sqrt(x), .floor(x), .ceil(x)]
  }

  /// Arguments of every size and sign, and what is special.
  private func arguments() -> (x: [Double], y: [Double]) {
    var random = SplitMix64(seed: 9)
    let special: [Double] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 0x1p-1030, -0x1p-1030, 709.7,
      709.9, -708.5, -745, -746,
      0.46875, -0.46875, 28, 28.1, 26, 8.484375, -8.484375, 0x1p52, 0x1p53, -3, 3, 0.5, 2,
    ]
    var (x, y): ([Double], [Double]) = ([], [])
    for a in special { for b in special { (x, y) = (x + [a], y + [b]) } }
    for _ in 0..<20_000 {
      x.append((random.unit() - 0.5) * 40)
      y.append((random.unit() - 0.5) * 20)
      x.append(PortableMath.exp((random.unit() - 0.5) * 1_400))
      y.append((random.unit() - 0.5) * 4)
    }
    return (x, y)
  }

  @Test func portableHasTheBitsOfPortableMath() throws {
    let (x, y) = arguments()
    let root = 1.4142135623730951
    for (math, level) in levels where math == .portable {
      let runner = TapeRunner(tape: functions, block: 160, math: math, level: level)
      let values = try runner.values([x, y], draws: x.count)[0]
      for i in x.indices {
        let expected = [
          PortableMath.exp(x[i]), PortableMath.log(x[i]), PortableMath.erfc(x[i]),
          0.5 * PortableMath.erfc(-x[i] / root), PortableMath.pow(x[i], y[i]), x[i].squareRoot(),
          x[i].rounded(.down), x[i].rounded(.up),
        ]
        for k in expected.indices {
          #expect(same(values[k][i], expected[k]), "function \(k) of \(x[i]), \(y[i]) at \(level)")
        }
      }
    }
  }

  @Test func vectorAgreesWithPortable() throws {
    let (x, y) = arguments()
    try expectAgreement(x, y)
  }

  /// Draws are computed in groups: one that is out of the ordinary is found in every place of a group.
  @Test func vectorAgreesWhereOneDrawOfAGroupIsSpecial() throws {
    let special: [Double] = [
      0, -0.0, -1, .infinity, -.infinity, .nan, -.nan, .leastNonzeroMagnitude, -0x1p-1022, 0x1p-1023,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 709.9, -746, 8.49, -8.49, 12, -12, 0x1p27, -0x1p52,
    ]
    let group = 32
    var x: [Double] = []
    for value in special {
      for place in 0..<group { x += (0..<group).map { $0 == place ? value : 0.5 + Double($0) / 16 } }
    }
    try expectAgreement(x, Array(repeating: 1.5, count: x.count))
  }

  private func expectAgreement(_ x: [Double], _ y: [Double]) throws {
    let portable = try outputs(functions, [x, y], math: .portable)
    for (math, level) in levels where math == .vector {
      let runner = TapeRunner(tape: functions, block: 160, math: math, level: level)
      let values = try runner.values([x, y], draws: x.count)[0]
      for k in values.indices {
        for i in x.indices {
          let (value, exact) = (values[k][i], portable[k][i])
          let isNear = same(value, exact) || (value - exact).magnitude <= 1e-12 * exact.magnitude
          #expect(isNear, "function \(k) of \(x[i]), \(y[i]): \(value), not \(exact)")
        }
      }
    }
  }

  /// Units in the last place, against 60 digits; the tables are those of the portable functions.
  @Test func vectorAgreesWithManyDigits() throws {
    let limits: [String: (output: Int, ulps: UInt64)] = [
      "exp": (0, 1), "log": (1, 1), "erfc": (2, 60), "pow": (4, 4),
    ]
    let rows = try referenceRows("../DoudiUnitsTests/Reference/portable_math.csv")
    let numbers = try rows.map { row in try row[1...].map(bits) }
    let values = try outputs(functions, [numbers.map { $0[0] }, numbers.map { $0[1] }])
    for (i, row) in rows.enumerated() {
      guard let limit = limits[row[0]] else { continue }
      let (value, exact) = (values[limit.output][i], numbers[i][2])
      #expect(
        distance(value, exact) <= limit.ulps, "\(row[0])(\(numbers[i][0])): \(distance(value, exact)) ulp")
    }
  }

  @Test(arguments: TapeMath.allCases) func normalDistributionAgreesWithManyDigits(math: TapeMath) throws {
    let numbers = try referenceRows("Reference/normal_cdf.csv").map { row in try row.map(bits) }
    let values = try outputs(functions, [numbers.map { $0[0] }, numbers.map { $0[1] }], math: math)
    for (value, number) in zip(values[3], numbers) {
      let (x, exact) = (number[0], number[1])
      let limit = math == .vector && x > -8.48 ? (x > -4 ? 1e-15 : 1e-14) : (2 + x * x) * 4e-16
      #expect((value / exact - 1).magnitude <= limit, "\(x): \(value), not \(exact)")
    }
  }

  @Test(arguments: TapeMath.allCases) func roundingUpForgivesTheLastBit(math: TapeMath) throws {
    let tape = tape(inputs: 1) { builder in
      [.roundUp(builder.input(0), toStep: 5), .roundUp(builder.input(0), toStep: builder.figure(0.1))]
    }
    let x: [Double] = [10, 10 * (1 + 1e-13), 10 * (1 + 1e-11), 10.1, -7, -5, 0, 0.1 + 0.2]
    let values = try outputs(tape, [x], math: math)
    #expect(values[0] == [10, 10, 15, 15, -5, -5, 0, 5])
    #expect((values[1][7] - 0.3).magnitude < 1e-15)
    #expect((values[1][3] - 10.1).magnitude < 1e-14)
  }

  private func bits(_ text: String) throws -> Double {
    Double(bitPattern: try #require(UInt64(text, radix: 16)))
  }

  private func distance(_ a: Double, _ b: Double) -> UInt64 {
    a.bitPattern > b.bitPattern ? a.bitPattern - b.bitPattern : b.bitPattern - a.bitPattern
  }
}

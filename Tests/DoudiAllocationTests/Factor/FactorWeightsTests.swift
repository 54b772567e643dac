import DoudiAllocation
import DoudiUnits
import Testing

@Suite struct FactorWeightsTests {
  let people = Factor("people", r(10, 30, 60))
  let need = Factor("need", r(1, 1, 2))

  @Test func productsAndShares() throws {
    let found = try FactorWeights(product: [people, need])
    #expect(found.weights == r(10, 30, 120))
    #expect(found.shares == [[q(1, 10), q(3, 10), q(6, 10)], [q(1, 4), q(1, 4), q(1, 2)]])
  }

  @Test func weightedSumsOfShares() throws {
    let found = try FactorWeights(sum: [people, need], importance: [q(7, 10), q(3, 10)])
    // 0.7 x 0.1 + 0.3 x 0.25 = 0.145 and so on.
    #expect(found.weights == [q(145, 1000), q(285, 1000), q(570, 1000)])
    #expect(found.weights.reduce(.zero, +) == .one)
  }

  @Test func faults() {
    #expect(throws: AllocationFault.factorWeights(sum: q(9, 10))) {
      try FactorWeights(sum: [people, need], importance: [q(7, 10), q(2, 10)])
    }
    #expect(throws: AllocationFault.count(.factor, expected: 2, found: 1)) {
      try FactorWeights(sum: [people, need], importance: [q(1)])
    }
    #expect(throws: AllocationFault.factorWithoutValue(1)) {
      try FactorWeights(product: [people, Factor("none", r(0, 0, 0))])
    }
    #expect(throws: AllocationFault.count(.factor, expected: 3, found: 1)) {
      try FactorWeights(product: [people, Factor("short", r(1))])
    }
    #expect(throws: AllocationFault.noRows) { try FactorWeights(product: []) }
    #expect(throws: AllocationFault.negative(.weight, rows: [2])) {
      try FactorWeights(product: [Factor("negative", r(1, 1, -1))])
    }
  }

  @Test func sharesTooFineForTheRangeAreRoundedAndSaidSo() throws {
    let columns = [1_000_003, 1_000_033, 1_000_037, 1_000_039, 1_000_081].map { prime in
      Factor("f\(prime)", r(1, prime - 1)).scaled(by: Int128(1) << 50)
    }
    let found = try FactorWeights(sum: columns, importance: Array(repeating: q(1, 5), count: 5))
    #expect(!found.sharesRounded || found.weights.reduce(.zero, +) <= .one)
    let wide = [1, 2, 3, 4].map { Factor("w", [q(1), Rational((Int128(1) << 61) - Int128($0), over: 1)]) }
    let rounded = try FactorWeights(sum: wide, importance: Array(repeating: q(1, 4), count: 4))
    #expect(rounded.sharesRounded)
    #expect((rounded.weights.reduce(.zero, +).double - 1).magnitude < 1e-17 * 100)
  }
}

extension Factor {
  fileprivate func scaled(by factor: Int128) -> Factor {
    Factor(name, values.map { $0 * Rational(factor, over: 1) })
  }
}

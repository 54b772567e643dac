import DoudiAllocation
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Figures of any size end in a result or in a fault, never in the end of the program; results add up.
@Suite struct ExtremesTests {
  struct Case {
    var pot: Int64
    var weights: [Rational]
    var bounds: [RowBounds]
    var sent: [Int64]
    var doubles: [Double]
  }

  static func rational(_ random: inout SplitMix64) -> Rational {
    let bits = random.int(in: 0...127)
    switch random.int(in: 0...9) {
    case 0: return .notRepresentable
    case 1: return .zero
    case 2: return Rational(.max, over: Int128(random.int(in: 1...9)))
    case 3: return Rational(Int128(random.int(in: 1...9)), over: .max)
    case 4: return Rational(-1, over: 3)
    case 5, 6: return Rational(Int128(random.int(in: 0...1000)), over: Int128(random.int(in: 1...40)))
    default:
      return Rational(
        random.wholeNumber(bits: bits) & .max,
        over: (random.wholeNumber(bits: random.int(in: 0...127)) & .max) | 1)
    }
  }

  static func whole(_ random: inout SplitMix64) -> Int64 {
    let edges: [Int64] = [
      0, 1, -1, .max, .min, .max - 1, 10_000_000_000_000_000, 10_000_000_000_000_001, 1000,
    ]
    return random.int(in: 0...1) == 0 ? edges[random.int(in: 0...8)] : Int64(random.int(in: 0...1_000_000))
  }

  static func draw(_ random: inout SplitMix64) -> Case {
    let count = random.int(in: 0...5)
    let usual = random.int(in: 0...2) > 0
    func number() -> Rational {
      usual && random.int(in: 0...7) > 0 ? Rational(random.int(in: 0...99)) : rational(&random)
    }
    let doubles: [Double] = [.nan, .infinity, -.infinity, 1e308, -1, 0, 1e-308, 5e-324]
    return Case(
      pot: whole(&random), weights: (0..<count).map { _ in number() },
      bounds: (0..<(random.int(in: 0...9) == 0 ? 2 : count)).map { _ in
        RowBounds(
          floor: random.int(in: 0...2) == 0 ? Bound(number()) : nil,
          cap: random.int(in: 0...2) == 0 ? Bound(number()) : nil)
      },
      sent: (0..<count).map { _ in whole(&random) },
      doubles: (0..<count).map { _ in
        random.int(in: 0...3) == 0 ? doubles[random.int(in: 0...7)] : Double(random.int(in: 0...50))
      })
  }

  /// The result, or nil for a fault.
  static func outcome<Result>(_ work: () throws(AllocationFault) -> Result) -> Result? {
    do throws(AllocationFault) {
      return try work()
    } catch {
      _ = error.description
      return nil
    }
  }

  @Test func envelopesAndClaims() throws {
    try forAll(seed: 21, count: 2_000, generator: Self.draw) { one in
      for financing in Envelope.FloorFinancing.allCases {
        let envelope = Envelope(pot: one.pot, weights: one.weights, bounds: one.bounds, financing: financing)
        if let found = Self.outcome(envelope.allocate), found.amounts.reduce(0, +) != one.pot { return false }
      }
      for rule in ClaimRule.allCases {
        let claims = Rationing(pot: one.pot, claims: one.weights, rule: rule, bounds: one.bounds)
        if let found = Self.outcome(claims.allocate), found.amounts.reduce(found.remainder, +) != one.pot {
          return false
        }
      }
      return true
    }
  }

  @Test func apportionments() throws {
    try forAll(seed: 22, count: 2_000, generator: Self.draw) { one in
      let ranges = one.sent.map { UnitRange(atLeast: $0 < 1000 ? 0 : 1, atMost: $0 > 0 ? $0 : nil) }
      return ApportionmentMethod.allCases.allSatisfy { method in
        [[], ranges, one.sent.map { UnitRange(atLeast: $0, atMost: one.pot) }].allSatisfy { ranges in
          let found = Self.outcome { () throws(AllocationFault) in
            try Apportionment(one.pot, weights: one.weights, method: method, ranges: ranges)
          }
          return found.map { $0.units.reduce(0, +) == one.pot } ?? true
        }
      }
    }
  }

  @Test func batchesTreesFactorsAndMeasures() throws {
    try forAll(seed: 23, count: 2_000, generator: Self.draw) { one in
      let plan = BatchPlan(
        entitlements: one.weights, sent: [SentBatch("a", one.sent), SentBatch("b", one.sent)])
      for takeback in [Batch.Takeback.none, .all, .upTo(one.sent)] {
        for size in [Batch.Size.pot(one.pot), .cumulativeShare(one.weights.first ?? .one)] {
          let found = Self.outcome { () throws(AllocationFault) in
            try plan.split(Batch("c", size, takeback: takeback))
          }
          if let found, found.amounts.reduce(0, +) != found.pot { return false }
        }
      }
      let leaves = zip(one.weights, one.bounds).map { TierNode(weight: $0, bounds: $1) }
      let tree = TierTree(TierNode(weight: nil, children: [TierNode(weight: nil, children: leaves)] + leaves))
      if let found = Self.outcome({ () throws(AllocationFault) in try tree.allocate(one.pot) }),
        found.children.reduce(0, { $0 + $1.amount }) != one.pot
      {
        return leaves.isEmpty
      }
      let factors = [Factor("a", one.weights), Factor("b", one.bounds.map { $0.floor?.value ?? .one })]
      _ = Self.outcome { () throws(AllocationFault) in try FactorWeights(product: factors) }
      _ = Self.outcome { () throws(AllocationFault) in
        try FactorWeights(sum: factors, importance: [q(1, 3), q(2, 3)])
      }
      let measures = Self.outcome { () throws(AllocationFault) in
        try Inequality(one.sent, people: one.sent.reversed())
      }
      return measures.map { $0.gini >= .zero && $0.gini <= .one } ?? true
    }
  }

  @Test func linearPrograms() throws {
    try forAll(seed: 24, count: 400, generator: Self.draw) { one in
      let rows = Array(one.doubles.indices)
      let first = one.doubles.first
      let program = AllocationProgram(
        pot: one.pot, ranges: one.doubles.map { _ in UnitRange() }, needs: one.doubles,
        objective: one.pot % 2 == 0 ? .maximiseCoverage : .minimiseDeviation(from: one.doubles.reversed()),
        conditions: [
          ("a", .total(of: rows, atLeast: first, atMost: one.doubles.last)),
          ("b", .share(of: [0], atMost: first ?? 1, in: rows)),
          ("c", .commonCoverage(of: rows, width: first ?? 1)),
        ])
      guard
        let found = Self.outcome({ () throws(AllocationFault) in try RoundedProgram(program, groups: [rows]) }
        )
      else { return true }
      return found.status != .optimal || found.units.reduce(0, +) == one.pot
    }
  }
}

import DoudiAllocation
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct RationingTests {
  /// Mishnah, Kethubot 93a: claims of 100, 200 and 300 on estates of 100, 200 and 300.
  @Test(arguments: [
    (100, [q(100, 3), q(100, 3), q(100, 3)]), (200, [q(50), q(75), q(75)]), (300, [q(50), q(100), q(150)]),
  ])
  func talmud(estate: Int, expected: [Rational]) throws {
    let result = try Rationing(pot: Int64(estate), claims: r(100, 200, 300), rule: .talmud).allocate()
    #expect(result.rows.map(\.exact) == expected)
    #expect(result.amounts.reduce(0, +) == Int64(estate))
  }

  @Test func aboveHalfTheTalmudSharesLosses() throws {
    // 450 of 600: losses of 150 as an estate of 150 would be awarded: 50, 50, 50.
    let result = try Rationing(pot: 450, claims: r(100, 200, 300), rule: .talmud).allocate()
    #expect(result.amounts == [50, 150, 250])
  }

  /// Claims 100, 200, 300 on 300, worked by hand.
  @Test(arguments: [
    (ClaimRule.proportional, [50, 100, 150]), (.constrainedEqualAwards, [100, 100, 100]),
    (.constrainedEqualLosses, [0, 100, 200]), (.talmud, [50, 100, 150]), (.maxMinCoverage, [50, 100, 150]),
  ])
  func rulesSideBySide(rule: ClaimRule, expected: [Int64]) throws {
    #expect(try Rationing(pot: 300, claims: r(100, 200, 300), rule: rule).allocate().amounts == expected)
  }

  /// Fractions in Python by bisection: Reference/make-reference.py.
  @Test func asFractionsInPython() throws {
    for row in try referenceRows("../Reference/claims.csv") {
      let rule = try #require(ClaimRule(rawValue: row[0]))
      let pot = try #require(Int64(row[1]))
      let claims = row[2].split(separator: " ").map { fraction($0) }
      let result = try Rationing(pot: pot, claims: claims, rule: rule).allocate()
      #expect(result.rows.map(\.exact) == row[3].split(separator: " ").map { fraction($0) }, "\(row)")
    }
  }

  @Test(arguments: ClaimRule.allCases)
  func anEstateAboveAllClaimsLeavesARemainder(rule: ClaimRule) throws {
    let result = try Rationing(pot: 100, claims: [q(10), q(41, 2), q(0)], rule: rule).allocate()
    #expect(result.amounts == [10, 20, 0])
    #expect(result.remainder == 70)
    let none = try Rationing(pot: 5, claims: r(0, 0), rule: rule).allocate()
    #expect(none.amounts == [0, 0] && none.remainder == 5)
  }

  /// The awards of an estate and the losses of the rest mirror each other.
  @Test func talmudIsItsOwnDual() throws {
    for estate in stride(from: Int64(0), through: 600, by: 30) {
      let awards = try Rationing(pot: estate, claims: r(100, 200, 300), rule: .talmud).allocate()
      let losses = try Rationing(pot: 600 - estate, claims: r(100, 200, 300), rule: .talmud).allocate()
      #expect(zip(awards.rows, losses.rows).map { $0.exact + $1.exact } == r(100, 200, 300))
    }
  }

  @Test func boundsAndPriorities() throws {
    let bounded = try Rationing(
      pot: 300, claims: r(100, 200, 300), rule: .constrainedEqualLosses,
      bounds: [.between(40, nil), .none, .between(nil, 150)]
    ).allocate()
    // 40 and 150 are fixed, the second gets the rest.
    #expect(bounded.amounts == [40, 110, 150])
    #expect(bounded.rows.map { $0.bound?.side } == [.floor, nil, .cap])
    let tilted = try Rationing(
      pot: 300, claims: r(100, 200, 300), rule: .maxMinCoverage, priorities: r(2, 1, 1)
    ).allocate()
    // Level 3/7 would cover 6/7 of the first claim, 3/7 of the others.
    #expect(tilted.rows.map(\.exact) == [q(600, 7), q(600, 7), q(900, 7)])
    #expect(throws: AllocationFault.boundsNotMeaningful(rows: [1])) {
      try Rationing(pot: 1, claims: r(1, 2), rule: .talmud, bounds: [.none, .between(1, nil)]).allocate()
    }
  }

  @Test func faults() {
    #expect(throws: AllocationFault.negative(.claim, rows: [0])) {
      try Rationing(pot: 1, claims: r(-1, 2), rule: .talmud).allocate()
    }
    #expect(throws: AllocationFault.notRepresentable(.claim, rows: [1])) {
      try Rationing(pot: 1, claims: [q(1), .notRepresentable], rule: .proportional).allocate()
    }
    #expect(throws: AllocationFault.tooLarge(.claim)) {
      try Rationing(pot: 1, claims: [Rational(1 << 100, over: 1)], rule: .constrainedEqualLosses).allocate()
    }
    #expect(throws: AllocationFault.noRows) { try Rationing(pot: 1, claims: [], rule: .talmud).allocate() }
    #expect(throws: AllocationFault.count(.weight, expected: 2, found: 1)) {
      try Rationing(pot: 1, claims: r(1, 1), rule: .maxMinCoverage, priorities: r(1)).allocate()
    }
  }
}

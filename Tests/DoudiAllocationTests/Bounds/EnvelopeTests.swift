import DoudiAllocation
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct EnvelopeTests {
  @Test func thirdCappedAtTwenty() throws {
    let result = try Envelope(
      pot: 100, weights: r(1, 2, 3, 4),
      bounds: [.none, .none, .between(nil, 20), .none]
    ).allocate()
    #expect(result.rows.map(\.exact) == [q(80, 7), q(160, 7), q(20), q(320, 7)])
    #expect(result.multiplier == q(80, 7))
    #expect(result.amounts == [11, 23, 20, 46])
    #expect(result.rows.map { $0.bound?.side } == [nil, nil, .cap, nil])
    #expect(result.rows.map(\.formula) == r(10, 20, 30, 40))
    #expect(result.rows.map(\.moved) == [q(10, 7), q(20, 7), q(-10), q(40, 7)])
    #expect(result.rows.map(\.movedUnits) == [1, 3, -10, 6])
    #expect(result.movedUp == 10 && result.movedDown == 10)
  }

  @Test func growthBand() throws {
    let previous = r(100, 100, 100, 150)
    let bounds = previous.map { previous in
      var bounds = RowBounds.none
      bounds.keepInBand(previous: previous, down: q(5, 100), up: q(20, 100))
      return bounds
    }
    let result = try Envelope(pot: 480, weights: r(120, 95, 80, 205), bounds: bounds).allocate()
    #expect(result.amounts == [110, 95, 95, 180])
    #expect(result.rows[3].bound == BoundHit(side: .cap, bound: Bound(q(180), because: .growthBand)))
    #expect(result.rows[2].bound == BoundHit(side: .floor, bound: Bound(q(95), because: .growthBand)))
  }

  @Test func factorsInWholeYuan() throws {
    let factors = try FactorWeights(product: [
      Factor("demand", r(120_000, 45_000, 8_000, 260_000)),
      Factor("fiscal", [q(8, 10), q(5, 10), q(1), q(6, 10)]),
      Factor("performance", [q(102, 100), q(98, 100), q(1), q(105, 100)]),
    ])
    let result = try Envelope(pot: 500_000_000, weights: factors.weights).allocate()
    #expect(result.amounts == [167_803_407, 37_786_613, 13_709_428, 280_700_552])
  }

  /// Fractions in Python by another way, bisection over bends: Reference/make-reference.py.
  @Test func asFractionsInPython() throws {
    for row in try referenceRows("../Reference/envelopes.csv") {
      let lists = row[1...4].map { $0.split(separator: " ").map { String($0) } }
      let bounds = zip(lists[1], lists[2]).map { floor, cap in
        RowBounds(floor: Bound(fraction(floor)), cap: cap == "-" ? nil : Bound(fraction(cap)))
      }
      let envelope = Envelope(
        pot: try #require(Int64(row[0])), weights: lists[0].map { fraction($0) }, bounds: bounds)
      let result = try envelope.allocate()
      #expect(result.rows.map(\.exact) == lists[3].map { fraction($0) }, "\(row)")
      #expect(result.amounts.reduce(0, +) == envelope.pot)
    }
  }

  @Test func floorsPaidByExcess() throws {
    // Without floors 10, 30, 60. The first is lifted by 10; the others have 20 and 40 above theirs and give 1/6 of it.
    let bounds: [RowBounds] = [.between(20, nil), .between(10, nil), .between(20, nil)]
    let byExcess = try Envelope(pot: 100, weights: r(1, 3, 6), bounds: bounds, financing: .byExcess)
      .allocate()
    #expect(byExcess.rows.map(\.exact) == [q(20), q(80, 3), q(160, 3)])
    #expect(byExcess.rows.map { $0.bound?.side } == [.floor, nil, nil])
    let byWeight = try Envelope(pot: 100, weights: r(1, 3, 6), bounds: bounds).allocate()
    #expect(byWeight.rows.map(\.exact) == [q(20), q(80, 3), q(160, 3)])
    // With unequal floors the two differ.
    let other: [RowBounds] = [.between(20, nil), .between(30, nil), .none]
    #expect(
      try Envelope(pot: 100, weights: r(1, 3, 6), bounds: other, financing: .byExcess).allocate().amounts
        == [20, 30, 50])
    let third: [RowBounds] = [.between(20, nil), .between(25, nil), .between(20, nil)]
    #expect(
      try Envelope(pot: 100, weights: r(1, 3, 6), bounds: third, financing: .byExcess).allocate().rows.map(
        \.exact)
        == [q(20), q(25) + q(5 * 35, 45), q(20) + q(40 * 35, 45)])
  }

  @Test func floorsOfFractionsAreKeptByTheUnitAbove() throws {
    let bounds = [RowBounds(floor: Bound(q(21, 2))), RowBounds(cap: Bound(q(9, 2))), .none]
    let result = try Envelope(pot: 20, weights: r(1, 1, 1), bounds: bounds).allocate()
    #expect(result.rows.map(\.exact) == [q(21, 2), q(9, 2), q(5)])
    #expect(result.amounts == [11, 4, 5])
    #expect(throws: AllocationFault.noWholeUnits(rows: [0])) {
      try Envelope(
        pot: 20, weights: r(1, 1), bounds: [RowBounds(floor: Bound(q(21, 2)), cap: Bound(q(43, 4))), .none]
      ).allocate()
    }
  }

  @Test func infeasibleBoundsNameRowsAndAmounts() {
    #expect(throws: AllocationFault.floorsAbovePot(floors: q(12), pot: q(10), rows: [0, 2])) {
      try Envelope(pot: 10, weights: r(1, 1, 1), bounds: [.between(5, nil), .none, .between(7, nil)])
        .allocate()
    }
    #expect(throws: AllocationFault.capsBelowPot(caps: q(8), pot: q(10), rows: [0, 1])) {
      try Envelope(pot: 10, weights: r(1, 1), bounds: [.between(nil, 5), .between(nil, 3)]).allocate()
    }
    #expect(throws: AllocationFault.floorAboveCap(rows: [1], by: [q(3)])) {
      try Envelope(pot: 10, weights: r(1, 1), bounds: [.none, .between(5, 2)]).allocate()
    }
    #expect(throws: AllocationFault.noPositiveWeight(left: q(4))) {
      try Envelope(pot: 10, weights: r(1, 0), bounds: [.between(nil, 5), .between(1, nil)]).allocate()
    }
    #expect(throws: AllocationFault.negative(.floor, rows: [0])) {
      try Envelope(pot: 10, weights: r(1, 0), bounds: [.between(-1, nil), .none]).allocate()
    }
    #expect(throws: AllocationFault.notRepresentable(.cap, rows: [1])) {
      try Envelope(pot: 10, weights: r(1, 1), bounds: [.none, RowBounds(cap: Bound(.notRepresentable))])
        .allocate()
    }
    #expect(throws: AllocationFault.noRows) { try Envelope(pot: 10, weights: []).allocate() }
    #expect(throws: AllocationFault.pot(.max)) { try Envelope(pot: .max, weights: r(1)).allocate() }
  }

  /// Weights of 100 and more bits are cut, and the result says so.
  @Test func weightsBeyondTheRangeAreCutAndSaidSo() throws {
    let huge = Rational(Int128(1) << 120, over: 3)
    let fine = Rational((Int128(1) << 119) - 1, over: 7)
    let result = try Envelope(pot: 1_000_000_000_000_000, weights: [huge, fine, q(1)]).allocate()
    #expect(result.weightsScaled)
    #expect(!result.multiplier.isRepresentable)
    #expect(result.amounts.reduce(0, +) == 1_000_000_000_000_000)
    // 1/3 x 2^120 : 1/7 x 2^119 = 14 : 3
    #expect((result.amounts[0] - 823_529_411_764_706).magnitude < 2)
    let tiny = try Envelope(
      pot: 17, weights: [Rational(14, over: Int128(1) << 126), Rational(3, over: Int128(1) << 126)]
    )
    .allocate()
    #expect(tiny.amounts == [14, 3] && !tiny.weightsScaled)
  }

  @Test func fineBoundsAreRoundedInwardAndSaidSo() throws {
    let bounds = [3, 7, 11, 13, 17, 19, 23, 29, 31, 37].map {
      RowBounds(floor: Bound(q(1000, $0 * 1_000_003)))
    }
    let result = try Envelope(pot: 1000, weights: r(0, 0, 0, 0, 0, 0, 0, 0, 0, 1), bounds: bounds).allocate()
    #expect(result.boundsRounded)
    #expect(result.amounts == [1, 1, 1, 1, 1, 1, 1, 1, 1, 991])
  }
}

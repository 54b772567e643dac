import DoudiAllocation
import DoudiUnits
import Testing

@Suite struct TierTreeTests {
  static func leaf(_ weight: Int, _ bounds: RowBounds = .none) -> TierNode {
    TierNode(weight: Rational(weight), bounds: bounds)
  }

  @Test func moneyComesDownThreeTiers() throws {
    let north = TierNode(weight: nil, children: [Self.leaf(1), Self.leaf(2, .between(nil, 20))])
    let south = TierNode(weight: nil, children: [Self.leaf(3), Self.leaf(4)])
    let result = try TierTree(TierNode(weight: nil, children: [north, south])).allocate(100)
    #expect(result.children.map(\.amount) == [30, 70])
    #expect(result.children[0].children.map(\.amount) == [10, 20])
    #expect(result.children[1].children.map(\.amount) == [30, 40])
  }

  @Test func whatChildrenCanHoldBoundsTheirParent() throws {
    let poor = TierNode(
      weight: q(1), children: [Self.leaf(1, .between(nil, 10)), Self.leaf(1, .between(nil, 15))])
    let rich = TierNode(weight: q(1), children: [Self.leaf(1)])
    let result = try TierTree(TierNode(weight: nil, children: [poor, rich])).allocate(100)
    #expect(result.children.map(\.amount) == [25, 75])
    #expect(result.split?.rows[0].bound?.bound.reason == .children)
  }

  @Test func inconsistenciesNameTheNode() {
    let node = TierNode(weight: q(1), bounds: .between(50, nil), children: [Self.leaf(1, .between(nil, 10))])
    #expect(throws: AllocationFault.childrenOutsideParent(path: [1], parent: 50...100, children: 0...10)) {
      try TierTree(TierNode(weight: nil, children: [Self.leaf(1), node])).allocate(100)
    }
    #expect(throws: AllocationFault.childrenOutsideParent(path: [], parent: 100...100, children: 0...10)) {
      try TierTree(TierNode(weight: nil, children: [Self.leaf(1, .between(nil, 10))])).allocate(100)
    }
    #expect(throws: AllocationFault.node(path: [0], .floorAboveCap(rows: [], by: [q(1)]))) {
      try TierTree(TierNode(weight: nil, children: [Self.leaf(1, .between(3, 2))])).allocate(100)
    }
    #expect(throws: AllocationFault.node(path: [], .negative(.weight, rows: [0]))) {
      try TierTree(TierNode(weight: nil, children: [Self.leaf(-1)])).allocate(100)
    }
    #expect(
      throws: AllocationFault.node(path: [], .floorsAbovePot(floors: q(120), pot: q(100), rows: [0, 1]))
    ) {
      try TierTree(
        TierNode(weight: nil, children: [Self.leaf(1, .between(60, nil)), Self.leaf(1, .between(60, nil))])
      ).allocate(100)
    }
    var deep = Self.leaf(1)
    for _ in 0..<40 { deep = TierNode(weight: q(1), children: [deep]) }
    #expect(throws: AllocationFault.self) { try TierTree(deep).allocate(1) }
    #expect(throws: AllocationFault.pot(-1)) { try TierTree(deep).allocate(-1) }
  }
}

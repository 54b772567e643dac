import DoudiAllocation
import Testing
import _DoudiTestSupport

@Suite struct RoundedProgramTests {
  static func open(_ count: Int) -> [UnitRange] { Array(repeating: UnitRange(), count: count) }

  @Test func coverageAloneIsProportional() throws {
    let program = AllocationProgram(pot: 60, ranges: Self.open(3), needs: [10, 20, 90])
    let result = try RoundedProgram(program)
    #expect(result.units == [5, 10, 45])
    #expect((result.objective - 0.5).magnitude < 1e-12)
    #expect((result.potPrice - 1.0 / 120).magnitude < 1e-12)
  }

  @Test func aProvincesTotalHasAPrice() throws {
    // The first two get 40 at most, so the third has the rest: least coverage 40 / 60.
    let program = AllocationProgram(
      pot: 100, ranges: Self.open(3), needs: [30, 30, 60],
      conditions: [
        ("province", .total(of: [0, 1], atLeast: nil, atMost: 40)),
        ("idle", .total(of: [2], atLeast: 1, atMost: nil)),
      ])
    let result = try RoundedProgram(program, groups: [[0, 1]])
    #expect((result.objective - 2.0 / 3).magnitude < 1e-9)
    #expect(result.units.reduce(0, +) == 100 && result.units[0] + result.units[1] == 40)
    #expect((result.conditionPrices[0] - 1.0 / 60).magnitude < 1e-9 && result.conditionPrices[1] == 0)
    #expect(result.conditionExcess == [0, 0])
  }

  @Test func nearestToTheFormulaWithinAShare() throws {
    // Purchases (row 1) are at most 2 % of the whole: 20 of 1,000 instead of 100. Each unit more saves two of deviation.
    let program = AllocationProgram(
      pot: 1000, ranges: Self.open(3), needs: [1, 1, 1],
      objective: .minimiseDeviation(from: [500, 100, 400]),
      conditions: [("purchases", .share(of: [1], atMost: 0.02, in: [0, 1, 2]))])
    let result = try RoundedProgram(program)
    #expect(result.units[1] == 20 && result.units.reduce(0, +) == 1000)
    #expect((result.objective - 160).magnitude < 1e-6)
    #expect((result.conditionPrices[0] + 2).magnitude < 1e-9)
  }

  /// The same figures in fen of a large pot: prices are for one unit, whatever the solver counts in.
  @Test func pricesDoNotDependOnTheUnit() throws {
    let large: Int64 = 100_000_000_000_000
    let coverage = AllocationProgram(
      pot: large, ranges: Self.open(3), needs: [3e13, 3e13, 6e13],
      conditions: [("province", .total(of: [0, 1], atLeast: nil, atMost: 4e13))])
    let first = try RoundedProgram(coverage)
    #expect((first.objective - 2.0 / 3).magnitude < 1e-9 && first.potPrice == 0)
    #expect((first.conditionPrices[0] * 6e13 - 1).magnitude < 1e-9)
    let free = try RoundedProgram(AllocationProgram(pot: large, ranges: Self.open(2), needs: [1e14, 3e14]))
    #expect((free.potPrice * 4e14 - 1).magnitude < 1e-9)
    let nearest = AllocationProgram(
      pot: large, ranges: Self.open(2), needs: [1, 1], objective: .minimiseDeviation(from: [2e13, 7e13]))
    let second = try RoundedProgram(nearest)
    #expect((second.objective / 1e13 - 1).magnitude < 1e-9 && (second.potPrice - 1).magnitude < 1e-9)
  }

  @Test func bandsOfCoverage() throws {
    let low = AllocationProgram(
      pot: 100, ranges: Self.open(2), needs: [100, 100], objective: .minimiseDeviation(from: [90, 10]),
      conditions: [("band", .coverage(of: [0, 1], atLeast: 0.3, atMost: 0.8))])
    #expect(try RoundedProgram(low).units == [70, 30])
    let common = AllocationProgram(
      pot: 100, ranges: Self.open(2), needs: [100, 100], objective: .minimiseDeviation(from: [90, 10]),
      conditions: [("band", .commonCoverage(of: [0, 1], width: 0.05))])
    #expect(try RoundedProgram(common).units == [55, 45])
  }

  @Test func conflictsNameTheConditions() throws {
    let program = AllocationProgram(
      pot: 100, ranges: Self.open(3), needs: [1, 1, 1],
      conditions: [
        ("fine", .total(of: [2], atLeast: 1, atMost: nil)),
        ("much", .total(of: [0, 1], atLeast: 60, atMost: nil)),
        ("little", .total(of: [0], atLeast: nil, atMost: 10)),
        ("less", .total(of: [1], atLeast: nil, atMost: 10)),
      ])
    let result = try RoundedProgram(program)
    #expect(result.status == .infeasible && result.units.isEmpty)
    #expect(result.conflicts == [1, 2, 3])
  }

  @Test func fenOfALargePotStayExact() throws {
    var random = SplitMix64(seed: 5)
    let needs = (0..<200).map { _ in Double(random.int(in: 1...1_000_000)) }
    let ranges = needs.map { _ in UnitRange(atMost: random.int(in: 4...9) > 4 ? nil : 1_000_000_000_000) }
    let groups = stride(from: 0, to: 200, by: 20).map { Array($0..<($0 + 20)) }
    let program = AllocationProgram(pot: 1_000_000_000_000_001, ranges: ranges, needs: needs)
    let result = try RoundedProgram(program, groups: groups)
    #expect(result.units.reduce(0, +) == 1_000_000_000_000_001)
    #expect(zip(result.units, ranges).allSatisfy { $0 >= 0 && $0 <= ($1.most ?? .max) })
  }

  @Test func groupSumsAreWithinAUnit() throws {
    try forAll(
      seed: 11, count: 60,
      generator: { random in (0..<12).map { _ in random.int(in: 1...50) } }, shrink: { smallerLists($0) }
    ) { needs in
      if needs.isEmpty { return true }
      let program = AllocationProgram(
        pot: 1000, ranges: Self.open(needs.count), needs: needs.map(Double.init))
      let groups = stride(from: 0, to: needs.count, by: 3).map { Array($0..<min($0 + 3, needs.count)) }
      let result = try RoundedProgram(program, groups: groups)
      return groups.allSatisfy { rows in
        let exact = rows.reduce(0.0) { $0 + result.amounts[$1] }
        return (exact - Double(rows.reduce(0) { $0 + result.units[$1] })).magnitude < 1 + 1e-6
      } && result.units.reduce(0, +) == 1000
    }
  }

  @Test func faults() {
    #expect(throws: AllocationFault.notRepresentable(.claim, rows: [0])) {
      try RoundedProgram(AllocationProgram(pot: 1, ranges: Self.open(1), needs: [.nan]))
    }
    #expect(throws: AllocationFault.negative(.claim, rows: [1])) {
      try RoundedProgram(AllocationProgram(pot: 1, ranges: Self.open(2), needs: [1, -1]))
    }
    #expect(throws: AllocationFault.position(3, count: 1)) {
      try RoundedProgram(
        AllocationProgram(
          pot: 1, ranges: Self.open(1), needs: [1],
          conditions: [("x", .total(of: [3], atLeast: 0, atMost: 1))]))
    }
    #expect(throws: AllocationFault.linear(.row, position: 0)) {
      try RoundedProgram(
        AllocationProgram(
          pot: 1, ranges: Self.open(1), needs: [1],
          conditions: [("x", .coverage(of: [0], atLeast: .nan, atMost: 1))]))
    }
    #expect(throws: AllocationFault.position(0, count: 2)) {
      try RoundedProgram(AllocationProgram(pot: 1, ranges: Self.open(2), needs: [1, 1]), groups: [[0], [0]])
    }
    #expect(throws: AllocationFault.noRows) {
      try RoundedProgram(AllocationProgram(pot: 1, ranges: [], needs: []))
    }
  }
}

import DoudiAllocation
import DoudiUnits
import Testing

/// Of 10, 20, 30, 40, 50: Gini's coefficient by hand, the others by mpmath 1.3.0 with 30 digits from the definitions
/// (Theil 1967; Atkinson 1970).
@Suite struct InequalityTests {
  let five = [Int64](arrayLiteral: 10, 20, 30, 40, 50)

  @Test func knownValues() throws {
    let measures = try Inequality(five)
    #expect(measures.gini == q(4, 15))
    #expect((measures.theilT - 0.119_687_593_583_509_245).magnitude < 1e-15)
    #expect((measures.theilL - 0.141_113_940_111_700_493).magnitude < 1e-15)
    #expect((try #require(measures.atkinson(0.5)) - 0.063_153_392_227_086_388).magnitude < 1e-15)
    #expect((try #require(measures.atkinson(1)) - 0.131_609_638_434_216_036).magnitude < 1e-15)
    #expect((try #require(measures.atkinson(2)) - 0.270_072_992_700_729_927).magnitude < 1e-15)
    #expect(measures.atkinson(0).map { $0.magnitude < 1e-15 } == true)
    #expect(measures.atkinson(-1) == nil && measures.atkinson(.nan) == nil)
  }

  /// By the double sum of |x_i n_j - x_j n_i| in fractions, and mpmath.
  @Test func weightedByPeople() throws {
    let measures = try Inequality([10, 30, 20, 40, 0], people: [1, 2, 3, 4, 5])
    #expect(measures.gini == q(13, 30))
    #expect((measures.theilT - 0.446_011_618_918_980_820).magnitude < 1e-15)
    #expect((try #require(measures.atkinson(0.5)) - 0.346_734_700_962_242_920).magnitude < 1e-15)
  }

  @Test func zerosAndEquals() throws {
    let one = try Inequality([0, 0, 0, 12])
    #expect(one.gini == q(3, 4))
    #expect(one.theilL == .infinity && one.atkinson(1) == 1 && one.atkinson(3) == 1)
    #expect((one.theilT - 1.386_294_361_119_890_6).magnitude < 1e-15)  // ln 4
    let same = try Inequality([7, 14, 21], people: [1, 2, 3])
    #expect(same.gini == .zero && same.theilT.magnitude < 1e-15 && same.theilL.magnitude < 1e-15)
    #expect(try Inequality([10, 10, 5], people: [1, 1, 0 + 1]).gini == Inequality([10, 5, 10]).gini)
    #expect(try Inequality([0, 5], people: [0, 3]).gini == .zero)
  }

  @Test func largeFiguresStayExact() throws {
    let measures = try Inequality(
      [4_000_000_000_000_000, 6_000_000_000_000_000], people: [700_000_000, 700_000_000])
    #expect(measures.gini == q(1, 10))
  }

  @Test func faults() {
    #expect(throws: AllocationFault.negative(.amount, rows: [1])) { try Inequality([1, -1]) }
    #expect(throws: AllocationFault.negative(.population, rows: [0])) {
      try Inequality([1, 1], people: [-1, 1])
    }
    #expect(throws: AllocationFault.notMeasurable(rows: [1])) { try Inequality([1, 1], people: [1, 0]) }
    #expect(throws: AllocationFault.notMeasurable(rows: [])) { try Inequality([]) }
    #expect(throws: AllocationFault.notMeasurable(rows: [])) { try Inequality([0, 0]) }
    #expect(throws: AllocationFault.count(.population, expected: 2, found: 1)) {
      try Inequality([1, 1], people: [1])
    }
    #expect(throws: AllocationFault.tooLarge(.amount)) {
      try Inequality(Array(repeating: .max, count: 9), people: Array(repeating: .max, count: 9))
    }
  }
}

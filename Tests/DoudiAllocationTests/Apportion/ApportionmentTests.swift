import DoudiAllocation
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct ApportionmentTests {
  @Test func threeEqualRowsShareTen() throws {
    let found = try Apportionment(10, weights: r(1, 1, 1), method: .largestRemainder)
    #expect(found.units == [4, 3, 3])
    #expect(found.tie == Tie(rows: [0, 1, 2], winners: [0]))
    #expect(found.quotas == [q(10, 3), q(10, 3), q(10, 3)])
    for method in ApportionmentMethod.allCases {
      let other = try Apportionment(10, weights: r(1, 1, 1), method: method)
      #expect(other.units == [4, 3, 3] && other.tie == found.tie)
    }
  }

  /// Balinski and Young, Fair Representation (1982): an example where Hamilton's method and Webster's differ.
  @Test func balinskiYoung() throws {
    let weights = r(5117, 4400, 162, 161, 160)
    #expect(try Apportionment(100, weights: weights, method: .largestRemainder).units == [51, 44, 2, 2, 1])
    #expect(try Apportionment(100, weights: weights, method: .webster).units == [51, 43, 2, 2, 2])
  }

  /// Apportionment populations of the censuses 1970-2020 and the seats that the House apportioned by them by the method
  /// of equal proportions, both as published by the US Census Bureau (Apportionment Data 1970-2020). 1970 counts are
  /// the bureau's resident and overseas figures added up, 204,053,325 in all.
  @Test(arguments: [1970, 1980, 1990, 2000, 2010, 2020])
  func houseSeats(year: Int) throws {
    let rows = try referenceRows("../Reference/house-seats.csv").filter { $0[0] == "\(year)" }
    #expect(rows.count == 50)
    let totals = [
      1970: 204_053_325, 1980: 225_867_174, 1990: 249_022_783, 2000: 281_424_177, 2010: 309_183_463,
      2020: 331_108_434,
    ]
    #expect(rows.reduce(0) { $0 + (Int($1[2]) ?? 0) } == totals[year])
    let found = try Apportionment(
      435, weights: rows.map { fraction($0[2]) }, method: .huntingtonHill)
    #expect(found.units.map(String.init) == rows.map { $0[3] })
    #expect(found.tie == nil)
  }

  /// Fractions in Python, unit by unit from nothing: Reference/make-reference.py.
  @Test func asUnitByUnitInFractions() throws {
    for row in try referenceRows("../Reference/apportionment.csv") {
      let weights = row[2].split(separator: " ").map { fraction($0) }
      let ranges = zip(row[3].split(separator: " "), row[4].split(separator: " ")).map {
        UnitRange(atLeast: Int64($0) ?? 0, atMost: Int64($1))
      }
      let method = try #require(ApportionmentMethod(rawValue: row[0]))
      let pot = try #require(Int64(row[1]))
      let found = try Apportionment(pot, weights: weights, method: method, ranges: ranges)
      #expect(found.units.map(String.init).joined(separator: " ") == row[5], "\(row)")
    }
  }

  @Test func everyRowGetsOneOrNoneDoes() throws {
    #expect(throws: AllocationFault.fewerUnitsThanRows(units: 2, rows: 3)) {
      try Apportionment(2, weights: r(5, 1, 1), method: .adams)
    }
    #expect(try Apportionment(2, weights: r(5, 0, 1), method: .dean).units == [1, 0, 1])
    #expect(try Apportionment(3, weights: r(1000, 1, 1), method: .huntingtonHill).units == [1, 1, 1])
    #expect(try Apportionment(0, weights: r(0, 0), method: .huntingtonHill).units == [0, 0])
  }

  @Test func rangesAreKept() throws {
    let ranges = [UnitRange(atLeast: 0, atMost: 3), UnitRange(atLeast: 2), UnitRange()]
    for method in ApportionmentMethod.allCases {
      let found = try Apportionment(10, weights: r(8, 1, 3), method: method, ranges: ranges)
      #expect(found.units == [3, 2, 5], "\(method)")
    }
    #expect(throws: AllocationFault.self) {
      try Apportionment(10, weights: r(1, 0), method: .webster, ranges: [UnitRange(atMost: 4), UnitRange()])
    }
  }

  @Test func faultsNameRows() {
    #expect(throws: AllocationFault.noRows) { try Apportionment(1, weights: [], method: .webster) }
    #expect(throws: AllocationFault.pot(-1)) { try Apportionment(-1, weights: r(1), method: .webster) }
    #expect(throws: AllocationFault.negative(.weight, rows: [1])) {
      try Apportionment(1, weights: r(1, -1), method: .webster)
    }
    #expect(throws: AllocationFault.notRepresentable(.weight, rows: [0])) {
      try Apportionment(1, weights: [.notRepresentable], method: .jefferson)
    }
    #expect(throws: AllocationFault.noPositiveWeight(left: .one)) {
      try Apportionment(1, weights: r(0, 0), method: .largestRemainder)
    }
    #expect(throws: AllocationFault.count(.floor, expected: 2, found: 1)) {
      try Apportionment(1, weights: r(1, 1), method: .webster, ranges: [UnitRange()])
    }
    #expect(throws: AllocationFault.floorAboveCap(rows: [0], by: [.one])) {
      try Apportionment(
        3, weights: r(1, 1), method: .webster, ranges: [UnitRange(atLeast: 2, atMost: 1), UnitRange()])
    }
  }
}

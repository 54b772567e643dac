import DoudiAllocation
import DoudiAnalysis
import DoudiInputs
import DoudiUnits
import Testing

/// Known answers through a specification and its table: Balinski and Young 1982, the Mishnah (Kethubot 93a), worked by
/// hand where no source is named.
@Suite struct AllocationStudyTests {
  private func amounts(_ outcome: AllocationOutcome?) -> [Int64] { outcome?.split.amounts ?? [] }

  @Test func equalWeightsGiveTheLastUnitToTheFirstAndSayIt() throws {
    let outcome = try TinyAllocation.split("10", unit: "seat", rows: "region,weight\na,1\nb,1\nc,1\n")
    #expect(amounts(outcome) == [4, 3, 3])
    #expect(TinyAllocation.exact(outcome) == ["10/3", "10/3", "10/3"])
    #expect(outcome?.split.ties == [Tie(rows: [0, 1, 2], winners: [0])])
  }

  @Test(
    arguments: [
      ("largest_remainder", [51, 44, 2, 2, 1]), ("webster", [51, 43, 2, 2, 2]),
    ] as [(String, [Int64])])
  func balinskiAndYoung(method: String, expected: [Int64]) throws {
    let rows = "region,weight\na,5117\nb,4400\nc,162\nd,161\ne,160\n"
    #expect(amounts(try TinyAllocation.split("100", method, unit: "seat", rows: rows)) == expected)
  }

  @Test(arguments: [
    ("100", ["100/3", "100/3", "100/3"]), ("200", ["50/1", "75/1", "75/1"]),
    ("300", ["50/1", "100/1", "150/1"]),
  ])
  func talmud(pot: String, expected: [String]) throws {
    let outcome = try TinyAllocation.split(pot, "talmud", rows: "region,claim\na,100\nb,200\nc,300\n")
    #expect(TinyAllocation.exact(outcome) == expected)
  }

  @Test func aCapMovesMoneyToTheOthers() throws {
    let rows = "region,weight,cap\na,1,\nb,2,\nc,3,20\nd,4,\n"
    let outcome = try TinyAllocation.split("100", rows: rows)
    #expect(TinyAllocation.exact(outcome) == ["80/7", "160/7", "20/1", "320/7"])
    #expect(amounts(outcome) == [11, 23, 20, 46])
    #expect(outcome?.split.rows[2].bound?.side == .cap && outcome?.split.rows[0].bound == nil)
    #expect(outcome?.split.rows.map(\.moved) == [1, 3, -10, 6])
    // A yuan more goes to the three that no cap holds, by weight.
    #expect(outcome?.next == [Rational(1, over: 7), Rational(2, over: 7), .zero, Rational(4, over: 7)])
  }

  @Test func aGrowthBand() throws {
    let rows = "region,weight,previous\na,120,100\nb,95,100\nc,80,100\nd,205,150\n"
    let more = "bounds: {growth: {down: 5 %, up: 20 %}}"
    let right = try TinyAllocation.split("480", "bounds", more, rows: rows)
    #expect(amounts(right) == [110, 95, 95, 180])
    #expect(right?.split.rows.map { $0.bound?.bound.reason } == [nil, .growthBand, .growthBand, .growthBand])
  }

  @Test func productOfCoefficients() throws {
    let rows =
      "region,people,fiscal,perf\na,120000,0.8,1.02\nb,45000,0.5,0.98\nc,8000,1,1\nd,260000,0.6,1.05\n"
    let outcome = try TinyAllocation.split(
      "500000000", "largest_remainder", "weights: {product: [people, fiscal, perf]}", rows: rows)
    #expect(amounts(outcome) == [167_803_407, 37_786_613, 13_709_428, 280_700_552])
  }

  /// Worked in docs/methods/allocation/bounds.md.
  @Test(arguments: [
    ("by_weight", ["20/1", "80/3", "160/3"]), ("by_excess", ["20/1", "260/9", "460/9"]),
  ])
  func whoPaysForFloors(way: String, expected: [String]) throws {
    let rows = "region,weight,floor\na,1,20\nb,3,25\nc,6,20\n"
    let outcome = try TinyAllocation.split("100", "bounds", "bounds: {floors: \(way)}", rows: rows)
    #expect(TinyAllocation.exact(outcome) == expected)
  }

  @Test func holdHarmlessAndGrantsAtLeastAndAtMost() throws {
    let rows = "region,weight,previous\na,1,50\nb,9,50\nc,90,50\n"
    let more = "bounds: {hold_harmless: 80 %, minimum: 10, maximum: 45}"
    let outcome = try #require(try TinyAllocation.split("130", "bounds", more, rows: rows))
    #expect(amounts(outcome) == [40, 45, 45])
    #expect(outcome.split.rows[0].bound?.bound.reason == .holdHarmless)
    #expect(outcome.split.rows[2].bound?.bound.reason == .maximumGrant)
  }

  /// A row less in the table, and order, change nothing for the others.
  @Test func theOrderOfRowsChangesNothing() throws {
    let rows = ["a,7,3", "b,11,", "c,13,90", "d,0,"]
    func split(_ rows: [String]) throws -> [String: String] {
      let outcome = try #require(
        try TinyAllocation.split("1000003", rows: "region,weight,cap\n" + rows.joined(separator: "\n") + "\n")
      )
      return Dictionary(
        uniqueKeysWithValues: zip(outcome.rows.rows.map(\.id), TinyAllocation.exact(outcome)))
    }
    let found = try split(rows)
    #expect(try split(rows.reversed()) == found && found["d"] == "0/1")
    var without = found
    without["d"] = nil
    #expect(try split(Array(rows.dropLast())) == without)
  }

  @Test func sharesOfSums() throws {
    let rows = "region,people,poor\na,10,1\nb,30,1\nc,60,2\n"
    let outcome = try TinyAllocation.split(
      "1000", "largest_remainder",
      "weights: {shares: {people: 70 %, poor: {value: 30 %, source: x, status: stated}}}",
      rows: rows)
    #expect(amounts(outcome) == [145, 285, 570])
    #expect(outcome?.factors.map(\.name) == ["people", "poor"])
  }

  @Test func moneyWithAUnit() throws {
    let rows = "region,weight,floor\na,1,0.0003\nb,3,\n"
    let right = try TinyAllocation.split(
      "137.455 100m CNY", "bounds", unit: "fen", "columns: {floor: 100m CNY}", rows: rows)
    #expect(right?.split.pot == 1_374_550_000_000)
    #expect(right?.split.amounts == [343_637_500_000, 1_030_912_500_000])
  }

  @Test func giniTheilAndAtkinsonOfTenToFifty() throws {
    // mpmath from the definitions, as in docs/methods/allocation/equity.md.
    let rows = "region,weight\na,10\nb,20\nc,30\nd,40\ne,50\n"
    let line = try #require(try TinyAllocation.split("150", rows: rows)?.equity.last)
    #expect(line.measure.gini == Rational(4, over: 15) && line.heads == .row)
    #expect(abs(line.measure.theilT - 0.119688) < 1e-6 && abs(line.measure.theilL - 0.141114) < 1e-6)
    #expect(abs((line.measure.atkinson(1) ?? 0) - 0.131610) < 1e-6)
  }

  @Test func whatWasSentStaysAndTheRestIsDue() throws {
    let rows = "region,weight,sent,takeback\na,50,60,0\nb,30,0,0\nc,20,0,0\n"
    #expect(amounts(try TinyAllocation.split("100", rows: rows)) == [60, 24, 16])
    let back = rows.replacing("60,0", with: "60,60")
    #expect(amounts(try TinyAllocation.split("100", rows: back)) == [50, 30, 20])
  }

  @Test func batchesAreNetOfWhatWasSent() throws {
    let rows = "region,weight,sent\na,50,60\nb,30,0\nc,20,0\n"
    let more = "batches: [{name: first, envelope: 40}, {name: cut, envelope: -10, takeback: all}]"
    let outcome = try #require(try TinyAllocation.split("100", "bounds", more, rows: rows))
    #expect(outcome.batches.map(\.amounts) == [[0, 24, 16], [-6, -2, -2]])
    #expect(outcome.batches.map(\.pot) == [40, -10])
    // Two batches that make up the whole come to the split of the whole.
    let twice = "batches: [{name: advance, up_to: 70 %}, {name: rest, up_to: 100 %}]"
    let whole = try #require(
      try TinyAllocation.split("1001", "bounds", twice, rows: "region,weight\na,1\nb,2\nc,4\n"))
    #expect(whole.batches.last?.cumulative == whole.split.amounts && whole.batches[0].pot == 700)
  }

  @Test func moneyComesDownATree() throws {
    let rows = "region,parent,weight,cap\nP,,,\nQ,,,\np1,P,1,\np2,P,2,20\nq1,Q,3,\nq2,Q,4,\n"
    let outcome = try TinyAllocation.split("100", rows: rows)
    #expect(amounts(outcome) == [30, 70, 10, 20, 30, 40])
  }

  @Test func aReserveOfOnesOwnIsAFloor() throws {
    let rows = "region,weight,residents,own\na,9,10,20\nb,1,10,0\n"
    let more = "reserve: {per_person: 5 CNY/person, residents: residents, own: own}"
    let outcome = try #require(try TinyAllocation.split("100", "bounds", more, rows: rows))
    #expect(amounts(outcome) == [50, 50] && outcome.split.rows[1].bound?.bound.reason == .reserve)
    #expect(outcome.reserves.map(\.slack) == [Rational(20), .zero])
  }

  @Test func sideConditionsHavePrices() throws {
    let rows = "region,group,need\na,north,500\nb,south,300\nc,south,200\n"
    let more = "side_conditions: [{name: north, of: [north], at_most: 400}]"
    let outcome = try #require(try TinyAllocation.split("900", "lp", more, rows: rows))
    // The north gets 400 of 500, its coverage of 0.8 is the least.
    #expect(outcome.split.amounts[0] == 400 && outcome.split.amounts.reduce(0, +) == 900)
    let program = try #require(outcome.split.program)
    #expect(abs(program.objective - 0.8) < 1e-9 && abs(program.conditionPrices[0] - 1.0 / 500) < 1e-9)
  }

  @Test func aSumAsPartOfAnother() throws {
    let rows = "region,group,need\nhelp,,900\nbought,services,100\n"
    let more = "side_conditions: [{name: services, of: [services], at_most: 5 %, share_of: all}]"
    let outcome = try #require(try TinyAllocation.split("800", "lp", more, rows: rows))
    // 5 % of 800; without the condition each would be covered to 80 %.
    #expect(amounts(outcome) == [760, 40])
  }

  @Test func methodsBesideEachOther() throws {
    let rows = "region,weight,claim\na,1,100\nb,1,200\nc,1,300\n"
    let more = "pareto: [proportional, cea, largest_remainder]"
    let outcome = try #require(try TinyAllocation.split("300", "proportional", more, rows: rows))
    #expect(outcome.candidates.map(\.method.name) == ["proportional", "cea", "largest_remainder"])
    #expect(outcome.candidates.map(\.cost) == [300, 300, 300])
    #expect(outcome.candidates.map { $0.coverage } == [0.5, 0.5, 0.5])
    // All cover half of the need; only the proportional split covers every need alike.
    #expect(outcome.candidates.map(\.isUnbeaten) == [true, false, false])
  }

  @Test func theCommandLineLaysOverTheFile() throws {
    let rows = "region,weight\na,1\nb,3\n"
    let spec = "envelope: {value: 100, status: stated, source: notice}\nunit: yuan\nrows: rows.csv\n"
    let (outcome, _) = try TinyAllocation.run(spec, rows, set: ["envelope=40"])
    #expect(outcome?.split.amounts == [10, 30] && outcome?.spec.envelope?.status == .assumed)
    let (none, problems) = try TinyAllocation.run(spec, rows, set: ["nonsense=1"])
    #expect(none == nil && TinyAllocation.codes(problems) == ["DD1405"])
  }

  @Test func allProblemsAtOnce() throws {
    let (outcome, problems) = try TinyAllocation.run(
      """
      envelope: 100
      unit: yuan
      rows: rows.csv
      bogus: 1
      batches: [{name: first, envelope: 40}, {name: first, envelope: 60}]
      """, "region,weight,floor,cap\na,-1,60,50\na,NaN,60,\nc,x,60,\nd,,60,\n")
    #expect(outcome == nil)
    #expect(TinyAllocation.codes(problems) == ["DD1302", "DD1804", "DD1806", "DD1807"])
    #expect(problems.count { $0.code == "DD1804" } == 4 && problems.count { $0.code == "DD1806" } == 2)
  }
}

import DoudiEnsemble
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct DesignDrawsTests {
  static var model: Model { get throws { try UncertainPlace.model } }

  private static func codes(_ input: UncertainInput) -> Set<String> { Set(input.regions) }

  @Test func columnsNameAParameterAndAPlace() throws {
    let (found, problems) = UncertainPlace.design(
      """
      draw,S2.times,P1.ratio@rural,G1.exit@990002,P3.rate@990000,S1.ratio@990003/urban,growth.income
      first,1.5,60,1.1,12 %,25 %,5
      second,1.6,61 %,1.2 %/month,13,26,5.5 %/year
      """, try Self.model)
    let draws = try #require(found, "\(problems)")
    #expect(draws.columns == 6 && draws.count == 2 && draws.replicates == 1)
    #expect(
      draws.inputs.map(\.name) == [
        "S2.times", "growth.income", "P1.ratio", "P3.rate", "G1.exit", "S1.ratio",
      ])
    #expect(draws.inputs.allSatisfy { $0.effect == .replace })
    #expect(draws.inputs.map(\.areas) == [[], [], [.rural], [], [], [.urban]])
    #expect(Self.codes(draws.inputs[4]) == ["990002"] && Self.codes(draws.inputs[5]) == ["990003"])
    // A parent stands for its leaves.
    #expect(Self.codes(draws.inputs[3]) == ["990001", "990002", "990003"])
    #expect(draws.columns(0..<2) == [[1.5, 1.6], [5, 5.5], [60, 61], [12, 13], [1.1, 1.2], [25, 26]])
    #expect(draws.columns(1..<2) == [[1.6], [5.5], [61], [13], [1.2], [26]])
    #expect(draws.name(of: 0) == "first" && draws.name(of: 1) == "second")
  }

  /// Narrower places come later, whatever the order of the columns, as with `--set`.
  @Test func theNarrowerStands() throws {
    let model = try Self.model
    let head = ["S2.times@990001/urban", "S2.times@990001", "S2.times@990000", "S2.times@rural", "S2.times"]
    let draws = try #require(
      UncertainPlace.design(head.joined(separator: ",") + "\n5,4,3,2,1\n", model).draws)
    #expect(draws.columns(0..<1).map { $0[0] } == [1, 2, 3, 4, 5])
    #expect(draws.units.count == 5 && draws.inputs[4].areas == [.urban])
  }

  @Test func withoutNamesDrawsAreNumberedFromZero() throws {
    let draws = try #require(UncertainPlace.design("S2.times\n1.2\n1.3\n", try Self.model).draws)
    #expect(draws.name(of: 1) == "1")
  }

  /// Each draw is the official run with the same values after `--set`.
  @Test func drawsAreRunsWithTheseValues() throws {
    let projection = try UncertainPlace.projection
    let draws = try #require(
      UncertainPlace.design(
        "S2.times@990002,P1.ratio@rural,growth.income\n1.9,66,5\n1.1,33,-2\n", projection.model
      ).draws)
    let outcomes = try Collected(projection, draws)
    for (draw, values) in [["1.9", "66", "5"], ["1.1", "33", "-2"]].enumerated() {
      let official = try UncertainPlace.place.run(overrides: [
        "S2.times@990002=" + values[0], "P1.ratio@rural=" + values[1], "growth.income=" + values[2],
      ])
      for (leaf, code) in ["990001", "990002", "990003"].enumerated() {
        for year in [2027, 2028] {
          let cny =
            Double(
              official.projection.lines.filter {
                $0.paid.year == year && official.world.space.cells[Int($0.cell)].region.text == code
              }.reduce(0) { $0 + $1.fen }) / 100
          let found = try #require(outcomes.values(leaf, "total", year))[draw]
          #expect(abs(found - cny) < 1e-5 * abs(cny), "draw \(draw), \(code) \(year): \(found), \(cny)")
        }
      }
    }
  }
}

import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Values of the command line, for all regions and for one.
@Suite struct OverrideEffectTests {
  static func place() -> SmallPlace {
    var place = RandomPlace(seed: 5, leaves: 3, months: 4, hasThresholds: true).place
    place.rules +=
      "\n" + """
        - {id: S9, form: flat, gives: open_price, unit: CNY/person/month, amount: {open: {zh: 价, en: price}, unit: CNY/person/month}}
        - {id: P8a, form: allowance, programme: care, group: orphans, amount: open_price}
        """
    place.assumptions +=
      "\n" + """
        S9.amount: {value: {2020-01: 10 CNY/person/month, 2027-04: 12 CNY/person/month}, why: {zh: 测, en: test}}
        """
    return place
  }

  private func moved(_ base: SmallRun, _ other: SmallRun) -> Set<String> {
    Set(
      Set(base.snapshot()).symmetricDifference(other.snapshot()).filter { $0.hasPrefix("line") }.map {
        String($0.split(separator: " ")[1])
      })
  }

  @Test func oneRegionOfAStatedValue() throws {
    // The book states the factor: other regions keep it.
    let base = try Self.place().run()
    let one = try Self.place().run(overrides: ["S2.times@990002=3"])
    #expect(moved(base, one) == ["990002"])
    #expect(one.faults == [])
    let before = try #require(base.amount("standard", .urban, "2027-03", region: "990002"))
    #expect(one.amount("higher", .urban, "2027-03", region: "990002") == before * Rational(3))
    #expect(
      one.amount("higher", .urban, "2027-03", region: "990001") == base.amount("higher", .urban, "2027-03"))
    #expect(one.figure("higher", .urban, "2027-03", region: "990002")?.status == .assumed)
  }

  @Test func oneRegionOfADatedAssumption() throws {
    let base = try Self.place().run()
    let one = try Self.place().run(overrides: ["S9.amount@990003=20"])
    #expect(moved(base, one) == ["990003"])
    // A bare number is in the declared unit.
    #expect(one.amount("open_price", .rural, "2027-03", region: "990003") == Rational(20))
    #expect(one.amount("open_price", .rural, "2027-06", region: "990003") == Rational(20))
    #expect(one.amount("open_price", .rural, "2027-06", region: "990002") == Rational(12))
  }

  @Test func oneRegionOfAGrowthOfItsParentsFigure() throws {
    // Income is observed for the whole; a growth for one leaf carries it there.
    var place = Self.place()
    place.horizon = ("2028-03", "2028-06")
    let base = try place.run()
    let one = try place.run(overrides: ["growth.income@990001=50"])
    #expect(moved(base, one) == ["990001"])
  }

  @Test func allRegions() throws {
    let base = try Self.place().run()
    let all = try Self.place().run(overrides: ["S9.amount=20"])
    #expect(moved(base, all) == ["990001", "990002", "990003"])
    #expect(all.amount("open_price", .urban, "2027-03") == Rational(20))
  }

  @Test func theSameValueChangesNothing() throws {
    let base = try Self.place().run()
    let yearly = try #require(base.amount("price", .urban, "2027-03")) * Rational(12)
    let same = try Self.place().run(overrides: ["S4.amount=\(yearly) CNY/person/year"])
    #expect(
      Set(base.snapshot().filter { $0.hasPrefix("group") })
        == Set(same.snapshot().filter { $0.hasPrefix("group") }))
    #expect(base.projection.total == same.projection.total)
  }

  @Test(arguments: [
    ("S2.times@990009=3", "DD1410"), ("S2.times@990000=3", "DD1411"), ("S2.tmes=3", "DD1405"),
    ("S2.times=-1", "DD1323"),
    ("S2.times=many", "DD1120"), ("growth.incme=3", "DD1405"), ("P1.ratio=130", "DD1323"),
    ("S9.amount@990001=5 persons", "DD1312"),
  ]) func faultsStandAtTheArgument(_ argument: String, _ code: String) throws {
    let found = try Self.place().check(overrides: [argument]).diagnostics
    #expect(found.map(\.code) == [code])
    #expect(found.first?.span.file == "--set \(argument)")
    #expect(found.first?.span.start.line == 1)
  }

  @Test func aPathOfTheScenario() throws {
    let run = try Self.place().run(overrides: ["horizon.last=2027-05"])
    #expect(run.model.scenario.horizon.count == 3)
  }
}

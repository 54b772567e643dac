import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct GateFormTests {
  private func run(_ scenario: String, _ keys: String = "") throws -> SmallRun {
    var place = CapFormTests.place("{spending_of: [aid]}")
    place.programmes.append(("unused", "fund"))
    place.rules += "\n- id: L2\n  form: gate\n  strictness: soft" + keys
    place.scenario = scenario
    return try place.run()
  }

  @Test func programmesWithMoneyMustBeCleared() throws {
    let verdict = try #require(try run("cleared: [aid]").verdict("L2", 2027))
    // "unused" pays nothing and needs no clearance.
    #expect(verdict.value == .one && verdict.bound == .zero && verdict.finding == .broken)
    #expect(verdict.note?.en == "not cleared: services")
    #expect(try run("cleared: [aid, services]").verdict("L2", 2027)?.finding == .met)
    #expect(try run("cleared: all").verdict("L2", 2027)?.finding == .met)
    #expect(try run("cleared: []").verdict("L2", 2027)?.value == Rational(2))
  }

  @Test func onlyTheNamedProgrammes() throws {
    #expect(try run("cleared: []", "\n  programmes: [aid]").verdict("L2", 2027)?.value == .one)
    #expect(try run("cleared: []", "\n  programmes: [unused]").verdict("L2", 2027)?.finding == .met)
  }

  @Test func withoutAListNothingIsDecided() throws {
    let run = try run("")
    #expect(run.verdict("L2", 2027)?.finding == .undecidable)
    #expect(run.traceFaults == [])
  }
}

import DoudiAnalysis
import DoudiModel
import Testing
import _DoudiTestSupport

@Suite struct InputDifferenceTests {
  private func names(_ overrides: [String] = [], reforms: [String] = [], change: (inout SmallPlace) -> Void = { _ in })
    throws -> [String]
  {
    var other = ComparePlace.place
    change(&other)
    let models = [try ComparePlace.place.load(), try other.load(overrides: overrides, reforms: reforms)]
    return InputDifference.all(models).map { "\($0.kind.rawValue) \($0.name)" }
  }

  @Test func nothingDiffersFromItself() throws { #expect(try names() == []) }

  @Test func valuesAreComparedAsUnderstood() throws {
    #expect(try names(["S2.times=1.30"]) == [])
    #expect(try names(["S2.times=1.4"]) == ["parameter S2.times"])
    #expect(try names(["S1.amount@rural=510"]) == ["parameter S1.amount"])
    #expect(try names(reforms: ["later.yaml"]) == ["parameter amount.standard"])
    #expect(try names(["horizon.last=2027-12"]) == ["scenario horizon.last"])
    #expect(
      try names(["funding.fund.province@urban=40%", "funding.fund.prefecture@urban=30%"]) == [
        "parameter funding.fund.prefecture", "parameter funding.fund.province",
      ])
  }

  /// A rule that is off says it all: its values are not listed, unless they are supplied.
  @Test func rulesOnAndOff() throws {
    #expect(try names { $0.scenario = "disable: [L1]" } == ["rule L1"])
    #expect(
      try names { $0.scenario = "disable: [P2, L1]" } == ["rule L1", "rule P2"])
  }

  @Test func observedFigures() throws {
    let found = try names { $0.observations = $0.observations.replacing("990002,urban,2026,poor,1000", with: "990002,urban,2026,poor,1001") }
    #expect(found == ["observation poor@990002/urban 2026"])
  }

  @Test func whatEachSideSays() throws {
    let models = [
      try ComparePlace.place.load(), try ComparePlace.place.load(overrides: ["S2.times=1.4"]),
      try ComparePlace.place.load(overrides: ["amount.standard=510"]),
    ]
    let found = InputDifference.all(models)
    let times = try #require(found.first { $0.name == "S2.times" })
    #expect(times.sides.map { $0?.content } == ["1.3 1 assumed", "1.4 1 assumed", "1.3 1 assumed"])
    #expect(times.any?.citation?.clause == "一")
    let decided = try #require(found.first { $0.name == "amount.standard" })
    #expect(decided.sides.map { $0 == nil } == [true, true, false])
    #expect(decided.any?.citation?.quote == "S1")
  }
}

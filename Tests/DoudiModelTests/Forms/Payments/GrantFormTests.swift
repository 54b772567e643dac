import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct GrantFormTests {
  /// 1,000 urban and 3,000 rural events in every month.
  private func place(_ keys: String) -> SmallPlace {
    SmallPlace(
      rules: GapPaymentFormTests.groups
        + "\n- id: P1\n  form: grant\n  programme: aid\n  events: recipients\n"
        + keys.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"),
      observations: GapPaymentFormTests.counts)
  }

  @Test func eventsTimesAverage() throws {
    let run = try place("average: 1236 CNY/case").run()
    #expect(run.fen(area: .urban, paid: "2027-01") == 123_600_000)
    #expect(run.lines().count == 24)
    #expect(run.lines().allSatisfy { $0.type == .grantTownship })
    #expect(run.traceFaults == [])
  }

  private let divided = """
    average: 1236 CNY/case
    threshold: 3000 CNY
    above_cases: 5 %
    above_average: 5000 CNY/case
    """

  @Test func theThresholdDividesTheMoneyAndAddsNone() throws {
    let run = try place(divided).run()
    // Above: 5 % x 5,000 = 250 an event; below: 986.
    #expect(run.fen(type: .grantTownship, area: .urban, paid: "2027-01") == 98_600_000)
    #expect(run.fen(type: .grantCounty, area: .urban, paid: "2027-01") == 25_000_000)
    #expect(run.fen(area: .urban, paid: "2027-01") == 123_600_000)
    #expect(run.traceFaults == [])
  }

  @Test func thePilotMovesTheDecision() throws {
    let run = try place(divided + "\npilot: true").run()
    #expect(run.fen(type: .grantCounty) == 0)
    #expect(
      run.lines(type: .grantTownship, area: .urban, paid: "2027-01").map(\.fen) == [98_600_000, 25_000_000])
    #expect(run.traceFaults == [])
  }

  @Test func largeGrantsInParts() throws {
    let run = try place(divided + "\ninstalments: 3 months").run()
    // 250,000.00 in three months: 83,333.34 + 83,333.33 + 83,333.33.
    let parts = run.lines(type: .grantCounty, area: .urban, entitled: "2027-01")
    #expect(parts.map(\.fen) == [8_333_334, 8_333_333, 8_333_333])
    #expect(parts.map(\.paid.month) == [1, 2, 3])
    // Parts that fall due after the horizon are not this run's.
    #expect(run.lines(type: .grantCounty, area: .urban, entitled: "2027-12").map(\.paid.month) == [12])
    #expect(run.traceFaults == [])
  }

  @Test func withoutAThresholdEveryGrantIsPaidInParts() throws {
    let run = try place("average: 1236 CNY/case\ninstalments: 2 months").run()
    let parts = run.lines(area: .urban, entitled: "2027-03")
    #expect(parts.map(\.fen) == [61_800_000, 61_800_000])
    #expect(parts.map(\.paid.month) == [3, 4])
    // January pays the second part of December's grants, too.
    #expect(run.lines(area: .urban, paid: "2027-01").map(\.entitled.description) == ["2026-12", "2027-01"])
    #expect(run.fen(area: .urban, paid: "2027-01") == 123_600_000)
    #expect(run.fen(area: .urban, paid: "2027-02") == 123_600_000)
    #expect(run.traceFaults == [])
  }

  @Test func moreAboveThanInAllIsAFault() throws {
    let run = try place(divided.replacing("above_cases: 5 %", with: "above_cases: 30 %")).run()
    #expect(
      run.faults == ["P1: grants above the threshold add up to more than all grants; check means and share"])
  }

  @Test func aThresholdNeedsTheShareAbove() throws {
    let place = place("average: 1236 CNY/case\nthreshold: 3000 CNY\nabove_average: 5000 CNY/case")
    #expect(try place.check().diagnostics.map(\.code) == ["DD1303"])
  }
}

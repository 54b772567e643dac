import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct ContributionSubsidyFormTests {
  private func place(_ keys: String) -> SmallPlace {
    SmallPlace(
      rules: GapPaymentFormTests.groups + "\n" + """
        - id: P1
          form: contribution_subsidy
          programme: aid
          group: recipients
          premium: 400 CNY/person/year
          month: 11
        """ + keys, observations: GapPaymentFormTests.counts)
  }

  @Test func shareOfThePremiumOnceAYear() throws {
    var place = place("\n  share: 62.5 %")
    place.horizon = ("2027-01", "2028-12")
    let run = try place.run()
    // 1,000 x 250 and 3,000 x 250, each November.
    #expect(run.lines().map(\.paid.description) == ["2027-11", "2027-11", "2028-11", "2028-11"])
    #expect(run.fen(area: .urban, paid: "2027-11") == 25_000_000)
    #expect(run.fen(area: .rural, paid: "2028-11") == 75_000_000)
    #expect(run.lines().allSatisfy { $0.type == .oneOff })
    #expect(run.traceFaults == [])
  }

  @Test func fixedSum() throws {
    let run = try place("\n  fixed: 200 CNY/person/year").run()
    #expect(run.fen(area: .urban) == 20_000_000)
    #expect(run.traceFaults == [])
  }

  @Test func aFixedSumNeverExceedsThePremium() throws {
    // The premium is 400.
    let run = try place("\n  fixed: 500 CNY/person/year").run()
    #expect(run.fen(area: .urban) == 40_000_000)
    #expect(run.traceFaults == [])
  }

  @Test func exactlyOneOfTheTwo() throws {
    #expect(try place("").check().diagnostics.map(\.code) == ["DD1314"])
    let both = place("\n  share: 10 %\n  fixed: 200 CNY/person/year")
    #expect(try both.check().diagnostics.map(\.code) == ["DD1314"])
  }
}

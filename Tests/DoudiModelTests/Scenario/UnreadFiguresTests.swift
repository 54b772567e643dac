import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@Suite struct UnreadFiguresTests {
  private let own = """
    990001,urban,2026,people,100,persons,observed,a
    990001,rural,2026,people,50,persons,observed,a
    990001,urban,2025,people,99,persons,observed,a
    990001,rural,2025,people,50,persons,observed,a

    """

  private func found(_ rows: String, _ more: String = "") throws -> [Diagnostic] {
    let place = SmallPlace(
      rules: "- {id: G1, form: share, gives: some, of_indicator: people, rate: 50 %}\n" + more,
      observations: own + rows,
      assumptions: "growth.people: {value: 1 %/year, why: {zh: 测, en: test}}")
    return try place.check().diagnostics
  }

  private func row(_ text: String) -> String { "\(text),observed,a\n" }

  @Test func whatIsReadIsNotMentioned() throws { #expect(try found("").isEmpty) }

  @Test func aSlipIsOneWarningAName() throws {
    let all = try found(row("990001,urban,2026,peopel,1,persons") + row("990001,rural,2026,peopel,1,persons"))
    #expect(all.map(\.severity) == [.warning] && all.map(\.code) == ["DD1414"])
    #expect(all.first?.message.en == "no rule reads the indicator peopel (2 rows)")
    #expect(all.first?.hint?.en == "did you mean \"people\"?")
    #expect(all.first?.span.start.line == 6 && all.first?.span.start.column == 19)
  }

  @Test func otherIndicatorsAreOneNoteAFile() throws {
    let all = try found(
      row("990001,urban,2026,beds,1,beds") + row("990001,rural,2026,beds,1,beds")
        + row("990001,all,2026,income,1,CNY"))
    #expect(all.map(\.severity) == [.note])
    #expect(
      all.first?.message.en == "3 of this file's 7 rows are not used: indicators no rule reads: beds, income")
  }

  /// A name far from all is offered where one that is read is given nowhere.
  @Test func theOnlyLackingNameIsMeant() throws {
    let all = try found(
      row("990001,urban,2026,disposable_income,1,CNY/person/year"),
      "- {id: S1, form: indexed, gives: x, unit: CNY/person/month, series: disposable_incm_pc, lag: 0 years, ratio: 1 %}"
    )
    #expect(all.first { $0.severity == .warning }?.hint?.en == "did you mean \"disposable_incm_pc\"?")
  }

  @Test func aRegionThatIsNowhereIsASlipInAFileOfThePlace() throws {
    let all = try found(row("991001,urban,2026,people,1,persons"))
    #expect(all.map(\.severity) == [.warning])
    #expect(all.first?.hint?.en == "did you mean \"990001\"?")
  }

  @Test func otherPlacesOfASharedFileAreANote() throws {
    let rows = (1...9).map { row("11000\($0),all,2026,people,\($0),persons") }.joined()
    let all = try found(rows)
    #expect(all.map(\.severity) == [.note])
    #expect(all.first?.message.en.contains("110001, 110002, 110003, 110004, 110005, … (9)") == true)
  }

  @Test func aYearThatStandsAloneIsASlip() throws {
    #expect(try found(row("990001,urban,2072,people,120,persons")).map(\.severity) == [.warning])
    // The year after the horizon goes on from those before it.
    let next = try found(
      row("990001,urban,2027,people,120,persons") + row("990001,urban,2028,people,120,persons"))
    #expect(next.map(\.severity) == [.note])
    #expect(next.first?.message.en.hasSuffix("figures after the horizon") == true)
  }

  @Test func totalsOfAParentAreNotReadByItsParts() throws {
    let all = try found(row("990000,all,2026,people,150,persons"))
    #expect(all.map(\.severity) == [.note])
    #expect(all.first?.message.en.contains("totals of regions that are divided") == true)
    #expect(
      try found(
        row("990000,all,2026,income,15,CNY/person/year"),
        "- {id: S1, form: indexed, gives: x, unit: CNY/person/month, series: income, lag: 0 years, ratio: 1 %}"
      ).filter { $0.code == "DD1414" }.isEmpty)
  }
}

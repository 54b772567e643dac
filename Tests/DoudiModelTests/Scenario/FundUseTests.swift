import DoudiModel
import Testing
import _DoudiTestSupport

@Suite struct FundUseTests {
  private func load(_ rows: String) throws -> Model {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: 10 CNY/person/month}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: poor, amount: benefit}
        - {id: L1, form: cap, numerator: {programmes: [aid]}, denominator: {issued: [central]}, rate: 2 %}
        """,
      observations: "990001,urban,2020,poor,1,persons,observed,x\n990001,rural,2020,poor,1,persons,observed,x"
    )
    place.book = "fund_uses:\n" + rows
    return try place.load()
  }

  /// A row that names the programme goes before one that names its family.
  @Test func programmesGoBeforeFamilies() throws {
    let model = try load(
      """
        - {fund: fund, families: [basic], use: forbidden, cite: {clause: "1"}, verified: false}
        - {fund: fund, programmes: [aid], use: capped, cap: L1, cite: {clause: "2"}, verified: true}
      """)
    let row = model.fundUses.row(programme: model.programmes[0])
    #expect(row?.use == .capped && row?.cap == "L1" && row?.isVerified == true)
    #expect(row?.citation.clause == "2")
  }

  @Test func aForbiddenChargeIsRefusedAtItsRule() {
    #expect(throws: FaultyPlace.self) {
      try load(
        "  - {fund: fund, programmes: [aid], use: forbidden, cite: {clause: \"1\"}, verified: false}")
    }
  }

  @Test func nothingSaidIsNothingRefused() throws {
    let model = try load(
      "  - {fund: fund, families: [social], use: forbidden, cite: {clause: \"1\"}, verified: false}")
    #expect(model.fundUses.row(programme: model.programmes[0]) == nil)
  }
}

import DoudiModel
import Testing
import _DoudiTestSupport

/// Which class claims which rule.
@Suite struct TaxonomyBinderTests {
  private func claims(_ classes: String, overlap: Bool = false) throws -> [[String]] {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: 10 CNY/person/month}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: G2, form: path, gives: ill, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: poor, amount: benefit}
        - {id: P2, form: allowance, programme: aid, group: ill, amount: benefit}
        - {id: P3, form: allowance, programme: care, group: ill, amount: benefit}
        """,
      observations: "990001,urban,2020,poor,1,persons,observed,x\n990001,rural,2020,poor,1,persons,observed,x"
    )
    place.programmes = [("aid", "fund"), ("care", "fund")]
    place.book = """
      taxonomies:
        - id: kinds
          name: {zh: 类, en: kinds}
          overlap: \(overlap)
          classes:
      \(classes.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
      """
    let model = try place.load()
    return model.taxonomies[0].claims.map { $0.map { model.payments[$0].header.id } }
  }

  @Test func byProgrammeByGroupAndByClause() throws {
    #expect(
      try claims(
        """
        - {id: a, name: {zh: 甲, en: A}, programmes: [aid]}
        - {id: b, name: {zh: 乙, en: B}, programmes: [care]}
        """) == [["P1", "P2"], ["P3"]])
    #expect(try claims("- {id: a, name: {zh: 甲, en: A}, groups: [ill]}") == [["P2", "P3"]])
    #expect(try claims("- {id: a, name: {zh: 甲, en: A}, clauses: [\"一\"]}") == [["P1", "P2", "P3"]])
  }

  /// A rule that is named belongs where it is named, whatever else would claim it.
  @Test func namedRulesGoFirst() throws {
    #expect(
      try claims(
        """
        - {id: a, name: {zh: 甲, en: A}, programmes: [aid]}
        - {id: b, name: {zh: 乙, en: B}, rules: [P2], programmes: [care]}
        """) == [["P1"], ["P2", "P3"]])
  }

  @Test func classesOverlapWhereTheBookSaysSo() throws {
    let classes = """
      - {id: a, name: {zh: 甲, en: A}, programmes: [aid]}
      - {id: b, name: {zh: 乙, en: B}, groups: [ill]}
      """
    #expect(try claims(classes, overlap: true) == [["P1", "P2"], ["P2", "P3"]])
    #expect(throws: FaultyPlace.self) { try claims(classes) }
  }
}

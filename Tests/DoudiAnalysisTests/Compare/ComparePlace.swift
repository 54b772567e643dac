import _DoudiTestSupport

/// Two regions: 1,000 recipients in each at half of a standard of 500, 100 others at 1.3 times of it out of a second
/// programme; two years. Shares of the first fund differ by area, the second fund is paid by the county alone.
enum ComparePlace {
  static var place: SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: {value: 500 CNY/person/month, status: assumed, why: {zh: 测, en: test}}}
        - {id: S2, form: multiple, gives: higher, unit: CNY/person/month, of: standard, times: {value: "1.3", status: assumed, why: {zh: 测, en: test}}}
        - {id: G1, form: path, gives: recipients, indicator: poor, between: step}
        - {id: G2, form: path, gives: others, indicator: extreme, between: step}
        - {id: P1, form: gap_payment, programme: aid, group: recipients, amount: standard, ratio: {value: 50 %, status: assumed, why: {zh: 测, en: test}}}
        - {id: P2, form: allowance, programme: keep, group: others, amount: higher}
        - {id: L1, form: cap, strictness: hard, numerator: {programmes: [keep]}, denominator: {spending_of: [aid]}, rate: 30 %}
        """,
      observations: ["990001", "990002"].map { region in
        """
        \(region),urban,2026,poor,1000,persons,observed,a
        \(region),rural,2026,poor,500,persons,observed,a
        \(region),urban,2026,extreme,100,persons,observed,a
        \(region),rural,2026,extreme,0,persons,observed,a
        """
      }.joined(separator: "\n"))
    place.regions += "\n990002,990000,乙,Second,county,urban rural,own"
    place.horizon = ("2027-01", "2028-12")
    place.programmes = [("aid", "fund"), ("keep", "care")]
    place.funds = ["fund", "care"]
    place.funding = "fund: {shares: [province, prefecture, county]}\ncare: {shares: [county]}"
    place.fundingShares = """
      funding.fund.province: {value: {urban: 50 %, rural: 80 %}, why: {zh: 测, en: test}}
      funding.fund.prefecture: {value: {urban: 20 %, rural: 10 %}, why: {zh: 测, en: test}}
      funding.fund.county: {value: {urban: 30 %, rural: 10 %}, why: {zh: 测, en: test}}
      funding.care.county: {value: 100 %, why: {zh: 测, en: test}}
      """
    place.files = [
      "later.yaml": reform("later", "assumptions: {amount.standard: {2028-07: 600 CNY/person/month}}"),
      "idle.yaml": reform("idle", "assumptions: {S1.amount: 500 CNY/person/month}"),
    ]
    return place
  }

  static func reform(_ id: String, _ lines: String) -> String {
    "schema: 1\nreform: \(id)\ntitle: {zh: 改, en: Reform \(id)}\n\(lines)\n"
  }
}

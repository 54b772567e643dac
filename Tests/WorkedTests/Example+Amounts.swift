import DoudiUnits
import _DoudiTestSupport

extension Example {
  /// hfyaohai.gov.cn/public/18991/111225656 with the shares of the Anhui page: care in Hefei.
  static func care() throws -> [Example] {
    try ["E04", "E05", "E06", "E07", "E09"].map { id in
      let example = try WorkedCase(id)
      let wage = try example.input("minimum_wage", "CNY/month")
      let place = SmallPlace(
        rules: """
          - id: C1
            form: weighted_multiple
            gives: care
            unit: CNY/person/month
            series: minimum_wage
            area: all
            weights: {only: \(try example.text("weight"))}
            shares: {only: \(try example.text("share"))}
          """,
        observations: "990001,all,2027,minimum_wage,\(wage),CNY/month,observed,example")
      let exact = try example.expected("exact", "CNY/person/year")
      let published = try example.expected("published", "CNY/person/year")
      return Example(id, place: place) { run in
        let yearly = run.amount("care", .urban, "2027-01").map { $0 * Rational(12) }
        // Published amounts are in whole yuan.
        return [
          Claim("exact", yearly, exact),
          Claim("published", yearly.map { Rational($0.roundedHalfUp, over: 1) }, published),
        ]
      }
    }
  }

  /// Stored policy file 61419226848: disability allowances in Fujian 2025.
  static func multiples() throws -> Example {
    let example = try WorkedCase("E10")
    let place = SmallPlace(
      rules: """
        - id: S1
          form: flat
          gives: standard
          unit: CNY/person/month
          amount: \(try example.text("standard"))
        - id: T1
          form: multiple
          gives: living
          unit: CNY/person/month
          of: standard
          times: "\(try example.text("times_living"))"
        - id: T2
          form: multiple
          gives: nursing
          unit: CNY/person/month
          of: standard
          times: "\(try example.text("times_nursing"))"
        """)
    let living = try example.expected("living", "CNY/person/month")
    let exact = try example.expected("nursing_exact", "CNY/person/month")
    let published = try example.expected("nursing_published", "CNY/person/month")
    return Example("E10", place: place) { run in
      let nursing = run.amount("nursing", .urban, "2027-01")
      return [
        Claim("living", run.amount("living", .urban, "2027-01"), living), Claim("nursing", nursing, exact),
        Claim("published", nursing.map { Rational($0.roundedHalfUp, over: 1) }, published),
      ]
    }
  }

  /// A published rise of standards, and the 1.3 of Jilin (own area) and Xuanwei (urban) as floors.
  static func standards520() throws -> Example {
    let example = try WorkedCase("standards-520")
    func amount(_ id: String, _ name: String, _ urban: String, _ rural: String) throws -> String {
      "- {id: \(id), form: flat, gives: \(name), unit: CNY/person/month, "
        + "amount: {urban: \(try example.text(urban)), rural: \(try example.text(rural))}}"
    }
    func floor(_ id: String, _ amount: String, _ area: String) throws -> String {
      "- {id: \(id), form: floor, amount: \(amount), "
        + "at_least: {times: \"\(try example.text("times"))\", of: standard, area: \(area)}}"
    }
    let rules = try [
      amount("S1", "standard", "urban_standard", "rural_standard"),
      amount("T1", "home", "urban_tekun", "rural_home"),
      amount("T2", "institutional", "urban_tekun", "rural_institutional"),
      floor("L1", "home", "own"), floor("L2", "institutional", "own"),
      floor("L3", "home", "urban"), floor("L4", "institutional", "urban"),
    ]
    let year = "CNY/person/year"
    let urbanTekun = try example.input("urban_tekun", year)
    func expected(_ key: String) throws -> Rational { try example.expected(key, year) }
    let (urbanBound, ruralBound) = (try expected("urban_bound"), try expected("rural_bound"))
    let standardYear = try expected("urban_standard_year")
    let standardMonth = try example.expected("rural_standard_month", "CNY/person/month")
    let (urbanSlack, homeSlack) = (try expected("urban_slack"), try expected("rural_home_slack"))
    let institutionalSlack = try expected("rural_institutional_slack")
    let otherBound = try expected("rural_bound_urban_base")
    let (otherHome, otherInstitutional) = (
      try expected("rural_home_slack_urban_base"), try expected("rural_institutional_slack_urban_base")
    )
    return Example("standards-520", place: SmallPlace(rules: rules.joined(separator: "\n"))) { run in
      func yearly(_ value: Rational?) -> Rational? { value.map { $0 * Rational(12) } }
      func bound(_ rule: String) -> Rational? { yearly(run.verdict(rule, 2027)?.bound) }
      func slack(_ rule: String) -> Rational? { yearly(run.verdict(rule, 2027)?.slack) }
      let institutional = yearly(run.amount("institutional", .rural, "2027-01"))
      return [
        Claim("urban standard", yearly(run.amount("standard", .urban, "2027-01")), standardYear),
        Claim("rural standard", run.amount("standard", .rural, "2027-01"), standardMonth),
        // The tightest area counts: at home the rural one, in institutions the urban one.
        Claim("home bound", bound("L1"), ruralBound), Claim("home slack", slack("L1"), homeSlack),
        Claim("urban tekun", yearly(run.amount("home", .urban, "2027-01")), urbanTekun),
        Claim("urban bound", bound("L2"), urbanBound), Claim("urban slack", slack("L2"), urbanSlack),
        Claim(
          "rural institutional slack", bound("L1").flatMap { low in institutional.map { $0 - low } },
          institutionalSlack),
        Claim("other bound", bound("L3"), otherBound), Claim("other home slack", slack("L3"), otherHome),
        Claim("other institutional slack", slack("L4"), otherInstitutional),
      ]
    }
  }
}

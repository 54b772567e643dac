import DoudiUnits
import _DoudiTestSupport

extension Example {
  /// bbbaike.com/baike/techan/340674: standard 1,100, income 700 a head, three persons, one minor at 40 %.
  static func gapAndTopUp() throws -> Example {
    let example = try WorkedCase("E01")
    let standard = try example.input("standard", "CNY/person/month")
    let income = try example.input("income", "CNY/person/month")
    // The gap as a share of the standard, twelve decimals of a per cent: 36.363636363636.
    let ratio = ((standard - income) / standard * Rational(100)).decimalText(places: 12)
    let place = SmallPlace(
      rules: """
        - id: S1
          form: flat
          gives: standard
          unit: CNY/person/month
          amount: \(try example.text("standard"))
        - {id: G1, form: path, gives: family, indicator: family, between: step}
        - {id: G2, form: path, gives: minors, indicator: minors, between: step}
        - {id: P1, form: gap_payment, programme: aid, group: family, amount: standard, ratio: \(ratio) %}
        - id: P2
          form: top_up
          programme: aid
          group: minors
          category_share: 100 %
          rate: \(try example.text("rate"))
          amount: standard
        """,
      observations: """
        990001,urban,2026,family,3,persons,observed,example
        990001,rural,2026,family,0,persons,observed,example
        990001,urban,2026,minors,1,persons,observed,example
        990001,rural,2026,minors,0,persons,observed,example
        """)
    let gap = fen(try example.expected("gap", "CNY/month"))
    let topUp = fen(try example.expected("top_up", "CNY/month"))
    let total = fen(try example.expected("total", "CNY/month"))
    return Example("E01", place: place) { run in
      [
        Claim("gap", fen(run, rule: "P1", paid: "2027-01"), gap),
        Claim("top-up", fen(run, rule: "P2", paid: "2027-01"), topUp),
        Claim("total", fen(run, paid: "2027-01"), total),
      ]
    }
  }

  /// Jilin 2024-11, urban: 257,980 persons x 624 CNY against 16,088.53 (10k) reported.
  static func monthlyIdentity() throws -> Example {
    let example = try WorkedCase("E12")
    let persons = try example.input("persons", "persons")
    let place = Payroll.place(persons: persons, benefit: try example.text("benefit"))
    let product = try example.expected("product", "CNY")
    let reported = try example.expected("reported", "CNY")
    let half = persons * Rational(1, over: 2) + Rational(50)
    return Example("E12", place: place) { run in
      let paid = Payroll.paid(run).yuan
      return [
        Claim("product", paid, product), Claim("reported", WorkedTests.distance(paid, reported) <= half),
      ]
    }
  }

  /// MCA 2015 bulletin: year-end count x average pay understates the year.
  static func yearEndCount() throws -> [Example] {
    let example = try WorkedCase("E15")
    return try ["urban", "rural"].map { area in
      let place = Payroll.place(
        persons: try example.input("\(area)_persons", "persons"),
        benefit: try example.text("\(area)_benefit"))
      let product = try example.expected("\(area)_product", "100m CNY")
      let factor = try example.expected("\(area)_factor", "1")
      let reported = try example.input("\(area)_reported", "CNY")
      let month =
        try example.input("\(area)_persons", "persons")
        * example.input("\(area)_benefit", "CNY/person/month")
      return Example("E15", part: area, place: place) { run in
        let year = Payroll.paid(run).yuan * Rational(12)
        let ratio = year == .zero ? nil : (reported / year).rounded(toPlaces: 3)
        return [
          Claim("month", fen(run, paid: "2027-01"), fen(month)),
          Claim("product", (year / Rational(100_000_000)).rounded(toPlaces: 1), product),
          Claim("factor", ratio, factor),
        ]
      }
    }
  }
}

import DoudiModel
import DoudiUnits
import _DoudiTestSupport

extension Example {
  /// Persons of four months, the shares below two lines and the money of a month, from an independent computation.
  static func incomeDistribution() throws -> Example {
    let example = try WorkedCase("income-distribution")
    let months = [
      "january": "2027-01", "march": "2027-03", "april": "2027-04", "december": "2027-12",
    ]
    let persons = try months.sorted { $0.value < $1.value }.map {
      (month: $0.value, count: try example.expected($0.key, "persons"))
    }
    let shares = [
      ("2027-03", try example.expected("share_before", "%")),
      ("2027-04", try example.expected("share_from_april", "%")),
    ]
    let paid = fen(try example.expected("paid_in_december", "CNY"))
    return Example("income-distribution", place: try incomes(example)) { run in
      persons.map { one in
        Claim(one.month, run.persons("reached", .urban, one.month).flatMap { rounded($0, 6) }, one.count)
      } + shares.map { Claim("share \($0.0)", share(run, $0.0), $0.1) } + [
        Claim("paid", fen(run, rule: "P1", paid: "2027-12"), paid),
        Claim("explained", run.traceFaults.isEmpty),
      ]
    }
  }

  private static func incomes(_ example: WorkedCase) throws -> SmallPlace {
    func text(_ key: String) throws -> String { try example.text(key) }
    func number(_ key: String, _ unit: String) throws -> String {
      "\(try example.input(key, unit)),\(unit),observed,example"
    }
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: line, unit: CNY/person/month, amount: {2020-01: \(try text("line_before")), 2027-04: \(try text("line_from_april"))}}
        - id: G1
          form: income_distribution
          gives: reached
          line: line
          income: income
          spread: "\(try text("spread"))"
          population: people
          take_up: \(try text("take_up"))
          exit: \(try text("exit"))
          speed: \(try text("speed"))
          start: counted
        - {id: P1, form: gap_payment, programme: aid, group: reached, amount: line, ratio: \(try text("ratio"))}
        """,
      observations: """
        990001,urban,2026-12,counted,\(try number("start", "persons"))
        990001,urban,2027,people,\(try number("population", "persons"))
        990001,urban,2027,income,\(try number("income", "CNY/person/year"))
        """)
    place.regions = "990000,,总,Whole,prefecture,,own\n990001,990000,甲,First,county,urban,own"
    return place
  }

  /// The share below the line as `explain` gives it, in per cent to nine decimals.
  private static func share(_ run: SmallRun, _ month: String) -> Rational? {
    guard let cell = run.cell(.urban), let month = Month(month) else { return nil }
    let parts = run.projection.explainGroup(0, cell, month).children
    let part = parts.first { $0.formula.hasPrefix("Phi(") }
    return part.flatMap { Double($0.value) }.flatMap { rounded($0 * 100, 9) }
  }

  private static func rounded(_ value: Double, _ places: Int) -> Rational? {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return Rational(Int128((value * scale).rounded()), over: Int128(scale))
  }
}

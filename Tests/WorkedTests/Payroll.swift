import DoudiModel
import DoudiUnits
import _DoudiTestSupport

/// A month's payment to so many persons of so much each, by the allowance form.
enum Payroll {
  static func place(persons: Rational, benefit: String) -> SmallPlace {
    SmallPlace(
      rules: """
        - id: S1
          form: flat
          gives: benefit
          unit: CNY/person/month
          amount: \(benefit)
        - id: G1
          form: path
          gives: recipients
          indicator: recipients
          between: step
        - id: P1
          form: allowance
          programme: aid
          group: recipients
          amount: benefit
        """,
      observations: """
        990001,urban,2026,recipients,\(persons),persons,observed,example
        990001,rural,2026,recipients,0,persons,observed,example
        """)
  }

  static func paid(_ run: SmallRun) -> Money { Money(fen: run.fen(rule: "P1", paid: "2027-01")) }

  static func month(persons: Rational, benefit: String) throws -> Money {
    paid(try place(persons: persons, benefit: benefit).run())
  }
}

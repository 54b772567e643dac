import DoudiInputs
import DoudiUnits

extension Projection {
  /// The cases against every threshold of the payment rules, by rule and year; tests no case is in are
  /// left out.
  public var caseTests: [CaseTest] {
    let cases = model.cases.compactMap { row in
      model.space.index(region: row.region, area: row.area).map { (row: row, cell: $0) }
    }
    return model.payments.flatMap { rule -> [CaseTest] in
      guard let form = rule.form as? any CaseTester, !cases.isEmpty else { return [] }
      return world.horizon.years.compactMap { year in
        let month = min(Month(year: year, month: 12), world.horizon.last)
        return form.test(cases, rule: rule.header, year: year, month: month, world: world)
      }.filter { $0.count > 0 }
    }
  }
}

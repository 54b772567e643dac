import DoudiInputs
import DoudiModel
import DoudiUnits
import _DoudiTestSupport

/// The figures of a finished run by the names that an expected.csv uses.
struct RunFigures {
  private let run: SmallRun
  private let verdicts: [Verdict]
  private let money: LedgerSums
  private let tests: [CaseTest]

  init(_ projection: Projection) {
    run = SmallRun(projection)
    verdicts = projection.verdicts
    money = LedgerSums(projection)
    tests = projection.caseTests
  }

  /// The figure a row is about; nil where the run has none of the name.
  func value(_ row: ExpectedRow) -> RunFigure? {
    switch row.kind {
    case .standard: standard(row)
    case .persons, .cases: people(row)
    case .households: households(row)
    case .programme, .payment, .fund, .tier, .total:
      money.fen(row).map { .exact(Money(fen: $0).yuan, "CNY") }
    case .limitValue, .limitBound, .limitSlack: limit(row)
    case .caseBelow, .caseOn, .caseAbove, .caseOutlays, .caseCounty: households(of: row)
    }
  }

  private func standard(_ row: ExpectedRow) -> RunFigure? {
    guard case .month(let month) = row.period, let area = Area(id: row.area) else { return nil }
    return run.amount(row.id, area, month.description, region: row.region)
      .map { .exact($0, "CNY/person/month") }
  }

  private func people(_ row: ExpectedRow) -> RunFigure? {
    guard let area = Area(id: row.area) else { return nil }
    let months =
      switch row.period {
      case .month(let month): [month]
      case .year(let year): run.model.scenario.horizon.months.filter { $0.year == year }
      }
    let found = months.compactMap { run.persons(row.id, area, $0.description, region: row.region) }
    return found.count == months.count ? .double(found.reduce(0, +)) : nil
  }

  private func households(_ row: ExpectedRow) -> RunFigure? {
    guard case .month(let month) = row.period, let area = Area(id: row.area),
      let position = run.model.groups.firstIndex(where: { $0.id == row.id }),
      let cell = run.cell(area, row.region)
    else { return nil }
    return run.world.groups[position].households(cell, month).map { .double($0) }
  }

  private func households(of row: ExpectedRow) -> RunFigure? {
    guard let test = tests.first(where: { $0.rule.id == row.id && .year($0.year) == row.period }) else {
      return nil
    }
    let count: Int? =
      switch row.kind {
      case .caseBelow: test.below
      case .caseOn: test.on.count
      case .caseAbove: test.above
      case .caseOutlays: test.belowAfterOutlays
      default: test.decidedByCounty
      }
    return count.map { .exact(Rational($0), "cases") }
  }

  private func limit(_ row: ExpectedRow) -> RunFigure? {
    guard
      let found = verdicts.first(where: {
        $0.rule == row.id && $0.period == row.period && $0.region.text == row.region
      })
    else { return nil }
    let figure =
      switch row.kind {
      case .limitValue: found.value
      case .limitBound: found.bound
      default: found.slack
      }
    return figure.map { .exact($0, found.unit) }
  }
}

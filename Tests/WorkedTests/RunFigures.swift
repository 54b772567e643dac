import DoudiInputs
import DoudiModel
import DoudiUnits
import _DoudiTestSupport

/// The figures of a finished run by the names that an expected.csv uses.
struct RunFigures {
  private let run: SmallRun
  private let verdicts: [Verdict]
  private let tiers: [TierYear: Int64]
  /// Fen by programme, rule, line type, area and payment month.
  private let lines: [Line]

  private struct TierYear: Hashable {
    let tier: Tier
    let year: Int
  }

  private struct Line {
    let programme: String
    let rule: String
    let type: String
    let area: String
    let paid: Month
    let fen: Int64
  }

  init(_ projection: Projection) {
    run = SmallRun(projection)
    verdicts = projection.verdicts
    let model = projection.model
    var tiers: [TierYear: Int64] = [:]
    for (index, line) in projection.lines.enumerated() {
      for tier in Tier.allCases {
        tiers[TierYear(tier: tier, year: line.paid.year), default: 0] +=
          projection.share(ofLine: index, tier: tier).fen
      }
    }
    self.tiers = tiers
    lines = projection.lines.map { line in
      Line(
        programme: model.programmes[projection.programme(of: line)].id,
        rule: model.payments[Int(line.rule)].header.id, type: line.type.id,
        area: model.space.cells[Int(line.cell)].area.id, paid: line.paid, fen: line.fen)
    }
  }

  /// The figure a row is about; nil where the run has none of the name.
  func value(_ row: ExpectedRow) -> RunFigure? {
    switch row.kind {
    case .standard: standard(row)
    case .persons, .cases: people(row)
    case .households: households(row)
    case .programme, .payment: money(row)
    case .tier: Tier(id: row.id).map { yuan(tiers[TierYear(tier: $0, year: row.period.year)] ?? 0) }
    case .total: yuan(lines.reduce(0) { $0 + ($1.paid.year == row.period.year ? $1.fen : 0) })
    case .limitValue, .limitBound: limit(row)
    }
  }

  private func yuan(_ fen: Int64) -> RunFigure { .exact(Money(fen: fen).yuan, "CNY") }

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

  /// The id is a programme, or a programme and a line type; rules named narrow it further.
  private func money(_ row: ExpectedRow) -> RunFigure? {
    let parts = row.id.split(separator: ".").map(String.init)
    let narrows = row.kind == .payment && parts.count == 1 && !row.rules.isEmpty
    let found = lines.filter { line in
      line.programme == parts[0] && (parts.count == 1 || line.type == parts[1])
        && (row.area == "all" || line.area == row.area) && isPaid(line.paid, row.period)
        && (!narrows || row.rules.contains(line.rule))
    }
    return found.isEmpty && row.expected != .zero ? nil : yuan(found.reduce(0) { $0 + $1.fen })
  }

  private func isPaid(_ month: Month, _ period: Period) -> Bool {
    switch period {
    case .month(let asked): month == asked
    case .year(let year): month.year == year
    }
  }

  private func limit(_ row: ExpectedRow) -> RunFigure? {
    guard case .year(let year) = row.period,
      let found = verdicts.first(where: {
        $0.rule == row.id && $0.region.text == row.region && $0.period == .year(year)
      })
    else { return nil }
    return (row.kind == .limitValue ? found.value : found.bound).map { .exact($0, found.unit) }
  }
}

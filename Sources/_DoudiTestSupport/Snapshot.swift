import DoudiInputs
import DoudiModel
public import DoudiUnits

extension SmallRun {
  /// Everything a run says, as sorted lines of text: standards, people, ledger with who pays,
  /// verdicts, faults. Two runs with equal lines are equal to the last bit.
  /// - Parameter end: leaves out what is of this month or later; verdicts of years, too.
  /// - Returns: the lines.
  public func snapshot(before end: Month? = nil) -> [String] {
    let months = model.scenario.horizon.months.filter { month in end.map { month < $0 } ?? true }
    var lines: [String] = []
    for cell in model.space.people {
      let place = "\(model.space.cells[cell].region) \(model.space.cells[cell].area.id)"
      for month in months {
        for (position, rule) in model.amounts.enumerated() {
          let figure = world.amounts[position].figure(cell, month)
          lines.append(
            "amount \(place) \(month) \(rule.gives) \(figure.map { "\($0.value) \($0.status)" } ?? "-")")
        }
        for (position, group) in model.groups.enumerated() {
          let history = world.groups[position]
          let households = history.households(cell, month).map { "\($0)" } ?? "-"
          lines.append("group \(place) \(month) \(group.id) \(history.persons(cell, month)) \(households)")
        }
      }
    }
    for (index, line) in projection.lines.enumerated() where end.map({ line.paid < $0 }) ?? true {
      let cell = model.space.cells[Int(line.cell)]
      let tiers = Tier.allCases.map { "\(projection.share(ofLine: index, tier: $0).fen)" }.joined(
        separator: " ")
      lines.append(
        "line \(cell.region) \(cell.area.id) \(line.paid) \(line.entitled) \(model.payments[Int(line.rule)].header.id) "
          + "\(line.type.id) \(line.status) \(line.fen) | \(tiers)")
    }
    for verdict in projection.verdicts where end.map({ verdict.period.year < $0.year }) ?? true {
      let figures = [verdict.value, verdict.bound, verdict.slack].map { $0.map { "\($0)" } ?? "-" }
      lines.append(
        "verdict \(verdict.rule) \(verdict.region) \(verdict.period) \(figures.joined(separator: " ")) "
          + "\(verdict.finding) \(verdict.status) \(verdict.note?.en ?? "")")
    }
    return (lines + faults).sorted()
  }
}

public import DoudiInputs
public import DoudiModel
public import DoudiUnits

extension SmallRun {
  /// Where an explanation says something else than the run: value, status, or a formula whose
  /// numbers do not give the value. At most 20 of each kind; empty where all agree.
  public var traceFaults: [String] { traceFaults(every: 1) }

  /// The same for every so-many-th month of the standards and people, and every so-many-th line.
  public func traceFaults(every step: Int) -> [String] {
    let months = stride(from: 0, to: model.scenario.horizon.count, by: max(1, step)).map {
      model.scenario.horizon.first.advanced(by: $0)
    }
    let lines = stride(from: 0, to: projection.lines.count, by: max(1, step)).map { projection.lines[$0] }
    let found = amountFaults(months).prefix(20) + groupFaults(months).prefix(20)
    return Array(found + lineFaults(lines).prefix(20) + verdictFaults.prefix(20))
  }

  private func amountFaults(_ months: [Month]) -> [String] {
    var found: [String] = []
    for position in model.amounts.indices {
      for cell in model.space.people {
        for month in months {
          guard let figure = world.amounts[position].figure(cell, month) else { continue }
          let trace = projection.explainAmount(position, cell, month)
          let place = "\(model.amounts[position].gives) \(model.space.cells[cell]) \(month)"
          found += faults(place, trace, value: figure.value.shortText(), number: figure.value.double, 1e-6)
          if trace.status != figure.status {
            found.append("\(place): status \(trace.status), not \(figure.status)")
          }
        }
      }
    }
    return found
  }

  private func groupFaults(_ months: [Month]) -> [String] {
    var found: [String] = []
    for position in model.groups.indices {
      for cell in model.space.people {
        for month in months {
          let persons = world.groups[position].persons(cell, month)
          let trace = projection.explainGroup(position, cell, month)
          let place = "\(model.groups[position].id) \(model.space.cells[cell]) \(month)"
          found += faults(place, trace, value: "\(persons)", number: persons, 1e-6 + 1e-7 * persons)
        }
      }
    }
    return found
  }

  private func lineFaults(_ lines: [LedgerLine]) -> [String] {
    lines.flatMap { line in
      let trace = projection.explainLine(line)
      let rule = model.payments[Int(line.rule)].header.id
      let place = "\(rule) \(line.type) \(model.space.cells[Int(line.cell)]) \(line.entitled)"
      let money = Money(fen: line.fen)
      // A line is rounded to a fen, a back payment is the difference of two such.
      return faults(place, trace, value: money.description, number: money.yuan.double, 0.0101)
    }
  }

  private var verdictFaults: [String] {
    projection.verdicts.compactMap { verdict in
      let trace = projection.explainVerdict(verdict)
      let slack = verdict.slack?.shortText() ?? "?"
      return trace.value == slack ? nil : "\(verdict.rule) \(verdict.region): \(trace.value), not \(slack)"
    }
  }

  private func faults(
    _ place: String, _ trace: TraceNode, value: String, number: Double, _ tolerance: Double
  ) -> [String] {
    var found: [String] = []
    if trace.value != value { found.append("\(place): explained as \(trace.value), is \(value)") }
    let formula = trace.formula.replacing(#/ \(\d{4}-\d{2}\)/#, with: "")
    if formula.isEmpty || formula.allSatisfy({ $0.isLetter }) { return found }
    guard let computed = FormulaText.value(formula) else {
      return found + ["\(place): no formula: \(trace.formula)"]
    }
    if (computed - number).magnitude > tolerance + 1e-9 * number.magnitude {
      found.append("\(place): \(trace.formula) gives \(computed), not \(number)")
    }
    return found
  }
}

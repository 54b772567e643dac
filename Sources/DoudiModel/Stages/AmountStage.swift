import DoudiUnits

/// Standards: fills the world's amounts, each after those it depends on.
enum AmountStage {
  static func run(_ model: Model, _ world: World) {
    world.amounts = model.amounts.map { _ in AmountHistory(first: world.firstAmountMonth) }
    world.backPayWindows = Array(repeating: nil, count: model.amounts.count)
    for (position, rule) in model.amounts.enumerated() { world.amountPosition[rule.header.id] = position }
    for position in model.amountOrder { fill(model, position, world) }
  }

  /// Computes one amount anew.
  static func fill(_ model: Model, _ position: Int, _ world: World) {
    let (rule, decided) = (model.amounts[position], model.decided[position])
    let first = world.firstAmountMonth
    world.amounts[position] = AmountHistory(first: first)
    world.backPayWindows[position] = rule.form.backPayWindow { world.backPayWindows[$0] }
    var previous: [Figure?]?
    for step in 0...world.horizon.last.months(since: first) {
      let month = first.advanced(by: step)
      var isRevised = previous == nil || rule.form.isRevised(at: month, world: world)
      var column = previous ?? []
      if isRevised {
        column = rule.form.column(at: month, previous: previous, rule: rule.header, world: world)
      }
      if let decided {
        column = decided.laid(over: column, month, world)
        isRevised = isRevised || decided.changes(in: month, world) || column != previous
      }
      if isRevised {
        column = rule.form.following(
          column, at: month, isFixed: { decided?.figure($0, month, world) != nil }, rule: rule.header,
          world: world)
      }
      world.amounts[position].append(column, isRevised: isRevised)
      previous = column
    }
    check(rule, position, world)
  }

  /// A standard beyond 128 bits is an error, not a wrong digit.
  private static func check(_ rule: AmountRule, _ position: Int, _ world: World) {
    for month in world.horizon.months {
      for cell in world.space.people {
        guard let figure = world.amounts[position].figure(cell, month), !figure.value.isRepresentable
        else { continue }
        let fault = RunFault.tooLarge(
          rule: rule.header.id, region: world.space.cells[cell].region, month: month)
        if !world.faults.contains(fault) { world.faults.append(fault) }
        return
      }
    }
  }
}

import DoudiTape
import DoudiUnits

/// One amount of a region over uncertain inputs, month after month, as `AmountStage` works it out.
///
/// What draws add to an amount in one year is no part of what its next year follows; cells that follow cells
/// that were moved go on from where that left them.
struct DrawnAmount {
  private let rule: AmountRule
  private let decided: DecidedAmount?
  private let position: Int
  private let world: DrawWorld
  private let isLevered: Bool
  /// The column that the next revision follows.
  private var previous: [TapeValue?]?

  init(_ model: Model, _ position: Int, _ world: DrawWorld) {
    (rule, decided) = (model.amounts[position], model.decided[position])
    (self.position, self.world) = (position, world)
    isLevered = world.isLevered(rule.gives)
  }

  /// The next month's column.
  mutating func next(_ month: Month) -> [TapeValue?] {
    var isRevised =
      previous == nil || rule.form.isRevised(at: month, world: world.central)
      || world.isRevised(rule.header.reads.amounts, in: month)
    var own = previous ?? []
    if isRevised {
      own = rule.form.drawn(at: month, previous: previous, rule: rule.header, world: world)
    }
    if let decided {
      own = laid(decided, over: own, month)
      isRevised = isRevised || decided.changes(in: month, world.central)
    }
    if isLevered, month == world.horizon.first { isRevised = true }
    if isRevised { world.noteRevision(of: position, in: month) }
    guard isLevered else {
      previous = isRevised ? following(own, month) : own
      return previous ?? []
    }
    // A cell that is moved itself stands that much higher than it would; the others follow what was moved.
    let unmoved = isRevised ? following(own, month) : own
    let raised = levered(unmoved, month)
    let followed = isRevised ? following(levered(own, month), month) : raised
    let moved = world.people.map { world.isLevered($0, rule.gives, month, decided: decided) }
    let result = moved.indices.map { moved[$0] ? raised[$0] : followed[$0] }
    previous = moved.indices.map { moved[$0] ? unmoved[$0] : result[$0] }
    return result
  }

  private func levered(_ column: [TapeValue?], _ month: Month) -> [TapeValue?] {
    world.levered(column, rule.gives, month, decided: decided)
  }

  private func following(_ column: [TapeValue?], _ month: Month) -> [TapeValue?] {
    rule.form.drawnFollowing(
      column, at: month, isFixed: { decided?.figure($0, month, world.central) != nil }, rule: rule.header,
      world: world)
  }

  /// Decided figures are those of the central run.
  private func laid(_ decided: DecidedAmount, over column: [TapeValue?], _ month: Month) -> [TapeValue?] {
    zip(world.people, column).map { cell, own in
      decided.figure(cell, month, world.central).map { world.tape.figure($0.value.double) } ?? own
    }
  }
}

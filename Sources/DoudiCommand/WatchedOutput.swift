import Doudi

/// The output of which an ensemble counts how regions move together.
struct WatchedOutput {
  let comovement: Comovement
  let central: any CentralFigures

  /// Takes a table of the ensemble.
  func take(_ table: OutcomeTable) throws { try comovement.take(table) }

  /// What was counted; nil for fewer than two draws.
  func report() throws -> ComovementReport? { try ComovementReport(comovement, central) }

  /// The same; a pass that an earlier run had finished is gone over once more.
  func report(completedBy run: EnsembleRun) throws -> ComovementReport? {
    if comovement.draws + comovement.failed < run.plan.draws {
      comovement.clear()
      try run.with(run.plan.only(output: comovement.place)).run { try take($0) }
    }
    return try report()
  }
}

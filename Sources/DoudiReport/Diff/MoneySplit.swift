import DoudiModel

/// A difference of money between two runs, split among what the runs were told differently.
///
/// A scenario is run again with inputs of the other run in place of its own, one cause after another, and what each
/// step moves is that cause's part. Between the earlier and the later run causes come in the order program, data,
/// rule, assumption: the part of each is what it adds to those before it. What cannot be told is not separated; it is
/// the difference that is left, so that the parts add up to the whole to the fen.
struct MoneySplit {
  /// What one step moves.
  struct Part {
    /// The causes it may come from; one where it is that one, none where no input tells.
    let causes: Set<Cause>
    /// The inputs it comes from; empty for what is left.
    let inputs: [InputChange]
    /// After less before.
    let money: RunSums

    /// The one cause; nil where there are several or none.
    var cause: Cause? { causes.count == 1 ? causes.first : nil }
  }

  /// Both ends.
  let before, after: RunSums
  /// From the earlier run to the later; without those that move nothing.
  private(set) var parts: [Part] = []

  /// The most inputs of a cause that are told one by one.
  static let mostSingle = 8

  /// Splits a difference; nil where a side has no sums of money.
  /// - Parameters:
  ///   - difference: what differs.
  ///   - side: which of the runs can be run again.
  ///   - run: runs it with inputs of the other; nil where that cannot be.
  init?(_ difference: RunDifference, running side: RunDifference.Side, _ run: (Restoration) -> Projection?) {
    let isByFund = [difference.before, difference.after].allSatisfy { $0.table("ledger") != nil }
    guard let before = RunSums(difference.before, isByFund: isByFund),
      let after = RunSums(difference.after, isByFund: isByFund)
    else { return nil }
    (self.before, self.after) = (before, after)
    let sums = { (inputs: [ToldInput]) -> RunSums? in
      run(Restoration(inputs)).map { isByFund ? RunSums($0) : RunSums($0).withoutFunds }
    }
    let plan = SplitPlan(difference, running: side)
    var walk = Walk(state: side == .after ? after : before, isBackward: side == .after)
    for step in side == .after ? plan.steps.reversed() : plan.steps { walk.take(step, sums) }
    let end = side == .after ? before : after
    let rest = side == .after ? walk.state - end : end - walk.state
    parts = side == .after ? walk.parts.reversed() : walk.parts
    if !rest.isZero {
      let causes = difference.hidden(plan.untold + walk.waiting.flatMap(\.changes))
      parts.insert(Part(causes: causes, inputs: [], money: rest), at: side == .after ? 0 : parts.count)
    }
    parts.removeAll { $0.money.isZero }
  }

  /// Steps that were taken, from the side that is run.
  private struct Walk {
    /// The money after the last step that could be taken.
    var state: RunSums
    let isBackward: Bool
    private(set) var parts: [Part] = []
    /// Steps that could not be taken yet.
    private(set) var waiting: [SplitPlan.Step] = []
    private var told: [ToldInput] = []

    init(state: RunSums, isBackward: Bool) { (self.state, self.isBackward) = (state, isBackward) }

    /// Takes a step, alone where it can be, else with some that wait; what then can be taken is. Else it waits, too.
    mutating func take(_ step: SplitPlan.Step, _ sums: ([ToldInput]) -> RunSums?) {
      guard tries(step).contains(where: { add($0, sums) }) else { return waiting.append(step) }
      while waiting.contains(where: { add([$0], sums) }) {}
    }

    /// A step with as few others as it may need.
    private func tries(_ step: SplitPlan.Step) -> [[SplitPlan.Step]] {
      guard !waiting.isEmpty else { return [[step]] }
      let groups = [
        waiting.filter { $0.family == step.family }, waiting.filter(\.followsRule),
        waiting.filter { !$0.followsRule }, waiting,
      ]
      return [[step]] + waiting.map { [$0, step] } + groups.filter { $0.count > 1 }.map { $0 + [step] }
    }

    /// Takes steps together; false where that cannot be.
    private mutating func add(_ steps: [SplitPlan.Step], _ sums: ([ToldInput]) -> RunSums?) -> Bool {
      let all = told + steps.flatMap(\.told)
      guard let next = sums(all) else { return false }
      let changes = (isBackward ? steps.reversed() : steps).flatMap(\.changes)
      parts.append(
        Part(
          causes: Self.causes(steps), inputs: changes, money: isBackward ? state - next : next - state))
      (state, told) = (next, all)
      let names = Set(steps.flatMap(\.changes).map { "\($0.kind) \($0.name)" })
      waiting.removeAll { $0.changes.contains { names.contains("\($0.kind) \($0.name)") } }
      return true
    }

    /// What goes with a rule alone is the rule's.
    private static func causes(_ steps: [SplitPlan.Step]) -> Set<Cause> {
      let own = steps.filter { !$0.followsRule }
      let isOfRule = !own.isEmpty && own.allSatisfy { $0.changes.contains { $0.kind == "rule" } }
      return Set((isOfRule ? own : steps).map(\.cause))
    }
  }
}

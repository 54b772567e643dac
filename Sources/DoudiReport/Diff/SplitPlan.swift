import DoudiModel

/// In which steps a run is told what another was told.
struct SplitPlan {
  /// Inputs that are told together.
  struct Step {
    let cause: Cause
    let changes: [InputChange]
    let told: [ToldInput]
    /// True for a growth or a stand-in that one run alone was told while a rule was switched: where it cannot be told
    /// without the rule, that rule alone reads it.
    var followsRule = false

    /// Shares that make up a whole change together: what their names have in common.
    var family: String {
      let parts = changes.first?.name.split(separator: ".").dropLast() ?? []
      return parts.joined(separator: ".")
    }
  }

  /// From the earlier run to the later.
  private(set) var steps: [Step] = []
  /// Inputs that cannot be told.
  private(set) var untold: [InputChange] = []

  /// A cause of few inputs is a step for each, else one step. What a rule alone reads goes with the rule where that
  /// is switched.
  init(_ difference: RunDifference, running side: RunDifference.Side) {
    let changes = difference.inputs.filter(\.movesMoney)
    let other: RunDifference.Side = side == .after ? .before : .after
    let switched = Set(
      changes.filter { $0.kind == "rule" && ($0.before == nil) != ($0.after == nil) }.map(\.name))
    func rule(_ one: InputChange) -> String? {
      let name = String(one.name.prefix { $0 != "." })
      return one.kind == "parameter" && switched.contains(name) ? name : nil
    }
    for cause in Cause.allCases {
      var own: [Step] = []
      for one in changes where one.cause == cause && rule(one) == nil {
        guard let told = one.told(of: other) else {
          untold.append(one)
          continue
        }
        let with = one.kind == "rule" ? changes.filter { rule($0) == one.name } : []
        own.append(
          Step(
            cause: cause, changes: [one] + with, told: [told] + with.compactMap { $0.told(of: other) },
            followsRule: !switched.isEmpty && Self.isOneSided(one)))
      }
      steps += Self.gathered(own)
    }
  }

  private static func isOneSided(_ one: InputChange) -> Bool {
    (one.before == nil) != (one.after == nil)
      && ["growth.", "indicator."].contains(where: one.name.hasPrefix)
  }

  private static func gathered(_ own: [Step]) -> [Step] {
    let free = own.filter { !$0.followsRule }
    guard free.count > MoneySplit.mostSingle, let cause = free.first?.cause else { return own }
    return [Step(cause: cause, changes: free.flatMap(\.changes), told: free.flatMap(\.told))]
      + own.filter(\.followsRule)
  }
}

extension RunDifference {
  /// Which of two runs.
  public enum Side: Sendable {
    /// The earlier one.
    case before
    /// The later one.
    case after
  }

  /// What a difference that is left over may come from: another program, inputs that could not be told, a book that
  /// says more than its values; where there is none of these, or a side does not tell its inputs, the kinds of files
  /// that differ; where it tells no files either, anything but the program.
  func hidden(_ untold: [InputChange]) -> Set<Cause> {
    var found = Set(untold.map(\.cause))
    if before.program != after.program { found.insert(.program) }
    if files.contains(where: { $0.path.split(separator: "/").contains("books") }) { found.insert(.rule) }
    if found.isEmpty || !tellsInputs { found.formUnion(files.map(\.cause)) }
    if !tellsFiles { found.formUnion([.data, .rule, .assumption]) }
    return found
  }
}

import DoudiInputs

/// Whether a rule of a scenario's books counts in it, and why it does not.
public enum RuleState: Sendable {
  /// It is computed or tested.
  case inForce
  /// The book keeps it off and the scenario does not enable it.
  case off
  /// The scenario disables it.
  case disabled
  /// A rule of a later book, or a later rule, stands in its place.
  case replaced
}

extension Model {
  /// The state of every rule of every book, book by book from the nation's, in file order.
  public var ruleStates: [[RuleState]] {
    var replaced: Set<String> = []
    var found: [[RuleState]] = []
    let inForce = Set(headers.map(\.id))
    for book in books.reversed() {
      var states: [RuleState] = []
      for rule in book.rules.reversed() {
        if replaced.contains(rule.id) {
          states.append(.replaced)
        } else {
          states.append(inForce.contains(rule.id) ? .inForce : rule.isEnabled ? .disabled : .off)
        }
        replaced.formUnion(rule.replaces.map(\.id))
      }
      found.append(states.reversed())
    }
    return found.reversed()
  }

  /// Rules that are off or disabled, with the identifier of the rule or of its mechanism; the later book's
  /// first.
  public func rulesOff(_ name: String) -> [(rule: RuleEntry, state: RuleState)] {
    zip(books, ruleStates).reversed().flatMap { book, states in
      zip(book.rules, states).filter { rule, state in
        guard state == .off || state == .disabled else { return false }
        return [rule.id, rule.mechanism].contains(name)
      }.map { (rule: $0, state: $1) }
    }
  }

  /// Headers of all rules in force.
  var headers: [RuleHeader] {
    amounts.map(\.header) + caseloads.map(\.header) + payments.map(\.header) + limits.map(\.header)
  }
}

extension RuleEntry {
  /// The mechanism's identifier: the rule's without the letter that tells parts of one mechanism apart.
  public var mechanism: String { Coverage.mechanism(id) }
}

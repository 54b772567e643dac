/// What the program does about one part of a mechanism.
public enum Treatment: Sendable {
  /// A rule computes it.
  case computed(RuleEntry)
  /// A rule tests it: a floor, a cap, a target, a reserve, a gate.
  case tested(RuleEntry)
  /// A rule reports it without money, decided by a datum of the scenario.
  case monitored(RuleEntry)
  /// A rule that a scenario has to enable.
  case off(RuleEntry)
  /// A rule that the scenario has switched off.
  case disabled(RuleEntry)
  /// No rule: the reason stands in the register.
  case registered(RegisterEntry)

  /// How a rule treats its mechanism; `isEnabled` where a scenario has switched it on.
  public init(_ rule: RuleEntry, isEnabled: Bool? = nil) {
    let form = FormRegistry.form(named: rule.form)
    if !(isEnabled ?? rule.isEnabled) {
      self = .off(rule)
    } else if form is MonitorForm.Type {
      self = .monitored(rule)
    } else if form is any LimitForm.Type, !(form is any PaymentForm.Type) {
      self = .tested(rule)
    } else {
      self = .computed(rule)
    }
  }

  /// Identifier used in files: computed, tested, monitored, off, disabled, or the register's own word.
  public var id: String {
    switch self {
    case .computed: "computed"
    case .tested: "tested"
    case .monitored: "monitored"
    case .off: "off"
    case .disabled: "disabled"
    case .registered(let entry): entry.treatment
    }
  }

  /// The rule, if it is one.
  public var rule: RuleEntry? {
    switch self {
    case .computed(let rule), .tested(let rule), .monitored(let rule), .off(let rule), .disabled(let rule):
      rule
    case .registered: nil
    }
  }

  /// The clause.
  public var citation: Citation {
    switch self {
    case .computed(let rule), .tested(let rule), .monitored(let rule), .off(let rule), .disabled(let rule):
      rule.citation
    case .registered(let entry): entry.citation
    }
  }
}

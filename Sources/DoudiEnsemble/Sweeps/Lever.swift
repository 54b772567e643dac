public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// Something that can be changed by one unit, to see what the unit costs.
public struct Lever: Sendable {
  /// What kind of change it is.
  public enum Kind: String, Sendable {
    /// An amount, CNY a month more.
    case amount
    /// A growth, percentage points a year more.
    case growth
    /// A share or ratio, percentage points more.
    case ratio
    /// A take-up rate, five percentage points more.
    case takeUp = "take_up"
    /// A multiple, tenths more.
    case multiple
    /// Anything else, a tenth of itself more.
    case other
  }

  /// The parameter.
  public let input: UncertainInput
  /// Kind.
  public let kind: Kind
  /// What is added (or, for ``Kind/other``, the factor).
  public let step: Double
  /// Unit of the step.
  public let unit: Measure
  /// The step in the unit that the parameter's own values are in: what the draw holds.
  let move: Double
  /// What it is called: the rule's name, or the parameter's.
  public let name: Bilingual

  init(
    input: UncertainInput, kind: Kind, step: Double, unit: Measure, name: Bilingual, move: Double? = nil
  ) {
    (self.input, self.kind, self.step, self.unit, self.name) = (input, kind, step, unit, name)
    self.move = move ?? step
  }

  /// Percentage points of a take-up rate: one point is less than any campaign moves.
  static let takeUpStep = 5.0

  /// An amount, so many CNY a month more.
  public init(raising rule: AmountRule, by step: Double) {
    self.init(
      input: UncertainInput(name: "amount.\(rule.gives)", effect: .add), kind: .amount, step: step,
      unit: Units.monthly, name: rule.header.name)
  }
}

/// The levers of a scenario: what an office asks the cost of one unit of.
public struct Levers {
  private let model: Model
  private let units: [String: Measure]
  private let roles: [String: FormKey.Role]

  /// Levers of a model.
  public init(_ model: Model) {
    (self.model, units, roles) = (model, model.parameterUnits, model.parameterRoles)
  }

  /// Amounts that no other amount gives, then growth, ratios, take-up rates, multiples and the rest of what is
  /// assumed.
  ///
  /// Durations, years and yes/no are none; neither is what only says who pays.
  public var all: [Lever] {
    amounts + parameters.sorted { ($0.kind.order, $0.input.name) < ($1.kind.order, $1.input.name) }
  }

  private var amounts: [Lever] {
    model.amounts.filter(\.header.reads.amounts.isEmpty).map { Lever(raising: $0, by: 1) }
  }

  private var parameters: [Lever] {
    model.assumptions.compactMap { assumption in
      guard !assumption.name.hasPrefix("funding."), !assumption.name.hasPrefix("amount."),
        let unit = units[assumption.name]
      else { return nil }
      return lever(assumption, unit)
    }
  }

  private func lever(_ assumption: Assumption, _ unit: Measure) -> Lever? {
    let figures = assumption.term.branches.flatMap { $0.dated.map(\.figure.value) }
    let isYear = unit.isOne && figures.contains { $0 > Rational(1900) }
    guard !unit.isFlag, !unit.isDuration, !isYear else { return nil }
    let (kind, step, effect) = step(assumption.name, unit)
    return Lever(
      input: UncertainInput(name: assumption.name, effect: effect), kind: kind, step: step,
      unit: effect == .multiply ? .one : unit, name: ruleName(assumption.name))
  }

  private func step(_ name: String, _ unit: Measure) -> (Lever.Kind, Double, UncertainInput.Effect) {
    if name.hasPrefix("growth.") { return (.growth, 1, .add) }
    if roles[name] == .takeUp { return (.takeUp, Lever.takeUpStep, .add) }
    if unit == .percent { return (.ratio, 1, .add) }
    if unit.isOne { return (.multiple, Perturbation.share.double, .add) }
    if unit == Units.monthly { return (.amount, 1, .add) }
    return (.other, 1 + Perturbation.share.double, .multiply)
  }

  private func ruleName(_ parameter: String) -> Bilingual {
    let id = parameter.split(separator: ".").first.map(String.init) ?? parameter
    let headers =
      model.amounts.map(\.header) + model.caseloads.map(\.header) + model.payments.map(\.header)
    return headers.first { $0.id == id }?.name ?? Bilingual(zh: parameter, en: parameter)
  }
}

extension Lever.Kind {
  /// Order in tables.
  var order: Int {
    switch self {
    case .amount: 0
    case .growth: 1
    case .ratio: 2
    case .takeUp: 3
    case .multiple: 4
    case .other: 5
    }
  }
}

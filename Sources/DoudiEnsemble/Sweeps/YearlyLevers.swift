import DoudiInputs
import DoudiModel
import DoudiUnits

extension Lever {
  /// The usual step of a yearly scenario's parameter or column, by its role:
  ///
  ///     growth + 1 pp a year,  ratio + 1 pp,  take-up + 5 pp,  multiple + 0.1,  amount + 1 CNY a person and month
  ///
  /// What is added is the step in the figure's own unit: 0.01 where 4.5 % stands as 0.045.
  init(_ quantity: YearlyQuantity) {
    let (kind, step, unit): (Kind, Double, Measure) =
      switch quantity.role {
      case .growth: (.growth, 1, Measure(text: "%/year") ?? .percent)
      case .ratio: (.ratio, 1, .percent)
      case .takeUp: (.takeUp, Self.takeUpStep, .percent)
      case .multiple: (.multiple, Perturbation.share.double, .one)
      case .amount: (.amount, 1, Units.monthly)
      }
    let factor =
      unit.factor(to: quantity.unit)
      ?? (unit.shareFactor ?? .one) / (quantity.unit.shareFactor ?? .one)
    self.init(
      input: UncertainInput(name: quantity.of, effect: .add), kind: kind, step: step, unit: unit,
      name: quantity.name, move: step * factor.double)
  }
}

extension YearlyModel {
  /// The levers of a yearly scenario: what its rules file gives a role.
  var levers: [Lever] {
    quantities.map { Lever($0) }.sorted { ($0.kind.order, $0.input.name) < ($1.kind.order, $1.input.name) }
  }
}

import DoudiInputs
public import DoudiTape
import DoudiUnits

/// A run written as arithmetic over uncertain inputs, for every leaf region.
///
///     outputs(region) = f_region(input_0 ... input_k)
///
/// The forms write themselves in the order of the official run; what no input reaches is a constant
/// of that run.
public struct DrawProgram: Sendable {
  /// The arithmetic; its regions are the leaves in their order.
  public let tape: Tape
  /// What each region gives, in the order of the tape's outputs.
  public let outputs: [DrawOutput]
  /// Uncertain parameters that shape the arithmetic and cannot be drawn, by name.
  public let refused: [String]

  /// Writes the program of a finished run.
  /// - Parameters:
  ///   - projection: the central run.
  ///   - inputs: what is uncertain.
  ///   - leaves: positions of the leaves to write; all where not given.
  ///   - holdsGroups: true to leave the numbers of people as they are in the central run.
  public init(
    _ projection: Projection, inputs: [UncertainInput], leaves: Range<Int>? = nil, holdsGroups: Bool = false
  ) {
    var writer = DrawWriter(projection, inputs: inputs, holdsGroups: holdsGroups)
    outputs = writer.outputs
    for leaf in leaves ?? projection.world.space.leaves.indices { writer.write(leaf) }
    tape = writer.tape.finish()
    refused = writer.refused.sorted()
  }
}

/// Writes leaf after leaf.
private struct DrawWriter {
  let tape: TapeBuilder
  let outputs: [DrawOutput]
  var refused: Set<String> = []
  private let model: Model
  private let central: World
  private let inputs: [UncertainInput]
  private let spread: Spread
  private let holdsGroups: Bool
  private let isByMonth: [Bool]
  private let constants: ConstantMoney
  private let funding: DrawnFunding

  init(_ projection: Projection, inputs: [UncertainInput], holdsGroups: Bool) {
    self.holdsGroups = holdsGroups
    (model, central, self.inputs) = (projection.model, projection.world, inputs)
    tape = TapeBuilder(inputs: inputs.count)
    let names = Set(inputs.map(\.name))
    let indicators = Set(inputs.compactMap(\.indicator))
    refused = names.filter { projection.model.parameterRoles[$0] == .parts }
    let constants = ConstantMoney(projection)
    let payments = model.payments
    let levered = Set(model.amounts.filter { names.contains("amount." + $0.gives) }.map(\.header.id))
    spread = Spread(
      model,
      isTouched: { header in
        levered.contains(header.id) || header.terms.contains { names.contains($0.name) }
          || !header.reads.indicators.isDisjoint(with: indicators)
      }, isIdle: { payments[$0].form.paysOnlyWhenTriggered && !constants.pays($0) })
    let read = Set(model.payments.flatMap(\.form.reads))
    isByMonth = model.payments.map { read.contains($0.form.programme) }
    self.constants = constants
    funding = DrawnFunding(
      issued: projection.issued, rules: projection.model.funding,
      fundOfProgramme: projection.model.fundOfProgramme)
    outputs = Self.outputs(model, inputs)
  }

  private static func outputs(_ model: Model, _ inputs: [UncertainInput]) -> [DrawOutput] {
    let depth = model.space.leaves.map { model.space.tree.ancestors(of: $0.code).count }.max() ?? 0
    let years = model.scenario.horizon.years
    let areas = Set(model.space.people.map { model.space.cells[$0].area }).sorted()
    let paying = Set(model.payments.map(\.form.programme)).sorted()
    func each(
      _ kind: DrawOutput.Kind, _ name: String, _ unit: Measure, _ parent: DrawOutput.Parent = .sum
    ) -> [DrawOutput] {
      years.map { DrawOutput(kind: kind, name: name, year: $0, unit: unit, parent: parent) }
    }
    return paying.flatMap { each(.programme($0), model.programmes[$0].id, Units.cny) }
      + each(.total, "total", Units.cny)
      + model.groups.indices.flatMap { each(.group($0), "persons.\(model.groups[$0].id)", Units.persons) }
      + model.amounts.indices.flatMap { amount in
        areas.flatMap {
          each(.amount(amount, $0), "\(model.amounts[amount].gives).\($0.id)", Units.monthly, .none)
        }
      }
      + model.limits.indices.flatMap { limit -> [DrawOutput] in
        let (form, name) = (model.limits[limit].form, "slack.\(model.limits[limit].header.id)")
        guard let (unit, parent) = form.drawnSlackUnit else { return [] }
        if form is ReserveForm {
          let refill = "refill.\(model.limits[limit].header.id)"
          return each(.slack(limit), name, unit, parent) + each(.refill(limit), refill, unit)
        }
        if form.slackSumsUp(model.funding, inputs) { return each(.slack(limit), name, unit, parent) }
        return ([.none] + (0..<depth).map { .depth($0) }).flatMap { each(.slack(limit), name, unit, $0) }
      }
  }

  mutating func write(_ leaf: Int) {
    tape.beginRegion()
    let money = DrawnMoney(tape, horizon: central.horizon, isByMonth: isByMonth)
    let world = DrawWorld(central, leaf: leaf, inputs: inputs, tape: tape, money: money, funding: funding)
    for position in model.amountOrder where spread.amounts.contains(position) { fill(position, world) }
    for position in holdsGroups ? [] : spread.caseloads {
      model.caseloads[position].form.draw(rule: model.caseloads[position].header, world: world)
    }
    let moved = Set(spread.payments)
    for (position, rule) in model.payments.enumerated() {
      if moved.contains(position) {
        rule.form.draw(
          rule: rule.header, position: position, world: world, calendar: model.scenario.calendar)
      } else {
        constants.book(position, leaf, isByMonth: isByMonth[position], world)
      }
    }
    for output in outputs { tape.output(value(output, world)) }
    refused.formUnion(world.refused)
    tape.endRegion()
  }

  private func fill(_ position: Int, _ world: DrawWorld) {
    world.beginAmount(position)
    var column = DrawnAmount(model, position, world)
    for step in 0...world.horizon.last.months(since: central.firstAmountMonth) {
      world.append(column.next(central.firstAmountMonth.advanced(by: step)), amount: position)
    }
  }

  private func value(_ output: DrawOutput, _ world: DrawWorld) -> TapeValue {
    let end = min(Month(year: output.year, month: 12), central.horizon.last)
    switch output.kind {
    case .result: return tape.literal(.nan)
    case .programme(let programme):
      return sum(model.payments.indices.filter { model.payments[$0].form.programme == programme }) {
        world.money.paid($0, year: output.year)
      }
    case .total: return sum(Array(model.payments.indices)) { world.money.paid($0, year: output.year) }
    case .group(let group):
      let months = countsEvents(group) ? central.horizon.months.filter { $0.year == output.year } : [end]
      return sum(world.people) { cell in sum(months) { world.persons(group, cell, $0) } }
    case .slack(let limit):
      return slack(limit, output, world)
    case .refill(let limit):
      let rule = model.limits[limit]
      return (rule.form as? ReserveForm)?.drawnRefill(output.year, rule: rule.header, world: world)
        ?? tape.literal(.nan)
    case .amount(let amount, let area):
      let cell = world.people.first { central.space.cells[$0].area == area }
      return cell.flatMap { world.amount(amount, $0, end) } ?? tape.literal(.nan)
    }
  }

  private func slack(_ limit: Int, _ output: DrawOutput, _ world: DrawWorld) -> TapeValue {
    let rule = model.limits[limit]
    guard case .depth(let depth) = output.parent else {
      return rule.form.drawnSlack(output.year, rule: rule.header, world: world) ?? tape.literal(.nan)
    }
    let above = central.space.tree.ancestors(of: central.space.leaves[world.leaf].code)
    guard depth < above.count else { return tape.literal(0) }
    let node = above[above.count - 1 - depth].code
    return rule.form.drawnSlack(output.year, of: node, rule: rule.header, world: world)
      ?? tape.literal(.nan)
  }

  private func countsEvents(_ group: Int) -> Bool {
    model.caseloads.contains { $0.form.countsEvents && $0.form.gives.contains(group) }
  }

  private func sum<Item>(_ items: [Item], _ value: (Item) -> TapeValue) -> TapeValue {
    items.reduce(tape.literal(0)) { $0 + value($1) }
  }
}

import ArgumentParser
import Doudi

/// What a search needs of a scenario: its arithmetic with the control as a column, and full runs.
struct SolveInputs {
  let session: Session
  let folder: String
  let control: SolveControl
  let output: String
  /// The output in the years asked for.
  let outputs: [DrawOutput]

  /// The scenario in which an amount is decided already, so that the search moves what the answer will set.
  /// - Parameters:
  ///   - start: any value of it.
  ///   - subject: the scenario as it is.
  /// - Returns: the scenario.
  /// - Throws: where it is faulty with that value.
  func scenario(starting start: Double?, _ subject: DrawSubject) throws -> DrawnScenario {
    guard control.isAmount else { return subject.drawn }
    return DrawnScenario(try projection([control.override(start ?? 1)]))
  }

  /// Sums of the output over draws of some parameters and, last, the control.
  func sums(_ scenario: DrawnScenario, of request: SolveRequest, _ others: [UncertainInput]) throws
    -> OutputSums
  {
    let written = try written(scenario, others + [request.control.input])
    return try sum(written, of: request, isExact: others.isEmpty)
  }

  private func written(_ scenario: DrawnScenario, _ inputs: [UncertainInput]) throws -> WrittenScenario {
    let (written, refused) = scenario.written(for: inputs)
    try session.refuse(refused)
    return written
  }

  private func sum(_ written: WrittenScenario, of request: SolveRequest, isExact: Bool) throws -> OutputSums {
    let sums = OutputSums(
      written, output: output, region: request.region, years: Set(request.years), isExact: isExact)
    if let sums { return sums }
    session.tell(
      Bilingual(
        zh: "doudi: \(output)在\(request.region)没有合计", en: "doudi: \(output) has no sum in \(request.region)"))
    throw ExitCode(ExitStatus.invalid)
  }

  /// Costs of outputs in a region by a full run.
  func costs(_ overrides: [String], _ outputs: [DrawOutput], _ region: String) throws -> [Double] {
    RunReport(try projection(overrides), withEffects: false).central(outputs, regions: [region])
  }

  /// Costs of requests, and limits that break, by one full run.
  func official(_ overrides: [String], _ requests: [SolveRequest]) throws -> [OfficialCost] {
    if YearlyLoader.isYearly(folder, loader: session.loader) {
      let model = try session.yearly(folder, overrides)
      let report = try YearlyReport(model)
      return requests.map {
        OfficialCost(cost: report.central(outputs, regions: [$0.region]).reduce(0, +), broken: [])
      }
    }
    let run = try projection(overrides)
    let report = RunReport(run, withEffects: false)
    let broken = run.verdicts.filter { $0.finding == .broken && $0.strictness == .hard }
    let tree = run.model.space.tree
    return requests.map { request in
      let own = broken.filter { verdict in
        verdict.region.text == request.region
          || tree.ancestors(of: verdict.region).contains { $0.code.text == request.region }
      }
      return OfficialCost(
        cost: report.central(outputs, regions: [request.region]).reduce(0, +),
        broken: own.map { "\($0.rule)/\($0.region)/\($0.period)" })
    }
  }

  /// Of draws with the control decided at a value: the share within the budget, and the least budget that a
  /// share stays within.
  func drawn(_ request: SolveRequest, _ value: Double, _ wanted: Double, _ chance: ChanceOptions) throws
    -> (share: Double, cost: Double)
  {
    let decided = try decided(request.control.override(value))
    let draws = try draws(decided.space, chance)
    // The control stands last, so that no draw of it undoes the decision.
    let sums = try sums(decided, of: request, draws.inputs)
    let costs = try sums.sums(draws.allColumns + [Array(repeating: value, count: draws.count)])
    let within = costs.count { $0 <= request.budget }
    return (
      Double(within) / Double(max(1, costs.count)), ChanceCurve.cost(costs, holding: wanted)
    )
  }

  private func decided(_ override: String) throws -> DrawnScenario {
    guard YearlyLoader.isYearly(folder, loader: session.loader) else {
      return DrawnScenario(try projection([override]))
    }
    return DrawnScenario(try session.yearly(folder, [override]))
  }

  /// The draws of a question with a probability.
  func draws(_ space: DrawSpace, _ chance: ChanceOptions) throws -> SampledDraws {
    let file = try session.uncertainty(space, chance.uncertainty ?? folder + "/uncertainty.yaml")
    return try SampledDraws(
      file, correlation: session.correlation(file), leaves: space.leaves, method: .sobol,
      draws: chance.draws, replicates: 1, seed: chance.seed)
  }

  private func projection(_ overrides: [String]) throws -> Projection {
    let loader = session.models(session.options.reforms)
    let all = session.overrides + overrides.compactMap { Override(argument: $0) }
    guard let model = loader.load(folder: folder, overrides: all) else { throw session.reported() }
    let run = session.runFaults(of: model)
    if session.bag.hasErrors { throw session.reported() }
    return run
  }

  /// Ends of the search: what the options say, else what the parameter can be.
  func range(
    _ question: SolveOptions, _ standards: Standards, _ scenario: DrawnScenario, of request: SolveRequest
  ) throws -> ClosedRange<Double> {
    let low = question.low ?? standards.floor
    let high = try question.high ?? reach(scenario, from: low, standards, request)
    return low...max(low, high)
  }

  /// The first power of two times the low end, or 1, at which the budget is passed; 100 for percentages.
  private func reach(
    _ scenario: DrawnScenario, from low: Double, _ standards: Standards, _ request: SolveRequest
  ) throws -> Double {
    if control.unit == .percent { return max(100, low) }
    let start = max(low, standards.highest ?? 1, 1)
    let values = (0...40).map { start * Double(1 << $0) }
    let costs = try sums(scenario, of: request, []).sums([values])
    let first = zip(values, costs).first { $0.1 > request.budget || $0.1.isNaN }
    return first?.0 ?? values[0] * 16
  }
}

/// What the standard to be set is now, and below what it may not be set.
struct Standards {
  /// Highest figure of the cells that the control covers, CNY a month; nil for other parameters.
  let highest: Double?
  /// The figure (of other parameters: the value), where it is the same everywhere and always.
  let only: Double?
  /// The highest figure before, where the rule never lowers it.
  let floor: Double

  init(_ projection: Projection?, _ control: SolveControl) {
    guard let projection, let name = control.amount,
      let position = projection.model.amounts.firstIndex(where: { $0.gives == name })
    else {
      only = projection?.model.assumedValue(control.input.name)
      (highest, floor) = (nil, 0)
      return
    }
    let (world, rule) = (projection.world, projection.model.amounts[position])
    let month = control.from ?? projection.model.scenario.horizon.first
    let cells = world.space.people.filter { cell in
      let place = world.space.cells[cell]
      let leaf = world.space.leaves[place.leaf].code.text
      return (control.input.regions.isEmpty || control.input.regions.contains(leaf))
        && (control.input.areas.isEmpty || control.input.areas.contains(place.area))
    }
    let now = cells.compactMap { world.amounts[position].figure($0, month)?.value.double }
    highest = now.max()
    only = Set(now).count == 1 ? now.first : nil
    floor =
      cells.filter { rule.form.neverLowers($0, month, world: world) }
      .compactMap { world.amounts[position].figure($0, month.advanced(by: -1))?.value.double }.max() ?? 0
  }

  /// A yuan, a tenth of a point, or one of anything else.
  /// Numbers without unit are ratios or multiples as often as counts: no step.
  func step(_ unit: Measure) -> Double { unit == .percent ? 1 / Double(10) : unit.isOne ? 0 : 1 }
}

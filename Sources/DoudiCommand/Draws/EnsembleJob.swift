import Doudi

/// Draws that are to be run, with all that their outputs need.
struct EnsembleJob {
  /// All draws.
  let source: any ParameterDraws
  /// How they were made.
  let design: EnsembleDesign
  private let written: WrittenScenario
  private let central: any CentralFigures
  private let inputs: String
  private let ceilings: [Ceiling]

  /// Draws of a scenario.
  /// - Parameters:
  ///   - subject: the scenario.
  ///   - source: the draws.
  ///   - design: how they were made.
  ///   - inputs: text of the file they come from.
  ///   - ceilings: money that must not be exceeded.
  /// - Throws: where a parameter cannot be drawn; it has been said.
  init(
    _ subject: DrawSubject, _ source: any ParameterDraws, design: EnsembleDesign, inputs: String,
    ceilings: [Ceiling] = []
  ) throws {
    (self.source, self.design, self.inputs, self.ceilings) = (source, design, inputs, ceilings)
    central = subject.central
    written = try subject.written(for: source.inputs)
  }

  /// The columns in words.
  var parameters: [ReplayReport.Parameter] {
    zip(source.inputs, source.units).map { ReplayReport.Parameter($0, unit: $1) }
  }

  /// A run of some of the draws.
  func run(_ draws: any DrawSource) -> EnsembleRun { written.run(draws) }

  /// Runs every draw, telling how far it is.
  func runAll(_ session: Session, take: (OutcomeTable) throws -> Void) throws {
    let run = run(source)
    let progress = Progress(draws: run.plan.draws, passes: run.plan.passes.count, language: session.language)
    for pass in run.plan.passes { try run.run(pass, progress: progress.add, take: take) }
    progress.finish()
  }

  /// The card of the whole.
  func card(_ run: EnsembleRun) -> EnsembleCard {
    EnsembleCard(
      central, nodes: run.nodes, outputs: run.outputs, design: design, inputs: inputs, ceilings: ceilings)
  }
}

extension ReplayReport.Parameter {
  /// A column of a scenario's draws.
  init(_ input: UncertainInput, unit: Measure) {
    let areas = input.areas.map(\.id).sorted().joined(separator: " ")
    self.init(
      name: input.name, effect: input.effect.rawValue,
      place: [input.regions.sorted().joined(separator: " "), areas].filter { !$0.isEmpty }.joined(
        separator: "/"), unit: unit.text)
  }
}

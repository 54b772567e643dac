import Doudi

/// Draws that are to be run, with all that their outputs need.
struct EnsembleJob {
  /// All draws.
  let source: any DrawSource
  /// How they were made.
  let design: EnsembleDesign
  /// Text of the file they come from.
  let inputs: String
  /// Money that must not be exceeded.
  let ceilings: [Ceiling]
  /// The columns in words.
  let parameters: [ReplayReport.Parameter]
  /// The official run; nil for a yearly scenario.
  let official: RunReport?
  /// The run of some draws.
  let run: (any DrawSource) -> EnsembleRun
  private let makeCard: (EnsembleRun) throws -> EnsembleCard

  /// Draws of a scenario.
  init(
    _ program: DrawProgram, _ projection: Projection, _ source: any DrawSource, design: EnsembleDesign,
    inputs: String, ceilings: [Ceiling], parameters: [ReplayReport.Parameter]
  ) {
    let report = RunReport(projection, withEffects: false)
    (self.source, self.design, self.inputs) = (source, design, inputs)
    (self.ceilings, self.parameters, official) = (ceilings, parameters, report)
    run = { EnsembleRun(program, projection, $0) }
    makeCard = {
      EnsembleCard(
        report, nodes: $0.nodes, outputs: $0.outputs, design: design, inputs: inputs, ceilings: ceilings)
    }
  }

  /// Draws of a yearly scenario.
  init(_ model: YearlyModel, _ source: YearlyDesign, design: EnsembleDesign, inputs: String) {
    (self.source, self.design, self.inputs, ceilings, official) = (source, design, inputs, [], nil)
    parameters = source.inputs.map {
      ReplayReport.Parameter(
        name: $0.name, effect: $0.effect.rawValue, place: $0.region ?? "", unit: "")
    }
    run = { EnsembleRun(model, source, source: $0) }
    makeCard = { try EnsembleCard(model, $0, design: design, inputs: inputs) }
  }

  /// The card of a scenario with a fan, worked out when it is asked for; nil for a yearly one.
  func officialCard(_ run: EnsembleRun) -> (() -> EnsembleCard)? {
    official.map { official in
      {
        EnsembleCard(
          official, nodes: run.nodes, outputs: run.outputs, design: design, inputs: inputs,
          ceilings: ceilings)
      }
    }
  }

  /// The card of the whole.
  func card(_ run: EnsembleRun) throws -> EnsembleCard { try makeCard(run) }
}

extension ReplayReport.Parameter {
  /// A column of a scenario's draws.
  init(_ input: UncertainInput, unit: Measure) {
    let regions = input.regions.map(\.text).sorted().joined(separator: " ")
    let areas = input.areas.map(\.id).sorted().joined(separator: " ")
    self.init(
      name: input.name, effect: input.effect.rawValue,
      place: [regions, areas].filter { !$0.isEmpty }.joined(separator: "/"), unit: unit.text)
  }
}

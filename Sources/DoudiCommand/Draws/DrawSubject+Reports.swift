import Doudi

/// What commands that draw and an export ask of a scenario alike.
extension DrawSubject {
  /// Draws of the scenario's uncertain parameters.
  /// - Parameters:
  ///   - file: the parameters.
  ///   - options: how many draws, how made; they name the file, whose text is part of the card.
  ///   - scenario: the folder.
  /// - Returns: what is to be run.
  /// - Throws: where the file or a parameter is faulty; it has been said.
  func ensemble(_ file: UncertaintyFile, _ options: UncertainOptions, _ scenario: String) throws
    -> EnsembleJob
  {
    let source = try session.draws(file, space.leaves, options)
    let design = EnsembleDesign(
      method: options.method.rawValue, seed: options.seed, draws: source.count, replicates: source.replicates,
      inputs: source.columns)
    return try EnsembleJob(
      self, source, design: design, inputs: session.text(options.path(scenario)), ceilings: file.ceilings)
  }

  /// Each uncertain parameter at its 10 % and 90 % quantiles.
  func tornado(_ file: UncertaintyFile, of wanted: String? = nil) throws -> TornadoReport {
    let tornado = Tornado(file)
    let written = try written(for: tornado.source.inputs)
    return try TornadoReport(
      central.heading, tornado, written.run(tornado.source),
      headline: headline(wanted, among: written.outputs))
  }

  /// The cost of one unit more; nil where nothing can be moved by a unit.
  func reckonerReport() throws -> ReckonerReport? {
    let reckoner = reckoner()
    guard !reckoner.levers.isEmpty else { return nil }
    return try ReckonerReport(central, reckoner, headline: headline(nil, among: reckoner.outputs))
  }
}

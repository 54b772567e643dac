public import DoudiInputs
import DoudiModel

extension Provenance {
  /// Of a run of months.
  /// - Parameters:
  ///   - run: the finished run.
  ///   - inputs: the files that were read.
  ///   - sets: what `--set` gave.
  ///   - fan: draws made of it.
  public init(_ run: RunReport, inputs: [HashedFile], sets: [String], fan: EnsembleReport? = nil) {
    let scenario = run.model.scenario
    self.init(
      runID: run.runID, scenario: scenario.id, title: scenario.title, program: ProgramVersion.text,
      time: ("\(scenario.horizon.first)", "\(scenario.horizon.last)", "month"), isTrial: scenario.isTrial,
      basis: run.basisLine, sets: sets, reforms: scenario.reforms.map(\.id), draws: Self.draws(fan),
      inputs: inputs, assumptions: LongTables(run, RunOptions()).assumptions(forFiles: true))
  }

  /// Of a scenario of years.
  public init(_ yearly: YearlyReport, inputs: [HashedFile], sets: [String], fan: EnsembleReport? = nil) {
    self.init(
      runID: Self.identifier(yearly.model.id, inputs: inputs, sets: sets), scenario: yearly.model.id,
      title: yearly.model.title, program: ProgramVersion.text, time: ("1", "\(yearly.model.years)", "year"),
      isTrial: true, basis: nil, sets: sets, reforms: [], draws: Self.draws(fan), inputs: inputs,
      assumptions: nil)
  }

  /// Of an allocation without a run.
  public init(_ allocation: AllocationReport, inputs: [HashedFile], sets: [String]) {
    let spec = allocation.spec
    self.init(
      runID: Self.identifier(spec.id, inputs: inputs, sets: sets), scenario: spec.id, title: spec.title,
      program: ProgramVersion.text, time: nil, isTrial: true, basis: nil, sets: sets, reforms: [],
      draws: nil, inputs: inputs, assumptions: allocation.assumptions())
  }

  private static func draws(_ fan: EnsembleReport?) -> (method: String, seed: UInt64?, count: Int)? {
    fan.map { ($0.design.method, $0.design.seed, $0.design.draws) }
  }
}

public import DoudiModel
import DoudiUnits

/// What one unit of each lever costs, by region, year and programme.
///
///     cost = outcome with one unit more - outcome as it is
///
/// The cost of an amount is told apart: what those who receive it anyway get more (`existing`), what
/// follows from amounts that are multiples of it (`multiples`), and what those cost who come in because of
/// it (`entrants`).
public struct ReadyReckoner {
  /// Parts of a cost.
  public enum Part: String, Sendable, CaseIterable {
    /// All of it.
    case all
    /// Those who receive the amount anyway.
    case existing
    /// Amounts that follow it.
    case multiples
    /// Those who come in because of it.
    case entrants
  }

  /// One cost.
  public struct Cost: Sendable {
    /// Position of the lever.
    public let lever: Int
    /// Region.
    public let region: String
    /// The figure that changes.
    public let output: DrawOutput
    /// Which part of the change.
    public let part: Part
    /// Change, in the figure's unit.
    public let change: Double
  }

  /// The levers; lever k is draw k + 1.
  public let levers: [Lever]
  /// Regions, leaves first.
  public let nodes: EnsembleNodes
  /// What may change.
  public let outputs: [DrawOutput]
  private let run: (_ holdsGroups: Bool) -> EnsembleRun
  /// By lever the programmes that pay its amount itself.
  private let direct: [Set<Int>]
  /// True where costs are money of programmes, in parts; a yearly scenario's are results.
  public let hasMoney: Bool

  /// The reckoner of a finished run, of all its levers or of some.
  public init(_ projection: Projection, levers wanted: [Lever]? = nil) {
    let model = projection.model
    let all = wanted ?? Levers(model).all
    let refused = Set(DrawProgram(projection, inputs: all.map(\.input), leaves: 0..<1).refused)
    levers = all.filter { !refused.contains($0.input.name) }
    nodes = EnsembleNodes(model)
    let source = Self.source(levers)
    let make = {
      EnsembleRun(
        DrawProgram(projection, inputs: source.inputs, holdsGroups: $0), projection, source)
    }
    let full = make(false)
    (outputs, run) = (full.outputs, { $0 ? make(true) : full })
    hasMoney = true
    direct = levers.map { lever in
      let amount = model.amounts.firstIndex { "amount." + $0.gives == lever.input.name }
      return Set(
        model.payments.filter { rule in amount.map { rule.header.reads.amounts.contains($0) } ?? false }
          .map(\.form.programme))
    }
  }

  /// The reckoner of a yearly scenario: of what its rules file gives a role. Its costs have no parts.
  public init(_ model: YearlyModel) {
    levers = model.levers
    let source = Self.source(levers)
    let scenario = DrawnScenario(model).written(for: source.inputs).scenario
    (nodes, hasMoney) = (scenario.nodes, false)
    let full = scenario.run(source)
    (outputs, run) = (full.outputs, { _ in full })
    direct = levers.map { _ in [] }
  }

  private static func source(_ levers: [Lever]) -> SteppedDraws {
    SteppedDraws(
      levers.map(\.input),
      moves: levers.enumerated().map { SteppedDraws.Move(column: $0.offset, value: $0.element.move) })
  }

  /// All costs other than zero: money and people.
  /// - Throws: where the arithmetic cannot be run.
  public func costs() throws -> [Cost] {
    let full = try changes(holdsGroups: false)
    let held = hasMoney ? try changes(holdsGroups: true) : [:]
    return full.flatMap { key, change in parts(key, change, held[key] ?? 0) }.sorted {
      ($0.lever, $0.region, $0.output.year, $0.output.name, $0.part.rawValue)
        < ($1.lever, $1.region, $1.output.year, $1.output.name, $1.part.rawValue)
    }
  }

  private struct Key: Hashable {
    let lever: Int
    let region: String
    let output: DrawOutput
  }

  private func changes(holdsGroups: Bool) throws -> [Key: Double] {
    var found: [Key: Double] = [:]
    try run(holdsGroups).run { table in
      for node in table.nodes.names.indices {
        for (position, output) in table.outputs.enumerated() where table.has(node: node, output: position) {
          switch output.kind {
          // What a refill costs is in its programme's money.
          case .slack, .refill: continue
          default: break
          }
          let draws = table.draws(node: node, output: position)
          for lever in levers.indices {
            let change = draws[lever + 1] - draws[0]
            // What is left of two large sums' last bits is no cost.
            guard change.isFinite, change.magnitude > draws[0].magnitude * 0x1p-40 else { continue }
            found[Key(lever: lever, region: table.nodes.names[node], output: output)] = change
          }
        }
      }
    }
    return found
  }

  private func parts(_ key: Key, _ change: Double, _ held: Double) -> [Cost] {
    func cost(_ part: Part, _ change: Double) -> Cost {
      Cost(lever: key.lever, region: key.region, output: key.output, part: part, change: change)
    }
    guard levers[key.lever].kind == .amount, case .programme(let programme) = key.output.kind else {
      return [cost(.all, change)]
    }
    let own: Part = direct[key.lever].contains(programme) ? .existing : .multiples
    // What is left of two nearly equal numbers' last bits is nobody who came in.
    let entrants = abs(change - held) > abs(change) * 0x1p-30 ? change - held : 0
    return [cost(.all, change), cost(own, held), cost(.entrants, entrants)].filter { $0.change != 0 }
  }
}

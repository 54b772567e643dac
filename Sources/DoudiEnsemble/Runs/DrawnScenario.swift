public import DoudiModel
import DoudiTape
import DoudiUnits

/// A scenario that can be run for many draws, whatever its steps are.
public struct DrawnScenario {
  /// What can be drawn.
  public let space: DrawSpace
  /// Regions, leaves first.
  public let nodes: EnsembleNodes
  private let current: (UncertainInput) -> ParameterValues?
  private let write: ([UncertainInput]) -> Program

  private struct Program {
    let tape: Tape
    let outputs: [DrawOutput]
    let refused: [String]
  }

  /// A finished official run.
  public init(_ projection: Projection) {
    (space, nodes) = (DrawSpace(projection.model), EnsembleNodes(projection.model))
    current = { projection.values(of: $0) }
    write = {
      let program = DrawProgram(projection, inputs: $0)
      return Program(tape: program.tape, outputs: program.outputs, refused: program.refused)
    }
  }

  /// A yearly scenario; the whole is called "all".
  public init(_ model: YearlyModel) {
    let space = DrawSpace(model)
    (self.space, nodes) = (space, EnsembleNodes(regions: model.regions, whole: space.root))
    current = { model.values(of: $0) }
    write = { inputs in
      let outputs = space.years.flatMap { year in
        model.outputs.map {
          DrawOutput(
            kind: .result, name: $0, year: year, unit: .one, parent: model.isAdditive($0) ? .sum : .none)
        }
      }
      return Program(tape: model.program(inputs), outputs: outputs, refused: [])
    }
  }

  /// What a parameter is where nothing is drawn; nil for what has no value of its own.
  public func values(of input: UncertainInput) -> ParameterValues? { current(input) }

  /// The scenario written for some parameters; by their names those that shape the calculation and cannot
  /// be drawn.
  public func written(for inputs: [UncertainInput]) -> (scenario: WrittenScenario, refused: [String]) {
    let program = write(inputs)
    return (WrittenScenario(tape: program.tape, outputs: program.outputs, nodes: nodes), program.refused)
  }
}

/// A scenario's arithmetic over given uncertain parameters.
public struct WrittenScenario: Sendable {
  let tape: Tape
  /// What each region gives.
  public let outputs: [DrawOutput]
  /// Regions, leaves first.
  public let nodes: EnsembleNodes

  /// A run of draws.
  public func run(_ source: any DrawSource) -> EnsembleRun {
    EnsembleRun(tape: tape, outputs: outputs, nodes: nodes, source: source)
  }

  /// All sums as a function of the parameters.
  public var function: ScenarioFunction { ScenarioFunction(tape: tape, outputs: outputs, nodes: nodes) }
}

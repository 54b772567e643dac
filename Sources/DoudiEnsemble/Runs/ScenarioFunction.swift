public import DoudiModel
import DoudiTape
import DoudiUnits

/// A scenario as a function of its uncertain parameters: money and people of every region and year.
///
/// A parameter that each region draws for itself moves in all of them alike here.
public struct ScenarioFunction: DrawFunction {
  /// Regions, leaves first.
  public let nodes: EnsembleNodes
  /// The figures of a region, in their order.
  public let figures: [DrawOutput]
  private let runner: TapeRunner
  private let places: [Int?]
  /// Uncertain parameters.
  public let inputs: Int

  init(tape: Tape, outputs: [DrawOutput], nodes: EnsembleNodes) {
    self.nodes = nodes
    let kept = outputs.indices.filter { outputs[$0].parent == .sum }
    figures = kept.map { outputs[$0] }
    var places = [Int?](repeating: nil, count: outputs.count)
    for (place, output) in kept.enumerated() { places[output] = place }
    self.places = places
    (runner, inputs) = (TapeRunner(tape: tape), tape.inputs)
  }

  /// Regions times figures.
  public var outputs: Int { nodes.names.count * figures.count }

  /// Position of a region's figure among the outputs.
  public func output(node: Int, figure: Int) -> Int { node * figures.count + figure }

  /// Computes a block; see ``DrawFunction/evaluate(draws:inputs:outputs:)``.
  public func evaluate(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>
  ) {
    for column in nodes.leafCount..<max(nodes.leafCount, nodes.names.count) {
      let start = column * figures.count * draws
      outputs[start..<(start + figures.count * draws)].update(repeating: 0)
    }
    let columns = (0..<self.inputs).map {
      UnsafeBufferPointer(rebasing: inputs[($0 * draws)..<(($0 + 1) * draws)])
    }
    do {
      try runner.run(draws: draws, inputs: columns) { found in
        guard let place = places[found.output] else { return }
        let own = output(node: found.region, figure: place) * draws + found.firstDraw
        for i in found.values.indices { outputs[own + i] = found.values[i] }
        for parent in nodes.parents[found.region] {
          let sum = output(node: parent, figure: place) * draws + found.firstDraw
          for i in found.values.indices { outputs[sum + i] += found.values[i] }
        }
      }
    } catch {
      outputs.update(repeating: .nan)
    }
  }
}

import DoudiModel
import DoudiTape
import DoudiUnits

/// One figure of one region over given draws, added up over some years.
///
///     sum(d) = sum over leaves below the region, years y of output(leaf, y)(d)
///
/// Works with the program's own functions: the bits are those of the same figures run one by one.
public struct OutputSums {
  private let runner: TapeRunner
  private let leaves: Set<Int>
  private let places: Set<Int>

  /// Sums of a scenario's output; nil where the region or the output is none of the scenario's, or the
  /// region's figure is no sum of its leaves'.
  /// - Parameters:
  ///   - scenario: written for the parameters that the columns will be.
  ///   - output: name of the output.
  ///   - region: leaf, or region above.
  ///   - years: years to add up.
  ///   - isExact: true for the program's own functions, false for the fast ones, which agree to 10^-12.
  public init?(
    _ scenario: WrittenScenario, output: String, region: String, years: Set<Int>, isExact: Bool = true
  ) {
    guard let node = scenario.nodes.names.firstIndex(of: region) else { return nil }
    let nodes = scenario.nodes
    leaves = Set((0..<nodes.leafCount).filter { $0 == node || nodes.parents[$0].contains(node) })
    let found = scenario.outputs.enumerated().filter {
      $0.element.name == output && years.contains($0.element.year)
    }
    guard !found.isEmpty, leaves.count == 1 || found.allSatisfy({ $0.element.parent == .sum }) else {
      return nil
    }
    places = Set(found.map(\.offset))
    runner = TapeRunner(tape: scenario.tape, math: isExact ? .portable : .vector)
  }

  /// The sums of draws.
  /// - Parameter columns: values of the parameters, one list each, all of one length.
  /// - Returns: one sum a draw.
  /// - Throws: where there are too few columns.
  public func sums(_ columns: [[Double]]) throws -> [Double] {
    let draws = columns.first?.count ?? 1
    var sums = [Double](repeating: 0, count: draws)
    let values = columns.flatMap { $0 }
    try values.withUnsafeBufferPointer { values in
      let inputs = columns.indices.map {
        UnsafeBufferPointer(rebasing: values[($0 * draws)..<(($0 + 1) * draws)])
      }
      try runner.run(draws: draws, inputs: inputs) { found in
        guard places.contains(found.output), leaves.contains(found.region) else { return }
        for i in found.values.indices { sums[found.firstDraw + i] += found.values[i] }
      }
    }
    return sums
  }
}

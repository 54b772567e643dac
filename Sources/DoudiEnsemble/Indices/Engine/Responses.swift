/// All outputs of a number of draws, kept: by stretches of draws, in each output by output.
struct Responses: Sendable {
  let outputs: Int
  /// Draws so far.
  private(set) var draws = 0
  private var stretches: [Stretch] = []

  /// Draws that came at once.
  private struct Stretch: Sendable {
    let draws: Range<Int>
    let values: [Double]
  }

  /// Draws to a block, so that there are several for several threads.
  private static let length = 64

  /// None yet.
  init(outputs: Int) { self.outputs = outputs }

  /// Runs draws until there are `count`.
  mutating func extend(
    to count: Int, by function: some DrawFunction, _ inputs: IndependentInputs, _ points: some PointSet,
    threads: Int?
  ) {
    guard count > draws else { return }
    let (outputs, first, added) = (outputs, draws, count - draws)
    let length = min(Self.length, DrawBlocks.length(outputs: outputs, matrices: 1))
    let blocks = DrawBlocks.ranges(added, length)
    var kept = [Double](repeating: 0, count: added * outputs)
    OrderedUnits.run(blocks.count, threads: threads) { unit in
      let block = blocks[unit]
      let values = DrawBuffer(inputs.count * block.count)
      inputs.fill(
        values.values.part(inputs.count * block.count),
        draws: (first + block.lowerBound)..<(first + block.upperBound), of: points)
      return [Double](unsafeUninitializedCapacity: outputs * block.count) { results, count in
        function.evaluate(block.count, values, into: results)
        count = outputs * block.count
      }
    } consume: { unit, results in
      let block = blocks[unit]
      for output in 0..<outputs {
        for (place, draw) in block.enumerated() {
          kept[output &* added &+ draw] = results[output &* block.count &+ place]
        }
      }
    }
    stretches.append(Stretch(draws: first..<count, values: kept))
    draws = count
  }

  /// All draws of an output.
  func values(_ output: Int) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(draws)
    for stretch in stretches {
      let start = output * stretch.draws.count
      result += stretch.values[start..<(start + stretch.draws.count)]
    }
    return result
  }

  /// Outputs by the draws that failed for them, in the order in which such a list first comes.
  var groups: [(failed: [Int], outputs: [Int])] {
    var groups: [(failed: [Int], outputs: [Int])] = []
    var places: [[Int]: Int] = [:]
    for output in 0..<outputs {
      let failed = values(output).enumerated().filter { !$0.element.isFinite }.map(\.offset)
      if let place = places[failed] {
        groups[place].outputs.append(output)
      } else {
        places[failed] = groups.count
        groups.append((failed, [output]))
      }
    }
    return groups
  }
}

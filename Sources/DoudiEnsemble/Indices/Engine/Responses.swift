/// All outputs of a number of draws, kept: output by output.
struct Responses: Sendable {
  let draws: Int
  let outputs: Int
  private(set) var values: [Double]

  /// Draws to a block, so that there are several for several threads.
  private static let length = 64

  init(
    of function: some DrawFunction, _ inputs: IndependentInputs, _ points: some PointSet, draws: Int,
    threads: Int?
  ) {
    (self.draws, outputs) = (draws, function.outputs)
    let outputs = function.outputs
    let length = min(Self.length, DrawBlocks.length(outputs: outputs, matrices: 1))
    let blocks = DrawBlocks.ranges(draws, length)
    var kept = [Double](repeating: 0, count: draws * outputs)
    OrderedUnits.run(blocks.count, threads: threads) { unit in
      let block = blocks[unit]
      let values = DrawBuffer(inputs.count * block.count)
      inputs.fill(values.values.part(inputs.count * block.count), draws: block, of: points)
      return [Double](unsafeUninitializedCapacity: outputs * block.count) { results, count in
        function.evaluate(block.count, values, into: results)
        count = outputs * block.count
      }
    } consume: { unit, results in
      let block = blocks[unit]
      for output in 0..<outputs {
        for (place, draw) in block.enumerated() {
          kept[output &* draws &+ draw] = results[output &* block.count &+ place]
        }
      }
    }
    values = kept
  }

  /// Outputs by the draws that failed for them, in the order in which such a list first comes.
  var groups: [(failed: [Int], outputs: [Int])] {
    var groups: [(failed: [Int], outputs: [Int])] = []
    var places: [[Int]: Int] = [:]
    for output in 0..<outputs {
      let start = output * draws
      let failed = (0..<draws).filter { !values[start + $0].isFinite }
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

/// Sums of effects over the points of one scramble; cells input by input, within an input output by output.
struct MorrisSums: Sendable {
  var counts, effects, magnitudes, squares: [Double]

  init(cells: Int) {
    counts = Array(repeating: 0, count: cells)
    (effects, magnitudes, squares) = (counts, counts, counts)
  }
}

/// The runs of one scramble, block after block.
struct MorrisScramble<Function: DrawFunction> {
  let design: MorrisDesign
  let function: Function
  let points: SobolSequence

  private var inputs: Int { design.inputs.count }

  func sums() -> MorrisSums {
    var sums = MorrisSums(cells: inputs * function.outputs)
    let length = min(design.points, DrawBlocks.length(outputs: function.outputs, matrices: 2))
    let values = DrawBuffer(inputs * length)
    let (from, to, kept) = (DrawBuffer(length), DrawBuffer(length), DrawBuffer(length))
    let (base, moved) = (DrawBuffer(function.outputs * length), DrawBuffer(function.outputs * length))
    for draws in DrawBlocks.ranges(design.points, length) {
      let count = draws.count
      design.inputs.fill(values.values.part(inputs * count), draws: draws, of: points)
      function.evaluate(count, values, into: base.values)
      for input in 0..<inputs {
        let column = values.values.column(input, count)
        move(input, draws, from.values.part(count), to.values.part(count))
        _ = kept.values.update(fromContentsOf: column)
        _ = column.update(fromContentsOf: to.values.part(count))
        design.inputs.distributions[input].apply(to: column)
        function.evaluate(count, values, into: moved.values)
        _ = column.update(fromContentsOf: kept.values.part(count))
        add(input, count, from.values, to.values, base.values, moved.values, &sums)
      }
    }
    return sums
  }

  /// Both ends of the steps of an input.
  private func move(
    _ input: Int, _ draws: Range<Int>, _ from: UnsafeMutableBufferPointer<Double>,
    _ to: UnsafeMutableBufferPointer<Double>
  ) {
    points.fill(draws: draws, dimension: input, into: from)
    points.fill(draws: draws, dimension: inputs + input, into: to)
    for i in to.indices {
      let end = from[i] + 0.25 + 0.5 * to[i]
      to[i] = end < 1 ? end : max(end - 1, 0x1p-53)
    }
  }

  private func add(
    _ input: Int, _ count: Int, _ from: UnsafeMutableBufferPointer<Double>,
    _ to: UnsafeMutableBufferPointer<Double>, _ base: UnsafeMutableBufferPointer<Double>,
    _ moved: UnsafeMutableBufferPointer<Double>, _ sums: inout MorrisSums
  ) {
    for output in 0..<function.outputs {
      let (before, after) = (base.column(output, count), moved.column(output, count))
      let cell = input * function.outputs + output
      for i in 0..<count {
        let effect = (after[i] - before[i]) / (to[i] - from[i])
        guard effect.isFinite else { continue }
        sums.counts[cell] += 1
        sums.effects[cell] += effect
        sums.magnitudes[cell] += abs(effect)
        sums.squares[cell] += effect * effect
      }
    }
  }
}
